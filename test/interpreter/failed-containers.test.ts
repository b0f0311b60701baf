import { LAMBDA, inState, only, onlyJsonata, result, runOf, types } from './runs';
import type { JsonObject } from '../../src/asl';
import type { Run } from '../../src/interpreter';

const links = ({ history }: Run): number[] => history.map(({ previousEventId }) => previousEventId);
const alone = (name: string, state: object): object => ({
  StartAt: name,
  States: {
    [name]: {
      ...state,
      ...('Next' in state || /Fail|Choice/.test((state as { Type: string }).Type) ? {} : { End: true }),
    },
  },
});
const parallel = (branches: object[], more: object = {}): JsonObject =>
  only({ Type: 'Parallel', Branches: branches, ...more });
const map = (processor: object, more: object = {}): JsonObject =>
  only({ Type: 'Map', ItemProcessor: processor, ...more });
/** Waits, and then fails. */
const failsAfter = (seconds: number): object => ({
  StartAt: 'Pause',
  States: { Pause: { Type: 'Wait', Seconds: seconds, Next: 'Boom' }, Boom: { Type: 'Fail', Error: 'Boom' } },
});
const broken = { Type: 'Pass', Parameters: { 'm.$': '$.nope' } };
const noValue = '{% $states.input.missing %}';

describe('a mistake of the definition inside of a container', () => {
  const cause = (id: number): string =>
    `${inState('B', id)}The JSONPath '$.nope' specified for the field 'm.$' could not be found in the input '{"x":1}'`;

  test('fails the execution without an event of the Parallel', () => {
    const run = runOf(parallel([alone('B', broken)]), { x: 1 });
    expect(types(run)).toEqual([
      'ExecutionStarted',
      'ParallelStateEntered',
      'ParallelStateStarted',
      'PassStateEntered',
      'ExecutionFailed',
    ]);
    expect(links(run)).toEqual([0, 0, 2, 3, 4]);
    expect(result(run)).toEqual({ status: 'FAILED', error: 'States.Runtime', cause: cause(4) });
  });

  test('fails the execution without an event of the Task in which it is', () => {
    const run = runOf(parallel([alone('B', { ...LAMBDA, Parameters: { 'm.$': '$.nope' } })]), { x: 1 });
    expect(types(run)).toEqual([
      'ExecutionStarted',
      'ParallelStateEntered',
      'ParallelStateStarted',
      'TaskStateEntered',
      'ExecutionFailed',
    ]);
  });

  test('fails the execution without an event of the Map, nor of the iterations that it ends', () => {
    const run = runOf(
      map({
        StartAt: 'C',
        States: {
          C: { Type: 'Choice', Choices: [{ Variable: '$.x', NumericEquals: 1, Next: 'B' }], Default: 'W' },
          W: { Type: 'Wait', Seconds: 9, End: true },
          B: { ...broken, End: true },
        },
      }),
      [{ x: 2 }, { x: 1 }],
    );
    expect(types(run).slice(-3)).toEqual(['ChoiceStateExited', 'PassStateEntered', 'ExecutionFailed']);
    expect(run.history.at(-1)!.previousEventId).toBe(run.history.length - 1);
    expect(result(run)).toEqual({ status: 'FAILED', error: 'States.Runtime', cause: cause(run.history.length - 1) });
  });

  test('is not caught by States.ALL, however deep it is', () => {
    const run = runOf(
      parallel([alone('M', { Type: 'Map', ItemProcessor: alone('B', broken) })], {
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'A' }],
      }),
      [{ x: 1 }],
    );
    expect(types(run).slice(-2)).toEqual(['PassStateEntered', 'ExecutionFailed']);
  });

  test('is not tried again by its name either, but can be caught by it', () => {
    const states = (more: object): JsonObject => ({
      StartAt: 'B',
      States: {
        B: {
          ...LAMBDA,
          Parameters: { 'm.$': '$.nope' },
          Retry: [{ ErrorEquals: ['States.Runtime'] }],
          End: true,
          ...more,
        },
        C: { Type: 'Succeed' },
      },
    });
    expect(types(runOf(states({}), { x: 1 }))).toEqual(['ExecutionStarted', 'TaskStateEntered', 'ExecutionFailed']);
    expect(runOf(states({}), { x: 1 })).toMatchObject({
      startTime: Date.UTC(2024, 0, 1),
      stopTime: Date.UTC(2024, 0, 1),
      transitions: 1,
    });
    expect(runOf(states({ Catch: [{ ErrorEquals: ['States.Runtime'], Next: 'C' }] }), { x: 1 }).status).toBe(
      'SUCCEEDED',
    );
  });
});

