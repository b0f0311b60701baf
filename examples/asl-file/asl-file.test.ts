import { App } from 'aws-cdk-lib';
import { LocalWorkflow, pending, returns, returnsPayload, type Mocks } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { RefundStack } from './refund-stack';

const workflow = LocalWorkflow.fromStack(new RefundStack(new App(), 'Shop'), 'Refund');
const order = (amount: number): Mocks => ({
  Orders: returns({ Item: { amount: { N: String(amount) } } }),
  PayBack: returnsPayload({ paid: true }),
});

test('a small refund is paid at once', async () => {
  const run = await workflow.run({ orderId: 'A1' }, { mocks: order(20) });
  expect(run).toHaveSucceeded({ paid: true });
  expect(run).toHaveCalled('Read the order', expect.objectContaining({ Key: { id: { S: 'A1' } } }));
  expect(run).not.toHaveVisited('Ask a person');
});

test('a large one is paid when a person grants it', async () => {
  const run = await workflow.run(
    { orderId: 'A1' },
    { mocks: { ...order(500), Questions: returns({ granted: true }, { durationSeconds: 3600 }) } },
  );
  expect(run).toHaveSucceeded({ paid: true });
  expect(run).toHaveCalled(
    'Questions',
    expect.objectContaining({ MessageBody: { amount: 500, token: expect.any(String) } }),
  );
});

test('and not when it is refused, or nobody answers within a day', async () => {
  expect(
    await workflow.run({ orderId: 'A1' }, { mocks: { ...order(500), Questions: returns({ granted: false }) } }),
  ).toHaveFailed('Refused');
  const late = await workflow.run({ orderId: 'A1' }, { mocks: { ...order(500), Questions: pending() } });
  expect(late).toHaveFailed('States.Timeout');
  expect(late).toHaveTaken(24 * 3600);
});
