import { inState, only, onlyJsonata, result, runOf, types } from '../runs';

describe('Succeed', () => {
  test('ends with its input, picked by its paths', () => {
    expect(result(runOf(only({ Type: 'Succeed', InputPath: '$.a', OutputPath: '$.b' }), { a: { b: 2 } }))).toBe(2);
  });

  test('ends with its JSONata Output', () => {
    expect(result(runOf(onlyJsonata({ Type: 'Succeed', Output: '{% $sum($states.input) %}' }), [1, 2, 3]))).toBe(6);
  });
});

describe('Fail', () => {
  test('ends with its error and cause, without an exited event', () => {
    const run = runOf(only({ Type: 'Fail', Error: 'E', Cause: 'C' }));
    expect(result(run)).toEqual({ status: 'FAILED', error: 'E', cause: 'C' });
    expect(types(run)).toEqual(['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed']);
  });

  test('ends with neither when it names neither', () => {
    const run = runOf(only({ Type: 'Fail' }));
    expect(result(run)).toEqual({ status: 'FAILED' });
    expect(run.history[2].executionFailedEventDetails).toEqual({});
  });

  test('reads both from paths and intrinsic functions', () => {
    const definition = only({ Type: 'Fail', ErrorPath: '$.e', CausePath: "States.Format('{} failed', $.c)" });
    expect(result(runOf(definition, { e: 'E', c: 'it' }))).toEqual({
      status: 'FAILED',
      error: 'E',
      cause: 'it failed',
    });
  });

  test('fails a path that finds nothing', () => {
    expect(result(runOf(only({ Type: 'Fail', ErrorPath: '$.no' })))).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: `${inState('A')}The JSONPath '$.no' specified for the field 'ErrorPath' could not be found in the input '{}'`,
    });
  });

  test('computes both in JSONata', () => {
    expect(
      result(
        runOf(onlyJsonata({ Type: 'Fail', Error: "{% 'E' & 1 %}", Cause: '{% $states.input.why %}' }), {
          why: 'because',
        }),
      ),
    ).toEqual({ status: 'FAILED', error: 'E1', cause: 'because' });
  });
});
