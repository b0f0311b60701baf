import { Duration, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import {
  Choice,
  ExpressWorkflow,
  Fail,
  Flow,
  InlineMap,
  Integration,
  Pass,
  StandardWorkflow,
  Succeed,
  Task,
} from 'stepwright';

/** The stack that examples/python, examples/java and examples/go write in their languages; their templates are compared with this one's. */
export class OrderStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id, { env: { account: '123456789012', region: 'us-east-1' } });
    const reserve = this.function('ReserveStock');
    const charge = this.function('ChargeCard');
    const ship = this.function('ShipItem');
    const customers = new sns.Topic(this, 'Customers');

    const declined = new Fail('Declined', {
      error: 'CardDeclined',
      cause: "{% 'order ' & $orderId & ' was not paid' %}",
    });
    const tell = tasks.SnsPublish.jsonata(this, 'Tell the customer', {
      topic: customers,
      message: sfn.TaskInput.fromText("{% 'Your order ' & $orderId & ' is on its way' %}"),
    });

    const order = Flow.of(
      new Task('Reserve stock', {
        call: Integration.lambdaInvoke(reserve),
        assign: { items: '{% $states.input.items %}', orderId: '{% $states.input.id %}' },
      }),
      new Task('Charge card', { call: Integration.lambdaInvoke(charge), timeout: Duration.minutes(1) })
        .retry({ errors: ['PaymentTimeout'], interval: Duration.seconds(2), maxAttempts: 3 })
        .catch(declined, { errors: ['CardDeclined'] }),
      new Choice('Anything to ship?').when('{% $count($items) = 0 %}', new Succeed('Nothing to ship')),
      new InlineMap('Ship items', {
        items: '{% $items %}',
        processor: new Task('Ship item', { call: Integration.lambdaInvoke(ship) }),
        maxConcurrency: 5,
      }),
      Flow.fromChainable(tell),
      new Succeed('Shipped'),
    );
    new StandardWorkflow(this, 'OrderWorkflow', { definition: order, timeout: Duration.days(1) });

    const quote = Flow.of(
      new Pass('Add up', { output: { total: '{% $sum($states.input.prices) %}' } }),
      new Task('Ask the bank', { call: Integration.lambdaInvoke(charge) }),
    );
    new ExpressWorkflow(this, 'QuoteWorkflow', { definition: quote });
  }

  private function(id: string): lambda.IFunction {
    return lambda.Function.fromFunctionArn(this, id, `arn:aws:lambda:us-east-1:123456789012:function:${id}`);
  }
}
