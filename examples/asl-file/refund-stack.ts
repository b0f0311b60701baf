import * as path from 'node:path';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { Definition, StandardWorkflow } from 'stepwright';

/** A definition from a file, bound to the constructs of the app. Its role is derived from it. */
export class RefundStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const orders = new dynamodb.Table(this, 'Orders', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    });
    const questions = new sqs.Queue(this, 'Questions');
    const pay = new lambda.Function(this, 'PayBack', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => ({ paid: true });'),
    });

    new StandardWorkflow(this, 'Refund', {
      definition: Definition.fromFile(path.join(__dirname, 'refund.asl.yaml'), {
        substitutions: {
          OrdersTable: orders.tableName,
          Questions: questions.queueUrl,
          PayFunction: pay.functionArn,
          Limit: 100,
          Patience: Duration.days(1).toSeconds(),
        },
        // the definition knows the queue's URL only
        grants: { 'Ask a person': { resources: [questions.queueArn] } },
      }),
    });
  }
}
