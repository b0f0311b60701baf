import { Duration, Stack, aws_events as events, aws_lambda as lambda, aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Integration, StandardWorkflow } from 'stepwright';
import * as t from 'stepwright/typed';

/** What the workflow receives. */
export interface Order {
  orderId: string;
  card: string;
  express: boolean;
  items: { sku: string }[];
}

// the types of the functions' code, as their own modules export them
type Reserve = (event: Order) => Promise<{ reservation: string }>;
type Release = (event: { reservation: string }) => Promise<object>;
type Charge = (event: { order: Order; card: string }) => Promise<{ receipt: string }>;
type Ship = (event: { sku: string }) => Promise<{ sku: string; tracking: string }>;

/** What the flow calls. */
export interface Services {
  reserve: lambda.IFunction;
  release: lambda.IFunction;
  charge: lambda.IFunction;
  ship: lambda.IFunction;
  customers: sns.ITopic;
  bus: events.IEventBus;
}

/** The order of `order-stack.ts` with types: a misspelled field, a variable that is not assigned, a handler that lost the input do not compile. */
export function typedOrder({ reserve, release, charge, ship, customers, bus }: Services) {
  return t
    .flow<Order>()
    .task('Reserve stock', $ => t.lambda<Reserve>(reserve).invoke($.input), {
      assign: $ => ({ order: $.input, reservation: $.result.reservation }),
    })
    .task('Charge card', $ => t.lambda<Charge>(charge).invoke({ order: $.vars.order, card: $.vars.order.card }), {
      assign: $ => ({ receipt: $.result.receipt }),
    })
    .retry({ errors: ['PaymentTimeout'], interval: Duration.seconds(2), maxAttempts: 3, backoffRate: 2 })
    .catch(
      declined =>
        declined
          .task('Release stock', $ => t.lambda<Release>(release).invoke({ reservation: $.vars.reservation }))
          .fail('Declined', { error: 'CardDeclined', cause: $ => t.str`order ${$.vars.order.orderId} was not paid` }),
      { errors: ['CardDeclined'] },
    )
    .choice('Express delivery?', choice =>
      choice
        .when(
          $ => $.vars.order.express,
          fast => fast,
        )
        .otherwise(slow => slow.wait('Wait for the truck', Duration.hours(4))),
    )
    .map('Ship items', {
      items: $ => $.vars.order.items,
      maxConcurrency: 5,
      processor: item => item.task('Ship item', $ => t.lambda<Ship>(ship).invoke($.input)),
    })
    .assign('Note the parcels', $ => ({ parcels: $.input }))
    .parallel('Tell everybody', {
      customer: branch =>
        branch.task('Tell the customer', $ =>
          t.call<{ MessageId: string }>(
            Integration.snsPublish(customers, {
              message: t.asl(t.str`Your order ${$.vars.order.orderId} is on its way`),
            }),
          ),
        ),
      company: branch =>
        branch.task('Tell the company', $ =>
          t.call<{ FailedEntryCount: number }>(
            Integration.eventBridgePutEvents([
              {
                source: 'orders',
                detailType: 'OrderShipped',
                eventBus: bus,
                detail: t.asl({ orderId: $.vars.order.orderId, parcels: $.vars.parcels }),
              },
            ]),
          ),
        ),
    })
    .pass('Shipped', $ => ({
      orderId: $.vars.order.orderId,
      receipt: $.vars.receipt,
      tracking: t.map($.vars.parcels, parcel => parcel.tracking),
    }))
    .returns<{ orderId: string; receipt: string; tracking: string[] }>()
    .retryEach({
      errors: ['Lambda.TooManyRequestsException', 'Lambda.ServiceException'],
      interval: Duration.seconds(1),
      maxAttempts: 4,
    });
}

/** A stack with the typed order. */
export class TypedOrderStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const fn = (name: string): lambda.IFunction => lambda.Function.fromFunctionName(this, name, name);
    const definition = typedOrder({
      reserve: fn('ReserveStock'),
      release: fn('ReleaseStock'),
      charge: fn('ChargeCard'),
      ship: fn('ShipItem'),
      customers: new sns.Topic(this, 'Customers'),
      bus: new events.EventBus(this, 'Orders'),
    });
    new StandardWorkflow(this, 'OrderWorkflow', { definition, timeout: Duration.days(1) });
  }
}
