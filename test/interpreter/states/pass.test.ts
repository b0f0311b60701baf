import { inState, only, onlyJsonata, result, runOf } from '../runs';

describe('Pass', () => {
  test('hands on its input', () => {
    expect(result(runOf(only({ Type: 'Pass' }), { a: 1 }))).toEqual({ a: 1 });
  });

  test('hands on a fixed Result', () => {
    expect(result(runOf(only({ Type: 'Pass', Result: [1, null] }), { a: 1 }))).toEqual([1, null]);
  });

  test('puts the result where ResultPath says and keeps the rest', () => {
    expect(result(runOf(only({ Type: 'Pass', Result: 1, ResultPath: '$.b.c' }), { a: 1 }))).toEqual({
      a: 1,
      b: { c: 1 },
    });
  });

  test('drops the result when ResultPath is null', () => {
    expect(result(runOf(only({ Type: 'Pass', Result: 1, ResultPath: null }), { a: 1 }))).toEqual({ a: 1 });
  });

  test('gives an empty object for null paths', () => {
    expect(result(runOf(only({ Type: 'Pass', InputPath: null, OutputPath: null }), { a: 1 }))).toEqual({});
  });

  test('picks with InputPath, Parameters and OutputPath', () => {
    const definition = only({
      Type: 'Pass',
      InputPath: '$.a',
      Parameters: { 'n.$': '$.n', 'fixed': true },
      OutputPath: '$.n',
    });
    expect(result(runOf(definition, { a: { n: 5 } }))).toBe(5);
  });

  test('sees the Context Object and variables', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { v: 3 }, Next: 'B' },
        B: { Type: 'Pass', Parameters: { 'name.$': '$$.State.Name', 'v.$': '$v' }, End: true },
      },
    };
    expect(result(runOf(definition))).toEqual({ name: 'B', v: 3 });
  });

  test('fails a path that finds nothing', () => {
    expect(result(runOf(only({ Type: 'Pass', InputPath: '$.a.b' }), { a: {} }))).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: `${inState('A')}Invalid path '$.a.b' : No results for path: $['a']['b']`,
    });
  });

  test('fails a template path that finds nothing', () => {
    expect(result(runOf(only({ Type: 'Pass', Parameters: { 'x.$': '$.no' } }), { a: 1 }))).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: `${inState('A')}The JSONPath '$.no' specified for the field 'x.$' could not be found in the input '{"a":1}'`,
    });
  });

  test('computes Output and Assign in JSONata from the same state of the variables', () => {
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { n: 1 }, Next: 'B' },
        B: { Type: 'Pass', Assign: { n: '{% $n + 1 %}', m: '{% $n %}' }, Output: { seen: '{% $n %}' }, Next: 'C' },
        C: { Type: 'Pass', Output: { seen: '{% $states.input.seen %}', n: '{% $n %}', m: '{% $m %}' }, End: true },
      },
    };
    expect(result(runOf(definition))).toEqual({ seen: 1, n: 2, m: 1 });
  });

  test('fails an expression that returns nothing, with its place in the event', () => {
    const run = runOf(onlyJsonata({ Type: 'Pass', Output: { x: ['{% $no %}'] } }));
    const cause = `${inState('A')}The JSONata expression '$no' specified for the field 'Output/x[0]' returned nothing (undefined).`;
    expect(result(run)).toEqual({ status: 'FAILED', error: 'States.QueryEvaluationError', cause });
    expect(run.history[2]).toMatchObject({
      type: 'EvaluationFailed',
      previousEventId: 2,
      evaluationFailedEventDetails: {
        state: 'A',
        location: 'Output/x[0]',
        error: 'States.QueryEvaluationError',
        cause,
      },
    });
  });
});
