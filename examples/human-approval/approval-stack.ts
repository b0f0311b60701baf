import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { Choice, Fail, Flow, Integration, Retries, StandardWorkflow, Succeed, Task } from 'stepwright';

/** Expenses are paid at once when they are small; others wait until a manager answers a mail, or the manager's manager. */
export class ApprovalStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const mail = new lambda.Function(this, 'SendMail', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      // a real one mails two links: each calls an endpoint that answers the token with SendTaskSuccess
      code: lambda.Code.fromInline('exports.handler = async ({ to, token }) => console.log(to, token);'),
    });
    const payments = new dynamodb.Table(this, 'Payments', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    });

    /** Waits until somebody answers with `{ "approved": true, "by": "…" }`. */
    const ask = (stateName: string, to: string): Task =>
      new Task(stateName, {
        call: Integration.lambdaInvoke(mail, {
          payload: { to, expense: '{% $expense %}', token: '{% $states.context.Task.Token %}' },
        }).waitForTaskToken(),
        timeout: Duration.days(2),
      });

    const approval = Flow.of(
      new Choice('Small amount?', { assign: { expense: '{% $states.input %}' } }).when(
        '{% $states.input.amount < 50 %}',
        Flow.goTo('Pay'),
        {
          assign: { expense: '{% $states.input %}' },
          output: { approved: true, by: 'policy' },
        },
      ),
      ask('Ask the manager', '{% $expense.manager %}').catch(ask('Ask the director', 'director@example.com'), {
        errors: ['States.Timeout'],
      }),
      new Choice('Approved?')
        .when('{% $states.input.approved = true %}')
        .otherwise(new Fail('Rejected', { error: 'Rejected', cause: "{% 'by ' & $states.input.by %}" })),
      new Task('Pay', {
        call: Integration.dynamoPutItem(payments, {
          item: {
            id: { S: '{% $expense.id %}' },
            amount: { N: '{% $string($expense.amount) %}' },
            approvedBy: { S: '{% $states.input.by %}' },
          },
        }),
      }),
      new Succeed('Paid'),
    ).retryEach(Retries.transientErrors());

    new StandardWorkflow(this, 'Approval', { definition: approval });
  }
}
