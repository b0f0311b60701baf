import { App } from 'aws-cdk-lib';
import { fails, LocalWorkflow, returns, returnsPayload, sequence, throws, type Mocks } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { OrderStack } from './order-stack';

const workflow = LocalWorkflow.fromStack(new OrderStack(new App(), 'Orders'), 'OrderWorkflow');

const order = { orderId: 'A1', card: '4242', express: false, items: [{ sku: 'book' }, { sku: 'lamp' }] };

const mocks: Mocks = {
  'ReserveStock': returnsPayload({ reservation: 'R-A1' }, { durationSeconds: 1 }),
  'ChargeCard': returnsPayload({ receipt: 'P-A1' }, { durationSeconds: 2 }),
  'ShipItem': ({ Payload: item }) =>
    returnsPayload({ sku: item.sku, tracking: `T-${item.sku}` }, { durationSeconds: 60 }),
  'ReleaseStock': returnsPayload({}),
  'sns:publish': returns({ MessageId: 'm-1' }),
  'events:putEvents': returns({ Entries: [{ EventId: 'e-1' }], FailedEntryCount: 0 }),
};

test('an order is paid, waits for the truck, and is shipped', async () => {
  const run = await workflow.run(order, { mocks });
  expect(run).toHaveSucceeded({ orderId: 'A1', receipt: 'P-A1', tracking: ['T-book', 'T-lamp'] });
  expect(run).toHaveVisitedInOrder(
    'Reserve stock',
    'Charge card',
    'Wait for the truck',
    'Ship items',
    'Tell everybody',
    'Shipped',
  );
  expect(run).toHaveTaken(1 + 2 + 4 * 3600 + 60);
});

test('express orders do not wait', async () => {
  const run = await workflow.run({ ...order, express: true }, { mocks });
  expect(run).toHaveSucceeded();
  expect(run).not.toHaveVisited('Wait for the truck');
});

test('a payment that times out is tried again, with longer and longer pauses', async () => {
  const run = await workflow.run(order, {
    mocks: {
      ...mocks,
      ChargeCard: sequence(
        throws('PaymentTimeout', 'no answer'),
        throws('PaymentTimeout', 'no answer'),
        returnsPayload({ receipt: 'P-A1' }),
      ),
    },
  });
  expect(run).toHaveSucceeded();
  expect(run).toHaveRetried('Charge card', 2);
  expect(run).toHaveTaken(1 + (2 + 4) + 4 * 3600 + 60);
});

test('a declined card ends the order, and the stock is released', async () => {
  const run = await workflow.run(order, { mocks: { ...mocks, ChargeCard: fails('CardDeclined', 'no funds') } });
  expect(run).toHaveFailed({ error: 'CardDeclined', cause: 'order A1 was not paid' });
  expect(run).toHaveCalled('Release stock', expect.objectContaining({ Payload: { reservation: 'R-A1' } }));
  expect(run.history).toMatchSnapshot();
});
