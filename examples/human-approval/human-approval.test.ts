import { App } from 'aws-cdk-lib';
import { LocalWorkflow, pending, returns, sequence, TaskTokens } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { ApprovalStack } from './approval-stack';

const workflow = LocalWorkflow.fromStack(new ApprovalStack(new App(), 'Expenses'), 'Approval');
const expense = { id: 'E1', amount: 120, manager: 'ann@example.com' };
const mocks = { Payments: returns({}) };
const HOUR = 3600;

test('a small amount is paid at once', async () => {
  const run = await workflow.run({ ...expense, amount: 20 }, { mocks });
  expect(run).toHaveSucceeded();
  expect(run).not.toHaveVisited('Ask the manager');
  expect(run).toHaveCalled(
    'Pay',
    expect.objectContaining({ Item: { id: { S: 'E1' }, amount: { N: '20' }, approvedBy: { S: 'policy' } } }),
  );
});

test('the manager approves after five hours', async () => {
  const run = await workflow.run(expense, {
    mocks: { ...mocks, 'Ask the manager': returns({ approved: true, by: 'ann' }, { durationSeconds: 5 * HOUR }) },
  });
  expect(run).toHaveSucceeded();
  expect(run).toHaveTaken(5 * HOUR);
  expect(run).toHaveCalled(
    'SendMail',
    expect.objectContaining({ Payload: { to: 'ann@example.com', expense, token: expect.any(String) } }),
  );
});

test('the manager rejects', async () => {
  const run = await workflow.run(expense, { mocks: { ...mocks, SendMail: returns({ approved: false, by: 'ann' }) } });
  expect(run).toHaveFailed({ error: 'Rejected', cause: 'by ann' });
  expect(run).not.toHaveCalled('Pay');
});

test('after two days the director is asked', async () => {
  const run = await workflow.run(expense, {
    mocks: {
      ...mocks,
      SendMail: sequence(pending(), returns({ approved: true, by: 'dora' }, { durationSeconds: HOUR })),
    },
  });
  expect(run).toHaveSucceeded();
  expect(run).toHaveCaught('Ask the manager', 'States.Timeout');
  expect(run).toHaveTaken(49 * HOUR);
});

test('the answer comes from elsewhere, by the token in the mail', async () => {
  const tokens = new TaskTokens();
  const run = await workflow.run(expense, {
    tokens,
    mocks: {
      ...mocks,
      SendMail: ({ Payload: sent }) => {
        tokens.succeed(sent.token, { approved: true, by: sent.to }, { afterMs: 60_000 });
        return pending();
      },
    },
  });
  expect(run).toHaveSucceeded();
  expect(run).toHaveTaken(60);
});
