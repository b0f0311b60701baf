import { App } from 'aws-cdk-lib';
import { fails, LocalWorkflow, returns, returnsPayload, type Mocks } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { OrderStack } from './order-stack';

const stack = new OrderStack(new App({ analyticsReporting: false }), 'Orders');
const order = LocalWorkflow.fromStack(stack, 'OrderWorkflow');
const mocks: Mocks = {
  'Reserve stock': returnsPayload({}),
  'Charge card': returnsPayload({}),
  'Ship item': returnsPayload({ tracking: 'T-1' }),
  'Tell the customer': returns({ MessageId: 'm-1' }),
};

test('an order is shipped', async () => {
  const run = await order.run({ id: 'A1', items: ['book', 'lamp'] }, { mocks });
  expect(run).toHaveSucceeded();
  expect(run).toHaveVisitedInOrder(
    'Reserve stock',
    'Charge card',
    'Anything to ship?',
    'Ship items',
    'Tell the customer',
    'Shipped',
  );
});

test('a declined card ends the order', async () => {
  expect(
    await order.run({ id: 'A1', items: [] }, { mocks: { ...mocks, 'Charge card': fails('CardDeclined') } }),
  ).toHaveFailed({ error: 'CardDeclined', cause: 'order A1 was not paid' });
});

test('a quote is added up', async () => {
  expect(
    await LocalWorkflow.fromStack(stack, 'QuoteWorkflow').run(
      { prices: [1, 2] },
      { mocks: { 'Ask the bank': returnsPayload('granted') } },
    ),
  ).toHaveSucceeded('granted');
});
