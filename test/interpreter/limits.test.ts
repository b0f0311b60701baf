import { LAMBDA, only, onlyJsonata, result, runOf } from './runs';

const BIG = 'x'.repeat(262_144);
const ONE_YEAR = 31_536_000;

describe('the limit of 256 KiB', () => {
  const machine = (name: string): object => ({
    StartAt: 'A',
    States: {
      A: { ...LAMBDA, Catch: [{ ErrorEquals: [name], Next: 'H' }], End: true },
      H: { Type: 'Pass', End: true },
    },
  });
  const onTask = (): { output: string } => ({ output: BIG });
  const cause =
    "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.";

  test('fails a service result, which is caught by its own name and never by States.ALL', () => {
    expect(result(runOf(only(LAMBDA), {}, { onTask }))).toEqual({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
      cause,
    });
    expect(result(runOf(machine('States.DataLimitExceeded'), {}, { onTask }))).toEqual({
      Error: 'States.DataLimitExceeded',
      Cause: cause,
    });
    expect(runOf(machine('States.ALL'), {}, { onTask }).status).toBe('FAILED');
  });

  test('names the function that is called directly', () => {
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:f';
    expect(runOf(only({ Type: 'Task', Resource: arn }), {}, { onTask }).cause).toContain(`'${arn}'`);
  });

  test('fails the output of a state, by its name', () => {
    expect(result(runOf(only({ Type: 'Pass', Result: BIG })))).toEqual({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
      cause: "The state/task 'A' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
  });

  test('counts bytes of UTF-8 JSON text exactly', () => {
    const size = (text: string): string => runOf(only({ Type: 'Pass', Result: text })).status;
    expect(size('x'.repeat(262_142))).toBe('SUCCEEDED');
    expect(size('x'.repeat(262_143))).toBe('FAILED');
    expect(size('é'.repeat(131_071))).toBe('SUCCEEDED');
    expect(size('é'.repeat(131_072))).toBe('FAILED');
    expect(size('\n'.repeat(131_071))).toBe('SUCCEEDED');
    expect(size('"'.repeat(131_072))).toBe('FAILED');
  });

  test('finds data that grows little by little', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: {
          Type: 'Pass',
          Parameters: {
            'n.$': 'States.MathAdd($.n, 1)',
            'list.$':
              "States.Array($.list, 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')",
          },
          Next: 'C',
        },
        C: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericLessThan: 3000, Next: 'A' }], Default: 'D' },
        D: { Type: 'Succeed' },
      },
    };
    expect(runOf(definition, { n: 0, list: [] })).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
    });
  });

  test('fails data that a loop nests too deeply to be written as JSON', () => {
    const run = runOf({
      StartAt: 'A',
      States: { A: { Type: 'Pass', Parameters: { 'y.$': '$..a' }, ResultPath: '$.a', Next: 'A' } },
    });
    expect([run.status, run.error]).toEqual(['FAILED', 'States.DataLimitExceeded']);
    expect(run.history.length).toBeGreaterThan(900);
  });

  test('fails the input of an execution, as StartExecution refuses it', () => {
    expect(() => runOf(only({ Type: 'Pass' }), BIG)).toThrow(/^INPUT_TOO_LARGE/);
  });

  test('is switched off by name', () => {
    expect(runOf(only(LAMBDA), BIG, { onTask, withoutLimits: ['payload'] }).status).toBe('SUCCEEDED');
  });
});

