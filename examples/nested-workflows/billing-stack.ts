import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { ExpressWorkflow, Flow, InlineMap, Integration, Pass, Retries, StandardWorkflow, Task } from 'stepwright';

/** A monthly billing starts a workflow for each customer, and that one an Express workflow for the price. */
export class BillingStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const send = new lambda.Function(this, 'SendInvoice', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => ({ sent: true });'),
    });
    const usage = new dynamodb.Table(this, 'Usage', {
      partitionKey: { name: 'customer', type: dynamodb.AttributeType.STRING },
    });

    // Express: short, cheap, answers at once
    const pricing = new ExpressWorkflow(this, 'Pricing', {
      definition: Flow.of(
        new Pass('Price', { output: { total: '{% $round($states.input.hours * $states.input.rate, 2) %}' } }),
      ),
    });

    // Standard: one for each customer, with a history of its own
    const invoice = new StandardWorkflow(this, 'Invoice', {
      definition: Flow.of(
        new Task('Read usage', {
          call: Integration.dynamoGetItem(usage, { key: { customer: { S: '{% $states.input.customer %}' } } }),
          assign: { customer: '{% $states.input.customer %}' },
          output: {
            hours: '{% $number($states.result.Item.hours.N) %}',
            rate: '{% $number($states.result.Item.rate.N) %}',
          },
        }),
        new Task('Price it', {
          call: Integration.awsSdk('sfn', 'startSyncExecution', {
            StateMachineArn: pricing.stateMachineArn,
            Input: '{% $string($states.input) %}',
          }),
          output: '{% $parse($states.result.Output) %}',
        }).retry({ errors: ['States.TaskFailed'], interval: Duration.seconds(1), maxAttempts: 3, backoffRate: 2 }),
        new Task('Send it', {
          call: Integration.lambdaInvoke(send, {
            payload: { customer: '{% $customer %}', total: '{% $states.input.total %}' },
          }),
          output: { customer: '{% $customer %}', total: '{% $states.input.total %}' },
        }),
      ).retryEach(Retries.transientErrors()),
      timeout: Duration.hours(1),
    });

    new StandardWorkflow(this, 'Billing', {
      definition: Flow.of(
        new InlineMap('For each customer', {
          items: '{% $states.input.customers %}',
          processor: new Task('Invoice', {
            // .sync:2 waits for its end and gives its output as JSON
            call: Integration.stepFunctionsStartExecution(invoice, {
              input: { customer: '{% $states.input %}' },
            }).sync(),
            output: '{% $states.result.Output %}',
          }).catch(new Pass('Leave out', { output: null }), { errors: ['States.TaskFailed'] }),
          maxConcurrency: 10,
          output: {
            invoices: '{% [$states.result[$exists(total)]] %}',
            failed: '{% $count($states.result[$not($exists(total))]) %}',
          },
        }),
      ),
    });
  }
}
