import { App } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import {
  fails,
  LocalWorkflow,
  returns,
  returnsPayload,
  sequence,
  throws,
  validate,
  type Mocks,
} from 'stepwright/testing';
import 'stepwright/testing/jest';
import { OrderStack } from './order-stack';
import { TypedOrderStack, type typedOrder } from './typed-order';

const app = new App();
const stack = new TypedOrderStack(app, 'TypedOrders');
const typed = LocalWorkflow.fromStack<ReturnType<typeof typedOrder>>(stack, 'OrderWorkflow');
const untyped = LocalWorkflow.fromStack(new OrderStack(new App(), 'Orders'), 'OrderWorkflow');

const order = { orderId: 'A1', card: '4242', express: false, items: [{ sku: 'book' }, { sku: 'lamp' }] };

const mocks = {
  'Reserve stock': returnsPayload({ reservation: 'R-A1' }),
  'Charge card': sequence(throws('PaymentTimeout', 'no answer'), returnsPayload({ receipt: 'P-A1' })),
  'Ship item': ({ Payload }: { Payload: { sku: string } }) =>
    returnsPayload({ sku: Payload.sku, tracking: `T-${Payload.sku}` }),
  'Release stock': returnsPayload({}),
  'Tell the customer': returns({ MessageId: 'm-1' }),
  'Tell the company': returns({ FailedEntryCount: 0 }),
};

test('the typed order ends as the untyped one does', async () => {
  const [ours, theirs] = [await typed.run(order, { mocks }), await untyped.run(order, { mocks: mocks as Mocks })];
  expect(ours).toHaveSucceeded({ orderId: 'A1', receipt: 'P-A1', tracking: ['T-book', 'T-lamp'] });
  expect(theirs).toHaveSucceeded(ours.output);
  expect(ours.durationSeconds).toBe(theirs.durationSeconds);
});

test('a declined card ends both in the same way', async () => {
  const declined = { ...mocks, 'Charge card': fails('CardDeclined', 'no funds') };
  const [ours, theirs] = [
    await typed.run(order, { mocks: declined }),
    await untyped.run(order, { mocks: declined as Mocks }),
  ];
  expect(ours).toHaveFailed({ error: 'CardDeclined', cause: 'order A1 was not paid' });
  expect([theirs.error, theirs.cause]).toEqual([ours.error, ours.cause]);
});

test('its definition has no finding, and reads as a person would have written it', () => {
  expect(validate(typed.definition)).toEqual([]);
  Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  expect((typed.definition.States as Record<string, unknown>).Shipped).toEqual({
    Type: 'Pass',
    Output: {
      orderId: '{% $order.orderId %}',
      receipt: '{% $receipt %}',
      tracking: '{% [$map($parcels, function($item) { $item.tracking })[]] %}',
    },
    End: true,
  });
});

test('a mock, an input or an output of another shape does not compile', () => {
  const run = (): unknown => [
    // @ts-expect-error a misspelled field of the input
    typed.runSync({ ...order, orderId: undefined, orderid: 'A1' }),
    // @ts-expect-error a mock that answers something else
    typed.runSync(order, { mocks: { 'Charge card': returnsPayload({ receit: 'P-A1' }) } }),
    // @ts-expect-error a mock for a state that the flow does not have
    typed.runSync(order, { mocks: { 'Charge crd': returnsPayload({ receipt: 'P-A1' }) } }),
    // @ts-expect-error a field that the output does not have
    typed.runSync(order, { mocks }).output?.recept,
  ];
  expect(run).toThrow();
});