describe('what a failed part of a container ends', () => {
  const waits = alone('W', { Type: 'Wait', Seconds: 9 });

  test('is linked to the last event of that part, in a Parallel', () => {
    const run = runOf(
      parallel([waits, failsAfter(1), alone('T', LAMBDA)]),
      {},
      { onTask: () => ({ output: 1, durationMs: 5000 }) },
    );
    const failed = run.history.findIndex(({ type }) => type === 'FailStateEntered') + 1;
    expect(run.history.slice(failed).map(({ type, previousEventId }) => [type, previousEventId])).toEqual([
      ['WaitStateAborted', failed],
      ['TaskStateAborted', failed],
      ['ParallelStateFailed', failed],
      ['ExecutionFailed', failed + 3],
    ]);
  });

  test('is recorded before the failed iteration, in a Map', () => {
    const processor = {
      StartAt: 'C',
      States: {
        C: { Type: 'Choice', Choices: [{ Variable: '$', StringEquals: 'fail', Next: 'P' }], Default: 'W' },
        W: { Type: 'Wait', Seconds: 9, End: true },
        P: { Type: 'Wait', Seconds: 1, Next: 'F' },
        F: { Type: 'Fail', Error: 'Boom' },
      },
    };
    const run = runOf(map(processor), ['wait', 'fail']);
    const failed = run.history.findIndex(({ type }) => type === 'FailStateEntered') + 1;
    expect(run.history.slice(failed).map(({ type, previousEventId }) => [type, previousEventId])).toEqual([
      ['MapIterationAborted', failed],
      ['WaitStateAborted', failed],
      ['MapIterationFailed', failed],
      ['MapStateFailed', failed],
      ['ExecutionFailed', failed + 4],
    ]);
    expect(run.history[failed].mapIterationAbortedEventDetails).toEqual({ name: 'A', index: 0 });
    expect(run.history[failed + 2].mapIterationFailedEventDetails).toEqual({ name: 'A', index: 1 });
  });

  test('is only a Task where the part that failed stands at one itself', () => {
    const inner = alone('Inner', { Type: 'Parallel', Branches: [alone('F', { Type: 'Fail', Error: 'Boom' })] });
    expect(types(runOf(parallel([inner]))).slice(-4)).toEqual([
      'FailStateEntered',
      'ParallelStateFailed',
      'ParallelStateFailed',
      'ExecutionFailed',
    ]);
    const task = runOf(parallel([alone('T', LAMBDA)]), {}, { onTask: () => ({ error: 'Boom' }) });
    expect(types(task).slice(-4)).toEqual(['TaskFailed', 'TaskStateAborted', 'ParallelStateFailed', 'ExecutionFailed']);
  });
});

describe('a container whose own result fails', () => {
  test('links the end of the execution to its success', () => {
    const run = runOf(parallel([alone('P', { Type: 'Pass' })], { ResultSelector: { 'm.$': '$.nope' } }));
    expect(types(run).slice(-2)).toEqual(['ParallelStateSucceeded', 'ExecutionFailed']);
    expect(links(run)).toEqual([0, 0, 2, 3, 4, 5, 6]);
    const mapped = runOf(map(alone('P', { Type: 'Pass' }), { ResultSelector: { 'm.$': '$.nope' } }), [1]);
    expect(mapped.history.at(-1)!.previousEventId).toBe(mapped.history.length - 1);
  });
});

describe('a catcher that fails itself', () => {
  const fails = (more: object): JsonObject => ({
    QueryLanguage: 'JSONata',
    StartAt: 'T',
    States: {
      T: { Type: 'Task', Resource: LAMBDA.Resource, Arguments: {}, End: true, ...more },
      C: { Type: 'Succeed' },
    },
  });
  const answers = { onTask: () => ({ error: 'E', cause: 'why' }) };

  test('fails its scope; no later catcher and no retrier takes it', () => {
    const run = runOf(
      fails({
        Retry: [{ ErrorEquals: ['States.QueryEvaluationError'] }],
        Catch: [
          { ErrorEquals: ['E'], Output: noValue, Next: 'C' },
          { ErrorEquals: ['States.ALL'], Next: 'C' },
        ],
      }),
      {},
      answers,
    );
    expect(types(run)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskFailed',
      'EvaluationFailed',
      'ExecutionFailed',
    ]);
    expect(run.error).toBe('States.QueryEvaluationError');
    expect(run.history[5].evaluationFailedEventDetails).toMatchObject({ location: 'Catch[0]/Output', state: 'T' });
  });

  test('fails its scope where what it assigns fails', () => {
    expect(
      result(
        runOf(
          fails({
            Catch: [
              { ErrorEquals: ['E'], Assign: { x: noValue }, Next: 'C' },
              { ErrorEquals: ['States.ALL'], Next: 'C' },
            ],
          }),
          {},
          answers,
        ),
      ),
    ).toEqual({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: `${inState('T')}The JSONata expression '$states.input.missing' specified for the field 'Catch[0]/Assign/x' returned nothing (undefined).`,
    });
  });

  test('fails a Parallel a second time', () => {
    const run = runOf({
      ...onlyJsonata({
        Type: 'Parallel',
        Branches: [alone('F', { Type: 'Fail', Error: 'E' })],
        Catch: [{ ErrorEquals: ['States.ALL'], Output: { v: noValue }, Next: 'A' }],
      }),
    });
    expect(types(run).slice(3)).toEqual([
      'FailStateEntered',
      'ParallelStateFailed',
      'EvaluationFailed',
      'ParallelStateFailed',
      'ExecutionFailed',
    ]);
    expect(links(run)).toEqual([0, 0, 2, 3, 4, 4, 6, 7]);
  });
});

describe('the event of an expression that failed', () => {
  const failing = onlyJsonata({ Type: 'Pass', Output: noValue });

  test('is linked to its state', () => {
    expect(links(runOf(failing))).toEqual([0, 0, 2, 3]);
  });

  test('was linked to what came before the state in November 2024', () => {
    expect(links(runOf(failing, {}, { asOf: Date.UTC(2024, 10, 21) }))).toEqual([0, 0, 0, 3]);
  });
});

test('a Distributed Map fails where the input of a further item cannot be made, not the child that has ended before it', () => {
  const processor = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    ...alone('P', { Type: 'Pass' }),
  };
  const run = runOf(map(processor, { MaxConcurrency: 1, ItemSelector: { 'n.$': '$$.Map.Item.Value.n' } }), [
    { n: 1 },
    {},
    { n: 3 },
  ]);
  expect(run.status).toBe('FAILED');
  expect(run.error).toBe('States.Runtime');
  expect(run.cause).toContain('$$.Map.Item.Value.n');
  expect(run.children.map(child => [child.status, child.output])).toEqual([['SUCCEEDED', { n: 1 }]]);
});
