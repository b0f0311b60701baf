import { spawnSync } from 'node:child_process';
import { historyText, isHistory, returns, runLocally, compileWorkflow } from '../../src/local';

const definition = (amount: number): object => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:getItem',
      Arguments: { TableName: 'T', Key: { id: { S: '{% $states.input.id %}' } } },
      Assign: { a: amount },
      Next: 'Wait',
    },
    Wait: { Type: 'Wait', Seconds: 3600, Next: 'Both' },
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'L', States: { L: { Type: 'Pass', End: true } } },
        { StartAt: 'R', States: { R: { Type: 'Pass', End: true } } },
      ],
      End: true,
    },
  },
});

const history = (amount = 5, result: unknown = { ok: true }): ReturnType<typeof runLocally>['history'] =>
  runLocally(
    compileWorkflow(definition(amount) as never),
    { id: 'A1' },
    { mocks: { Charge: returns(result as never) }, fieldValidation: 'none' },
  ).history;

test('an event is a line with its name, its data as JSON, and time where it passes', () => {
  expect(historyText(history())).toBe(`# 2024-01-01T00:00:00.000Z
ExecutionStarted
  input: {"id":"A1"}
  roleArn: "arn:aws:iam::123456789012:role/StateMachineRole"
TaskStateEntered "Charge"
  input: {"id":"A1"}
TaskScheduled dynamodb:getItem
  region: "us-east-1"
  parameters: {"TableName":"T","Key":{"id":{"S":"A1"}}}
TaskStarted dynamodb:getItem
TaskSucceeded dynamodb:getItem
  output: {"ok":true}
TaskStateExited "Charge"
  output: {"ok":true}
  assignedVariables: {"a":5}
WaitStateEntered "Wait"
  input: {"ok":true}
# 1h later
WaitStateExited "Wait"
  output: {"ok":true}
ParallelStateEntered "Both"
  input: {"ok":true}
ParallelStateStarted
PassStateEntered "L"
  input: {"ok":true}
PassStateExited "L"
  output: {"ok":true}
PassStateEntered "R" (after ParallelStateStarted)
  input: {"ok":true}
PassStateExited "R"
  output: {"ok":true}
ParallelStateSucceeded
ParallelStateExited "Both" (after PassStateExited "R")
  output: [{"ok":true},{"ok":true}]
ExecutionSucceeded
  output: [{"ok":true},{"ok":true}]`);
});

test('one changed variable changes one line', () => {
  const [before, after] = [5, 6].map(amount => historyText(history(amount)).split('\n'));
  expect(after.filter((line, i) => line !== before[i])).toEqual(['  assignedVariables: {"a":6}']);
  expect(after).toHaveLength(before.length);
});

test('one changed field of long data changes one line for each time it is shown', () => {
  const long = (n: number): object =>
    Object.fromEntries([...Array(9).keys()].map(i => [`field${i}`, i === 4 ? n : i * 1111]));
  const [before, after] = [1, 2].map(n => historyText(history(5, long(n))).split('\n'));
  expect(new Set(after.filter((line, i) => line !== before[i]).map(line => line.trim()))).toEqual(
    new Set(['"field4": 2,']),
  );
});

test('is for histories only', () => {
  expect(isHistory(history())).toBe(true);
  expect([[], [1], [null], [{ type: 'ExecutionStarted' }], {}, null].map(isHistory)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('is the same in another time zone', () => {
  const script = `
    const { historyText } = require('./src/local/history-text.ts');
    console.log(historyText([{ id: 1, previousEventId: 0, type: 'ExecutionStarted', timestamp: new Date(1704067200000), executionStartedEventDetails: { input: '{}' } }]));`;
  const texts = ['Asia/Kolkata', 'America/Los_Angeles'].map(
    TZ => spawnSync('npx', ['tsx', '-e', script], { env: { ...process.env, TZ }, encoding: 'utf8' }).stdout,
  );
  expect(texts).toEqual(Array(2).fill('# 2024-01-01T00:00:00.000Z\nExecutionStarted\n  input: {}\n'));
});
