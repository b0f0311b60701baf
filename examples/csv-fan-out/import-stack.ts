import { Annotations, Stack, type StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import {
  Choice,
  DistributedMap,
  Fail,
  Flow,
  Integration,
  ItemReader,
  Retries,
  StandardWorkflow,
  Succeed,
  Task,
} from 'stepwright';

/** A CSV file of any length is imported: batches of rows run side by side, each in a child execution of its own. */
export class ImportStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const uploads = new s3.Bucket(this, 'Uploads');
    const importRows = new lambda.Function(this, 'ImportRows', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async ({ Items }) => ({ imported: Items.length });'),
    });

    const importFile = Flow.of(
      new DistributedMap('Import the file', {
        itemReader: ItemReader.csv(uploads, '{% $states.input.key %}'),
        itemBatcher: { maxItemsPerBatch: 2, batchInput: { file: '{% $states.input.key %}' } },
        processor: new Task('Import rows', { call: Integration.lambdaInvoke(importRows) }).retry(
          Retries.lambdaErrors(),
        ),
        executionType: sfn.StateMachineType.EXPRESS,
        maxConcurrency: 100,
        toleratedFailurePercentage: 50,
        label: 'Rows',
        output: { imported: '{% $sum([$states.result.imported]) %}', batches: '{% $count($states.result) %}' },
      }).catch(new Fail('No such file', { error: 'NoSuchFile' }), { errors: ['States.ItemReaderFailed'] }),
      new Choice('Anything imported?')
        .when('{% $states.input.imported > 0 %}')
        .otherwise(new Fail('Empty', { error: 'EmptyFile' })),
      new Succeed('Imported'),
    );

    const workflow = new StandardWorkflow(this, 'Import', { definition: importFile });
    // only a run knows the key, so the workflow may read the whole bucket, and the warning about it is answered here
    Annotations.of(workflow).acknowledgeWarning(
      'stepwright:RUNTIME_RESOURCE:Import the file',
      'the bucket holds nothing but uploads',
    );
  }
}
