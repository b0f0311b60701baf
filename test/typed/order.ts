import { Duration, Stack, aws_dynamodb as dynamodb, aws_lambda as lambda } from 'aws-cdk-lib';
import * as t from '../../src/typed';

/** What an order is; the functions' code, as their own modules would export it. */
export interface Order {
  id: string;
  customer?: { name: string; vip?: boolean };
  lines: { sku: string; qty: number; price: number }[];
  coupon?: string;
}
export type ReserveCode = (event: { id: string; skus: string[] }) => Promise<{ reservation: string }>;
export type ChargeCode = (event: {
  id: string;
  amount: number;
}) => Promise<{ paid: boolean; status: 'PAID' | 'OPEN'; receipt?: string }>;

/** The constructs that the flows of these tests call. */
export function infrastructure(): {
  reserve: lambda.IFunction;
  charge: lambda.IFunction;
  table: dynamodb.ITable;
  stack: Stack;
} {
  const stack = new Stack(undefined, 'Orders');
  const fn = (id: string) =>
    lambda.Function.fromFunctionArn(stack, id, `arn:aws:lambda:us-east-1:123456789012:function:${id.toLowerCase()}`);
  return {
    stack,
    reserve: fn('Reserve'),
    charge: fn('Charge'),
    table: dynamodb.Table.fromTableName(stack, 'Table', 'orders'),
  };
}

const { reserve, charge } = infrastructure();
const reserveFn = t.lambda<ReserveCode>(reserve);
const chargeFn = t.lambda<ChargeCode>(charge);

/** A flow that uses most of the verbs. */
export const order = t
  .flow<Order>()
  .assign('Remember', $ => ({
    orderId: $.input.id,
    total: t.sum(t.map($.input.lines, line => t.mul(line.qty, line.price))),
  }))
  .task('Reserve stock', $ => reserveFn.invoke({ id: $.input.id, skus: t.map($.input.lines, line => line.sku) }), {
    assign: $ => ({ reservation: $.result.reservation }),
  })
  .retry({ errors: ['Lambda.TooManyRequestsException'], maxAttempts: 3 })
  .task('Charge card', $ => chargeFn.invoke({ id: $.vars.orderId, amount: $.vars.total }), {
    timeout: Duration.minutes(1),
  })
  .catch(handler => handler.fail('Declined', { error: 'CardDeclined', cause: $ => $.input.Cause }), {
    errors: ['CardDeclined'],
  })
  .choice('Paid?', choice =>
    choice
      .when(
        $ => t.eq($.input.status, 'PAID'),
        branch => branch.assign('Keep receipt', $ => ({ receipt: t.orElse($.input.receipt, 'none') })),
      )
      .otherwise(branch => branch.fail('Not paid')),
  )
  .parallel('Tell', {
    customer: branch =>
      branch.pass('To the customer', $ => ({ text: t.str`Order ${$.vars.orderId}: ${$.vars.receipt}` })),
    stock: branch => branch.pass('To the stock', $ => ({ reservation: $.vars.reservation })),
  })
  .pass('Lines', $ => ({ text: $.input.customer.text, lines: [{ sku: 'a', n: 1 }] }))
  .map('Each line', {
    items: $ => $.input.lines,
    processor: item => item.pass('Label', $ => ({ label: t.str`${$.input.sku} x ${$.input.n} of ${$.vars.orderId}` })),
  })
  .pass('Result', $ => ({ id: $.vars.orderId, labels: t.map($.input, line => line.label) }))
  .returns<{ id: string; labels: string[] }>();
