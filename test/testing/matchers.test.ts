import { fails, LocalWorkflow, pending, returns, returnsPayload, sequence, type RunResult } from '../../src/testing';
import '../../src/testing/jest';

const workflow = LocalWorkflow.fromDefinition({
  QueryLanguage: 'JSONata',
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'charge', Payload: '{% $states.input %}' },
      Assign: { paid: '{% $states.result.Payload.amount %}' },
      TimeoutSeconds: 60,
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 2, MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['Declined'], Next: 'Tell' }],
      Next: 'Pack',
    },
    Pack: { Type: 'Wait', Seconds: 3600, Next: 'Done' },
    Done: { Type: 'Pass', Output: { paid: '{% $paid %}' }, End: true },
    Tell: { Type: 'Fail', Error: 'NotPaid', Cause: 'the card was declined' },
  },
});

const paid = (): RunResult =>
  workflow.runSync({ id: 1 }, { mocks: { Charge: sequence(fails('Busy'), returnsPayload({ amount: 5 })) } });
const declined = (): RunResult => workflow.runSync({ id: 1 }, { mocks: { Charge: fails('Declined', 'no funds') } });

/** The first lines of what a failed expectation says, without colors. */
function messageOf(expectation: () => void, lines = 1): string {
  try {
    expectation();
  } catch (error) {
    // eslint-disable-next-line no-control-regex
    return (error as Error).message
      .replace(/\u001b\[\d+m/g, '')
      .split('\n')
      .slice(0, lines)
      .join('\n');
  }
  throw new Error('the expectation held');
}

test('accept what happened', () => {
  const run = paid();
  expect(run).toHaveSucceeded();
  expect(run).toHaveSucceeded({ paid: 5 });
  expect(run).toHaveSucceeded({ paid: expect.any(Number) });
  expect(run).toHaveVisited('Done', 'Charge');
  expect(run).toHaveVisitedInOrder('Charge', 'Done');
  expect(run).toHaveCalled('Charge');
  expect(run).toHaveCalled('lambda:invoke', { FunctionName: 'charge', Payload: { id: 1 } });
  expect(run).toHaveCalledTimes('Charge', 2);
  expect(run).toHaveRetried('Charge');
  expect(run).toHaveRetried('Charge', 1);
  expect(run).toHaveAssigned('paid');
  expect(run).toHaveAssigned('paid', 5);
  expect(run).toHaveTaken(3602);
  expect(run).toHaveTaken({ toMilliseconds: () => 3_602_000 });
});

test('accept what did not happen, behind not', () => {
  const run = paid();
  expect(run).not.toHaveFailed();
  expect(run).not.toHaveTimedOut();
  expect(run).not.toHaveBeenAborted();
  expect(run).not.toHaveSucceeded({ paid: 6 });
  expect(run).not.toHaveVisited('Tell');
  expect(run).not.toHaveVisitedInOrder('Done', 'Charge');
  expect(run).not.toHaveCalled('Charge', { FunctionName: 'other' });
  expect(run).not.toHaveRetried('Charge', 2);
  expect(run).not.toHaveCaught('Charge');
  expect(run).not.toHaveAssigned('other');
  expect(run).not.toHaveTaken(1);
});

test('accept failures by error, by cause, and by asymmetric matchers', () => {
  const run = declined();
  expect(run).toHaveFailed();
  expect(run).toHaveFailed('NotPaid');
  expect(run).toHaveFailed({ error: 'NotPaid', cause: 'the card was declined' });
  expect(run).toHaveFailed({ cause: /declined$/ });
  expect(run).toHaveFailed({ cause: expect.stringContaining('card') });
  expect(run).not.toHaveFailed('Declined');
  expect(run).toHaveCaught('Charge');
  expect(run).toHaveCaught('Charge', 'Declined');
});

test('accept time-outs and stopped executions', () => {
  const limited = LocalWorkflow.fromDefinition({
    StartAt: 'W',
    TimeoutSeconds: 5,
    States: { W: { Type: 'Wait', Seconds: 10, End: true } },
  });
  expect(limited.runSync()).toHaveTimedOut();
  expect(limited.runSync({}, { abortAfter: 1 })).toHaveBeenAborted();
  expect(workflow.runSync({}, { mocks: { Charge: pending() } })).toHaveFailed('States.Timeout');
});

test('fails with a message that says how the run ended, and its timeline', () => {
  expect(messageOf(() => expect(declined()).toHaveSucceeded(), 8)).toBe(
    [
      'expected the run to succeed, but it ended as FAILED with NotPaid: the card was declined',
      '',
      '0s          starts   StateMachine with {"id":1}',
      '    Charge  in       {"id":1}',
      '            fails    Declined: no funds',
      '            out      {"Error":"Declined","Cause":"no funds"} (the error was caught)',
      '    Tell    in       {"Error":"Declined","Cause":"no funds"}',
      '            ends     FAILED NotPaid: the card was declined',
    ].join('\n'),
  );
});

test('fails with the difference where outputs or inputs differ', () => {
  expect(messageOf(() => expect(paid()).toHaveSucceeded({ paid: 6 }), 9)).toContain('-   "paid": 6,\n+   "paid": 5,');
  expect(
    messageOf(() => expect(paid()).toHaveCalled('Charge', { FunctionName: 'charge', Payload: { id: 2 } }), 12),
  ).toContain('-     "id": 2,\n+     "id": 1,');
});

test.each<[string, () => void, string]>([
  [
    'toHaveFailed',
    () => expect(paid()).toHaveFailed('X'),
    'expected the run to fail with error "X", but it succeeded with {"paid":5}',
  ],
  [
    'not.toHaveFailed',
    () => expect(declined()).not.toHaveFailed(),
    'expected the run not to fail, but it ended as FAILED with NotPaid: the card was declined',
  ],
  [
    'toHaveTimedOut',
    () => expect(paid()).toHaveTimedOut(),
    'expected the run to time out, but it succeeded with {"paid":5}',
  ],
  [
    'toHaveVisited',
    () => expect(paid()).toHaveVisited('Charge', 'Tell'),
    "expected the run to visit 'Charge', 'Tell', but it never entered 'Tell'",
  ],
  [
    'toHaveVisitedInOrder',
    () => expect(paid()).toHaveVisitedInOrder('Pack', 'Charge'),
    "expected the run to visit 'Pack', 'Charge' in this order, but it did not enter 'Charge' after 'Pack'",
  ],
  [
    'toHaveCalledTimes',
    () => expect(paid()).toHaveCalledTimes('Charge', 1),
    "expected the run to call 'Charge' 1 times, but it did so 2 times",
  ],
  [
    'toHaveRetried',
    () => expect(declined()).toHaveRetried('Charge'),
    "expected the run to retry 'Charge', but it did so 0 times",
  ],
  [
    'toHaveCaught',
    () => expect(declined()).toHaveCaught('Charge', 'Busy'),
    "expected 'Charge' to catch 'Busy', but it caught 'Declined'",
  ],
  [
    'toHaveAssigned',
    () => expect(paid()).toHaveAssigned('payed'),
    "expected $payed to be assigned, but only 'paid' was assigned",
  ],
  [
    'toHaveTaken',
    () => expect(paid()).toHaveTaken(60),
    'expected the run to take 1m of virtual time, but it took 1h 2s',
  ],
])('fails readably: %s', (_name, expectation, message) => {
  expect(messageOf(expectation)).toBe(message);
});

test('fails for names that the workflow does not have, behind not as well', () => {
  expect(messageOf(() => expect(paid()).not.toHaveVisited('Tel'))).toBe(
    'UNKNOWN_STATE: the workflow has no state \'Tel\'; did you mean "Tell"?',
  );
  expect(messageOf(() => expect(paid()).not.toHaveCalled('Chargee'))).toBe(
    'UNKNOWN_TASK: the workflow has no Task, function, or resource \'Chargee\'; did you mean "Charge"?',
  );
});

test('fails for what is no run, and says that a promise wants to be awaited', () => {
  const promise = workflow.run({}, { mocks: { Charge: returns({}) } });
  expect(messageOf(() => expect(promise).toHaveSucceeded(), 3)).toContain('fix: Await the run first.');
  expect(messageOf(() => expect(3).toHaveSucceeded())).toBe(
    'NOT_A_RUN: toHaveSucceeded() needs the result of a local run',
  );
  return expect(promise).resolves.toHaveFailed();
});
