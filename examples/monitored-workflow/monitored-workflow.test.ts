import { App } from 'aws-cdk-lib';
import { fails, LocalWorkflow, pending, returnsPayload, throws } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { PayoutStack } from './payout-stack';

const stack = new PayoutStack(new App(), 'Payouts');
const workflow = LocalWorkflow.fromStack(stack, 'Payout');
const { alarms } = stack;

const mocks = {
  'Send money': returnsPayload({ transfer: 'T-1' }, { durationSeconds: 3 }),
  'Confirm': returnsPayload({}, { durationSeconds: 3 }),
};

test('nobody is woken by a payout that goes well', async () => {
  const run = await workflow.run({ amount: 5 }, { mocks });
  expect(run).toHaveSucceeded();
  expect(run.notifications).toEqual([]);
  expect(run).not.toHaveNotified('TellOnCall');
  expect(run).not.toHaveRaised(alarms.composite!);
});

test('whoever is on call hears of a payout that the bank refuses', async () => {
  const run = await workflow.run(
    { amount: 5 },
    { mocks: { ...mocks, 'Send money': throws('AccountClosed', 'closed in May') }, executionName: 'payout-7' },
  );
  expect(run).toHaveFailed('PayoutRefused');
  expect(run).toHaveNotified(
    'TellOnCall',
    expect.objectContaining({
      detail: expect.objectContaining({ name: 'payout-7', status: 'FAILED', error: 'PayoutRefused' }),
    }),
  );
  expect(run).toHaveRaised(alarms.failed!);
  expect(run).toHaveRaised(alarms.composite!);
  expect(run).not.toHaveRaised(alarms.timedOut!);
});

test('one refusal in twenty is told of, and raises no alarm', async () => {
  const runs = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      workflow.run(
        {},
        {
          mocks: i === 7 ? { ...mocks, 'Send money': fails('AccountClosed', '') } : mocks,
          executionName: `payout-${i}`,
          startTime: '2024-01-01T10:00:00Z',
        },
      ),
    ),
  );
  expect(runs[7]).toHaveNotified('TellOnCall');
  expect(runs).not.toHaveRaised(alarms.failed!);
});

test('a slow bank raises the alarm on durations, and tells nobody else', async () => {
  const slow = { durationSeconds: 9 * 60 };
  const run = await workflow.run(
    {},
    { mocks: { 'Send money': returnsPayload({ transfer: 'T-2' }, slow), 'Confirm': returnsPayload({}, slow) } },
  );
  expect(run).toHaveSucceeded();
  expect(run).toHaveRaised(alarms.duration!);
  expect(run).not.toHaveNotified('TellOnCall');
});

test('a bank that does not answer is a failure of the Task: the alarm on failures rings, not the one on durations', async () => {
  const run = await workflow.run({}, { mocks: { ...mocks, 'Send money': pending() } });
  expect(run).toHaveFailed('States.Timeout');
  expect(run).toHaveNotified('TellOnCall');
  expect(run).toHaveRaised(alarms.failed!);
  expect(run).not.toHaveRaised(alarms.duration!);
});
