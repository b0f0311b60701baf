import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import {
  Choice,
  Fail,
  Flow,
  InlineMap,
  Integration,
  Parallel,
  StandardWorkflow,
  Succeed,
  Task,
  Wait,
} from 'stepwright';

/** An order is reserved, paid, shipped item by item, and everybody hears of it. */
export class OrderStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const reserve = this.function('ReserveStock', 'return { reservation: `R-${event.orderId}` }');
    const release = this.function('ReleaseStock', 'return {}');
    const charge = this.function('ChargeCard', 'return { receipt: `P-${event.order.orderId}` }');
    const ship = this.function('ShipItem', 'return { sku: event.sku, tracking: `T-${event.sku}` }');
    const customers = new sns.Topic(this, 'Customers');
    const bus = new events.EventBus(this, 'Orders');

    // what a caught error leads to: the order stays in a variable, since a handler receives the error in place of the input
    const declined = Flow.of(
      new Task('Release stock', {
        call: Integration.lambdaInvoke(release, { payload: { reservation: '{% $reservation %}' } }),
      }),
      new Fail('Declined', { error: 'CardDeclined', cause: "{% 'order ' & $order.orderId & ' was not paid' %}" }),
    );

    const order = Flow.of(
      new Task('Reserve stock', {
        call: Integration.lambdaInvoke(reserve),
        assign: { order: '{% $states.input %}', reservation: '{% $states.result.Payload.reservation %}' },
      }),
      new Task('Charge card', {
        call: Integration.lambdaInvoke(charge, { payload: { order: '{% $order %}', card: '{% $order.card %}' } }),
        assign: { receipt: '{% $states.result.Payload.receipt %}' },
      })
        .retry({ errors: ['PaymentTimeout'], interval: Duration.seconds(2), maxAttempts: 3, backoffRate: 2 })
        .catch(declined, { errors: ['CardDeclined'] }),
      new Choice('Express delivery?')
        .when('{% $order.express = true %}')
        .otherwise(new Wait('Wait for the truck', { duration: Duration.hours(4) })),
      new InlineMap('Ship items', {
        items: '{% $order.items %}',
        processor: new Task('Ship item', { call: Integration.lambdaInvoke(ship) }),
        maxConcurrency: 5,
        assign: { parcels: '{% $states.result %}' },
      }),
      new Parallel('Tell everybody', {
        branches: [
          new Task('Tell the customer', {
            call: Integration.snsPublish(customers, {
              message: "{% 'Your order ' & $order.orderId & ' is on its way' %}",
            }),
          }),
          new Task('Tell the company', {
            call: Integration.eventBridgePutEvents([
              {
                source: 'orders',
                detailType: 'OrderShipped',
                eventBus: bus,
                detail: { orderId: '{% $order.orderId %}', parcels: '{% $parcels %}' },
              },
            ]),
          }),
        ],
        output: { orderId: '{% $order.orderId %}', receipt: '{% $receipt %}', tracking: '{% [$parcels.tracking] %}' },
      }),
      new Succeed('Shipped'),
    ).retryEach({
      errors: ['Lambda.TooManyRequestsException', 'Lambda.ServiceException'],
      interval: Duration.seconds(1),
      maxAttempts: 4,
    });

    new StandardWorkflow(this, 'OrderWorkflow', { definition: order, timeout: Duration.days(1) });
  }

  /** A function that stands for one of yours. */
  private function(id: string, body: string): lambda.Function {
    return new lambda.Function(this, id, {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline(`exports.handler = async event => { ${body}; };`),
    });
  }
}
