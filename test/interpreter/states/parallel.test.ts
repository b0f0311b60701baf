import { LAMBDA, only, result, runOf, types } from '../runs';

const pass = (name: string, value: unknown): object => ({
  StartAt: name,
  States: { [name]: { Type: 'Pass', Result: value, End: true } },
});
const wait = (name: string, seconds: number): object => ({
  StartAt: name,
  States: { [name]: { Type: 'Wait', Seconds: seconds, End: true } },
});
const fail = (name: string): object => ({
  StartAt: name,
  States: { [name]: { Type: 'Fail', Error: 'E', Cause: 'C' } },
});

describe('Parallel', () => {
  test('gives the outputs in the order of its branches', () => {
    expect(result(runOf(only({ Type: 'Parallel', Branches: [wait('W', 5), pass('P', 1)] }), 'in'))).toEqual(['in', 1]);
  });

  test('takes as long as its slowest branch', () => {
    const run = runOf(only({ Type: 'Parallel', Branches: [wait('W', 5), wait('V', 7)] }));
    expect(run.stopTime - run.startTime).toBe(7000);
  });

  test('gives each branch its Parameters, and selects from the result', () => {
    const echo = { StartAt: 'X', States: { X: { Type: 'Pass', End: true } } };
    expect(
      result(
        runOf(
          only({
            Type: 'Parallel',
            Parameters: { 'v.$': '$.a' },
            ResultSelector: { 'first.$': '$[0].v' },
            Branches: [echo, pass('P', 1)],
          }),
          { a: 9 },
        ),
      ),
    ).toEqual({ first: 9 });
  });

  test('links its end to what ended last inside', () => {
    const run = runOf(only({ Type: 'Parallel', Branches: [pass('P', 1)] }));
    expect(run.history.map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [1, 0, 'ExecutionStarted'],
      [2, 0, 'ParallelStateEntered'],
      [3, 2, 'ParallelStateStarted'],
      [4, 3, 'PassStateEntered'],
      [5, 4, 'PassStateExited'],
      [6, 5, 'ParallelStateSucceeded'],
      [7, 5, 'ParallelStateExited'],
      [8, 7, 'ExecutionSucceeded'],
    ]);
  });

  test('aborts what still runs when a branch fails', () => {
    const run = runOf(
      only({
        Type: 'Parallel',
        Branches: [
          wait('W', 5),
          { StartAt: 'V', States: { V: { Type: 'Wait', Seconds: 1, Next: 'F' }, F: { Type: 'Fail', Error: 'E' } } },
        ],
      }),
    );
    expect(result(run)).toEqual({ status: 'FAILED', error: 'E' });
    expect(run.stopTime - run.startTime).toBe(1000);
    expect(types(run)).toContain('WaitStateAborted');
    expect(types(run).slice(-2)).toEqual(['ParallelStateFailed', 'ExecutionFailed']);
  });

  test('links a Task that fails inside to its end as AWS does', () => {
    const branch = { StartAt: 'T', States: { T: { ...LAMBDA, End: true } } };
    const run = runOf(only({ Type: 'Parallel', Branches: [branch] }), {}, { onTask: () => ({ error: 'E' }) });
    expect(run.history.slice(6).map(({ previousEventId, type }) => [previousEventId, type])).toEqual([
      [6, 'TaskFailed'],
      [7, 'TaskStateAborted'],
      [7, 'ParallelStateFailed'],
      [9, 'ExecutionFailed'],
    ]);
  });

  test('is tried again as a whole, and caught', () => {
    const definition = {
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [fail('F')],
          Retry: [{ ErrorEquals: ['E'], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'D', ResultPath: '$.e' }],
          End: true,
        },
        D: { Type: 'Succeed' },
      },
    };
    const run = runOf(definition, { a: 1 });
    expect(result(run)).toEqual({ a: 1, e: { Error: 'E', Cause: 'C' } });
    expect(types(run).filter(type => type === 'ParallelStateStarted')).toHaveLength(2);
  });

  test('lets branches read outer variables and keeps theirs inside', () => {
    const branch = {
      StartAt: 'B',
      States: { B: { Type: 'Pass', Assign: { 'inner.$': '$outer' }, Parameters: { 'o.$': '$outer' }, End: true } },
    };
    const definition = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { outer: 1 }, Next: 'P' },
        P: { Type: 'Parallel', Branches: [branch], Next: 'Z' },
        Z: { Type: 'Pass', Parameters: { 'x.$': '$inner' }, End: true },
      },
    };
    expect(runOf(definition)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });
});
