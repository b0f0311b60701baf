import { Annotations, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { Choice, Flow, Integration, Retries, StandardWorkflow, Succeed, Task } from 'stepwright';

/** Each night: a Glue job cleans what came in, a query of Athena counts what is wrong with it, and people hear of it if something is. */
export class EtlStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const results = new s3.Bucket(this, 'Results');
    const team = new sns.Topic(this, 'Team');

    const clean = new Task('Clean', {
      // .sync waits for the end of the job
      call: Integration.glueStartJobRun('clean-orders', { arguments: { '--day': '{% $states.input.day %}' } }).sync(),
      assign: { day: '{% $states.input.day %}' },
      timeout: Duration.hours(2),
    }).retry({
      errors: ['Glue.ConcurrentRunsExceededException'],
      interval: Duration.minutes(5),
      maxAttempts: 5,
      backoffRate: 1,
    });

    const report = Flow.of(
      new Task('Count what is wrong', {
        call: Integration.athenaStartQueryExecution({
          queryString:
            '{% "SELECT reason, count(*) FROM rejected WHERE day = date \'" & $day & "\' GROUP BY reason" %}',
          workGroup: 'primary',
          database: 'sales',
          resultBucket: results,
          resultPrefix: 'rejected/',
        }).sync(),
        output: { query: '{% $states.result.QueryExecution.QueryExecutionId %}' },
      }),
      new Task('Read the counts', {
        call: Integration.athenaGetQueryResults({ queryExecutionId: '{% $states.input.query %}', maxResults: 100 }),
        // the first row has the names of the columns
        output: {
          rejected:
            '{% [$states.result.ResultSet.Rows[[1..$count($states.result.ResultSet.Rows)]].{ "reason": Data[0].VarCharValue, "count": $number(Data[1].VarCharValue) }] %}',
        },
      }),
      new Choice('Anything wrong?').when(
        '{% $count($states.input.rejected) > 0 %}',
        new Task('Tell the team', {
          call: Integration.snsPublish(team, {
            subject: "{% 'Rejected on ' & $day %}",
            message: '{% $string($states.input.rejected) %}',
          }),
          output: '{% $states.input %}',
        }),
      ),
      new Succeed('Done'),
    ).retryEach(Retries.transientErrors());

    const workflow = new StandardWorkflow(this, 'Etl', { definition: Flow.of(clean, report) });
    for (const state of ['Count what is wrong', 'Read the counts']) {
      Annotations.of(workflow).acknowledgeWarning(
        `stepwright:BROAD_ACTION:${state}`,
        'Lake Formation says which data the query may read',
      );
    }
  }
}
