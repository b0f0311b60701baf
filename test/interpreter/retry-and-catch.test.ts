import { LAMBDA, result, runOf, types } from './runs';
import type { TaskRunner } from '../../src/interpreter';

const failing =
  (...errors: string[]): TaskRunner =>
  ({ callIndex }) =>
    callIndex < errors.length ? { error: errors[callIndex], cause: 'why' } : { output: 'done' };

/** A Task with error handling, and a state that catches. */
const machine = (more: object, language = {}): object => ({
  ...language,
  StartAt: 'A',
  States: { A: { ...LAMBDA, ...more, End: true }, H: { Type: 'Pass', End: true } },
});

/** When each attempt was made, in seconds after the start. */
function attempts(retry: object, errors: string[], seed?: string): number[] {
  const times: number[] = [];
  const answer = failing(...errors);
  const run = runOf(machine({ Retry: [retry] }), {}, { seed, onTask: call => (times.push(call.time), answer(call)) });
  return times.map(time => (time - run.startTime) / 1000);
}

describe('Retry', () => {
  test('waits one second, then doubles, three times by default', () => {
    expect(attempts({ ErrorEquals: ['States.ALL'] }, ['E', 'E', 'E', 'E', 'E'])).toEqual([0, 1, 3, 7]);
  });

  test('takes interval, rate, attempts and the longest delay', () => {
    expect(
      attempts({ ErrorEquals: ['E'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 4, MaxDelaySeconds: 10 }, [
        'E',
        'E',
        'E',
        'E',
      ]),
    ).toEqual([0, 2, 8, 18, 28]);
  });

  test('never tries again with MaxAttempts 0', () => {
    expect(attempts({ ErrorEquals: ['E'], MaxAttempts: 0 }, ['E'])).toEqual([0]);
  });

  test('jitters between nothing and the delay, the same for the same seed', () => {
    const retry = { ErrorEquals: ['E'], IntervalSeconds: 10, BackoffRate: 1, JitterStrategy: 'FULL' };
    const [, first] = attempts(retry, ['E'], 'one');
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(10);
    expect(attempts(retry, ['E'], 'one')[1]).toBe(first);
    expect(attempts(retry, ['E'], 'two')[1]).not.toBe(first);
  });

  test('counts for each retrier apart, and RetryCount over all', () => {
    const counts: number[] = [];
    const answer = failing('E', 'F', 'E');
    const definition = machine({
      Parameters: { 'n.$': '$$.State.RetryCount' },
      Retry: [
        { ErrorEquals: ['E'], MaxAttempts: 2 },
        { ErrorEquals: ['F'], MaxAttempts: 1 },
      ],
    });
    runOf(definition, {}, { onTask: call => (counts.push((call.input as { n: number }).n), answer(call)) });
    expect(counts).toEqual([0, 1, 2, 3]);
  });

  test('is decided by the first retrier that matches, also when it is used up', () => {
    const run = runOf(
      machine({ Retry: [{ ErrorEquals: ['E'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }] }),
      {},
      { onTask: failing('E') },
    );
    expect(run.error).toBe('E');
  });

  test('goes from failed to scheduled without another entered event', () => {
    expect(types(runOf(machine({ Retry: [{ ErrorEquals: ['E'] }] }), {}, { onTask: failing('E') }))).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskFailed',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });
});

describe('Catch', () => {
  test('goes on with the error output, placed by ResultPath', () => {
    expect(
      result(
        runOf(
          machine({ Catch: [{ ErrorEquals: ['E'], ResultPath: '$.e', Next: 'H' }] }),
          { a: 1 },
          { onTask: failing('E') },
        ),
      ),
    ).toEqual({ a: 1, e: { Error: 'E', Cause: 'why' } });
  });

  test('goes on with the error output alone, or with the input alone', () => {
    const caught = (ResultPath: unknown): unknown =>
      result(
        runOf(
          JSON.parse(JSON.stringify(machine({ Catch: [{ ErrorEquals: ['E'], ResultPath, Next: 'H' }] }))) as object,
          { a: 1 },
          { onTask: failing('E') },
        ),
      );
    expect([caught(undefined), caught('$'), caught(null)]).toEqual([
      { Error: 'E', Cause: 'why' },
      { Error: 'E', Cause: 'why' },
      { a: 1 },
    ]);
  });

  test('assigns in JSONPath from the error output', () => {
    const run = runOf(
      machine({ Catch: [{ ErrorEquals: ['E'], Assign: { 'e.$': '$.Error', 'fixed': 1 }, Next: 'H' }] }),
      {},
      { onTask: failing('E') },
    );
    expect(
      run.history.find(({ type }) => type === 'TaskStateExited')?.stateExitedEventDetails?.assignedVariables,
    ).toEqual({ e: '"E"', fixed: '1' });
    expect(
      runOf(
        machine({ Catch: [{ ErrorEquals: ['E'], Assign: { 'e.$': '$.no' }, Next: 'H' }] }),
        {},
        { onTask: failing('E') },
      ).error,
    ).toBe('States.Runtime');
  });

  test('names the catcher and the field of an expression that fails', () => {
    const cause = (catcher: object): string | undefined =>
      runOf(
        machine(
          {
            Catch: [
              { ErrorEquals: ['X'], Next: 'H' },
              { ErrorEquals: ['E'], Next: 'H', ...catcher },
            ],
          },
          { QueryLanguage: 'JSONata' },
        ),
        {},
        { onTask: failing('E') },
      ).cause;
    expect(cause({ Output: '{% $no %}' })).toContain(
      "specified for the field 'Catch[1]/Output' returned nothing (undefined).",
    );
    expect(cause({ Assign: { a: '{% $no %}' } })).toContain(
      "specified for the field 'Catch[1]/Assign/a' returned nothing (undefined).",
    );
  });

  test('gives null for what a failure does not have', () => {
    expect(
      result(
        runOf(
          machine({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'H' }] }),
          {},
          { onTask: () => ({ error: undefined }) },
        ),
      ),
    ).toEqual({ Error: null, Cause: null });
  });

  test('assigns and shapes in JSONata from the error output', () => {
    const definition = machine(
      {
        Catch: [
          {
            ErrorEquals: ['States.TaskFailed'],
            Assign: { e: '{% $states.errorOutput.Error %}' },
            Output: '{% $merge([$states.input, $states.errorOutput]) %}',
            Next: 'H',
          },
        ],
      },
      { QueryLanguage: 'JSONata' },
    );
    const run = runOf(definition, { a: 1 }, { onTask: failing('E') });
    expect(result(run)).toEqual({ a: 1, Error: 'E', Cause: 'why' });
    expect(
      run.history.find(({ type }) => type === 'TaskStateExited')?.stateExitedEventDetails?.assignedVariables,
    ).toEqual({ e: '"E"' });
  });

  test('finds no time-out by States.TaskFailed', () => {
    expect(
      runOf(
        machine({ TimeoutSeconds: 1, Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'H' }] }),
        {},
        { onTask: () => ({ pending: true }) },
      ).error,
    ).toBe('States.Timeout');
  });

  test('finds States.Runtime by its own name only', () => {
    const caught = (name: string): string =>
      runOf(machine({ Parameters: { 'a.$': '$.no' }, Catch: [{ ErrorEquals: [name], Next: 'H' }] })).status;
    expect(caught('States.ALL')).toBe('FAILED');
    expect(caught('States.TaskFailed')).toBe('FAILED');
  });

  test('catches a failed expression by its name and by States.ALL', () => {
    const caught = (name: string): string =>
      runOf(
        machine({ Arguments: '{% $no %}', Catch: [{ ErrorEquals: [name], Next: 'H' }] }, { QueryLanguage: 'JSONata' }),
      ).status;
    expect(caught('States.QueryEvaluationError')).toBe('SUCCEEDED');
    expect(caught('States.ALL')).toBe('SUCCEEDED');
  });

  test('compares whole names', () => {
    expect(
      runOf(machine({ Catch: [{ ErrorEquals: ['e', 'State.ALL'], Next: 'H' }] }), {}, { onTask: failing('E') }).error,
    ).toBe('E');
  });

  test('fails the scope when its own Output fails', () => {
    expect(
      runOf(
        machine(
          { Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $no %}', Next: 'H' }] },
          { QueryLanguage: 'JSONata' },
        ),
        {},
        { onTask: failing('E') },
      ),
    ).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});