describe('other limits', () => {
  test('fails at 25,000 events, unless the limit is off', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'C' },
        C: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericLessThan: 10_000, Next: 'A' }], Default: 'D' },
        D: { Type: 'Succeed' },
      },
    };
    const run = runOf(definition, { n: 0 });
    expect(run).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    });
    expect(run.history).toHaveLength(25_000);
    expect(runOf(definition, { n: 0 }, { withoutLimits: ['historyEvents'] }).status).toBe('SUCCEEDED');
    expect(runOf(definition, { n: 0 }, { type: 'EXPRESS' }).status).toBe('SUCCEEDED');
  });

  test('fails at 25,000 events also where one Task is tried again and again', () => {
    const run = runOf(
      only({ ...LAMBDA, Retry: [{ ErrorEquals: ['E'], MaxAttempts: 99_999_999, MaxDelaySeconds: 1 }] }),
      {},
      { onTask: () => ({ error: 'E' }) },
    );
    expect([run.error, run.history.length, run.history[24_999].type]).toEqual([
      'States.Runtime',
      25_000,
      'ExecutionFailed',
    ]);
  });

  test('fails a loop that takes no time where nothing else ends it', () => {
    const loop = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } };
    expect(() => runOf(loop, {}, { type: 'EXPRESS' })).toThrow(/^ENDLESS_LOOP/);
    expect(runOf(loop)).toMatchObject({ error: 'States.Runtime' });
  });

  test('times out after a year', () => {
    const definition = {
      StartAt: 'A',
      States: { A: { Type: 'Wait', Seconds: ONE_YEAR - 1, Next: 'B' }, B: { Type: 'Wait', Seconds: 2, End: true } },
    };
    const run = runOf(definition);
    expect(run).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
    expect((run.stopTime - run.startTime) / 1000).toBe(ONE_YEAR);
    expect(runOf(definition, {}, { withoutLimits: ['executionDuration'] }).status).toBe('SUCCEEDED');
  });

  test('times out after the TimeoutSeconds of the definition', () => {
    const run = runOf(only({ Type: 'Wait', Seconds: 11 }, { TimeoutSeconds: 10 }));
    expect(run).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
    expect(run.history[2]).toMatchObject({
      type: 'ExecutionTimedOut',
      id: 3,
      previousEventId: 0,
      executionTimedOutEventDetails: { error: 'States.Timeout' },
    });
  });

  test('fails variables that are too large, unless the limit is off', () => {
    const definition = onlyJsonata({ Type: 'Pass', Assign: { v: "{% $pad('', 262144, 'x') %}" }, Output: 1 });
    expect(runOf(definition)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect(runOf(definition, {}, { withoutLimits: ['variables'] }).output).toBe(1);
  });

  test('fails variables that are too large together, unless the limit is off', () => {
    const states = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [
        `S${i}`,
        {
          Type: 'Pass',
          Assign: { [`v${i}`]: "{% $pad('', 250000, 'x') %}" },
          ...(i === 49 ? { End: true } : { Next: `S${i + 1}` }),
        },
      ]),
    );
    const definition = { QueryLanguage: 'JSONata', StartAt: 'S0', States: states };
    const run = runOf(definition);
    expect([run.error, run.visited.length]).toEqual(['States.DataLimitExceeded', 42]);
    expect(runOf(definition, {}, { withoutLimits: ['variables'] }).status).toBe('SUCCEEDED');
  });

  test('counts a variable that is assigned again once, and none of a branch that has ended', () => {
    const assign = { Type: 'Pass', Assign: { v: "{% $pad('', 250000, 'x') %}", n: '{% $n + 1 %}' } };
    const loop = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { n: 0 }, Next: 'B' },
        B: { ...assign, Next: 'C' },
        C: { Type: 'Choice', Choices: [{ Condition: '{% $n < 45 %}', Next: 'B' }], Default: 'D' },
        D: { Type: 'Succeed' },
      },
    };
    expect(runOf({ QueryLanguage: 'JSONata', ...loop }).status).toBe('SUCCEEDED');
    const inner = {
      StartAt: 'I',
      States: { I: { Type: 'Pass', Assign: { v: "{% $pad('', 250000, 'x') %}" }, Output: 1, End: true } },
    };
    expect(
      runOf(onlyJsonata({ Type: 'Map', MaxConcurrency: 1, Items: '{% [1..45] %}', ItemProcessor: inner })).status,
    ).toBe('SUCCEEDED');
  });

  test('does not count variables that were refused', () => {
    const refused = (i: number): object => ({
      ...LAMBDA,
      Arguments: {},
      Assign: { [`v${i}`]: "{% $pad('', 262144, 'x') %}" },
      Next: `S${i + 1}`,
      Catch: [{ ErrorEquals: ['States.DataLimitExceeded'], Next: `S${i + 1}` }],
    });
    const states = {
      ...Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`S${i}`, refused(i)])),
      S45: { Type: 'Pass', Assign: { v: 'x' }, Output: 1, End: true },
    };
    const run = runOf(
      { QueryLanguage: 'JSONata', StartAt: 'S0', States: states },
      {},
      { onTask: () => ({ output: {} }) },
    );
    expect(run.history.filter(({ type }) => type === 'TaskStateExited').length).toBe(45);
    expect(run.output).toBe(1);
  });

  test('stops as StopExecution does', () => {
    const run = runOf(
      only({ Type: 'Wait', Seconds: 10 }),
      {},
      { abortAfterMs: 3000, abortWith: { error: 'Manual', cause: 'probe' } },
    );
    expect(run).toMatchObject({ status: 'ABORTED', error: 'Manual', cause: 'probe' });
    expect(run.history.slice(2)).toEqual([
      expect.objectContaining({
        type: 'ExecutionAborted',
        id: 3,
        previousEventId: 0,
        executionAbortedEventDetails: { error: 'Manual', cause: 'probe' },
      }),
    ]);
  });

  test('stops without error and cause when none are given', () => {
    const run = runOf(only({ Type: 'Wait', Seconds: 10 }), {}, { abortAfterMs: 3000 });
    expect(Object.keys(run)).not.toContain('error');
    expect(run.history[2].executionAbortedEventDetails).toEqual({});
  });
});
