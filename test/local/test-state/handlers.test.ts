import { testState } from '../../../src/local/test-state';

const call = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' }, End: true };
const broken = { errorOutput: { error: 'Broken', cause: 'why' } };

/** A machine with a state inside of a Map. */
function inMap(state: object, map: object): never {
  return {
    StartAt: 'Each',
    States: {
      Each: { Type: 'Map', ItemProcessor: { StartAt: 'Inner', States: { Inner: state } }, ...map, Next: 'Mend' },
      Mend: { Type: 'Pass', End: true },
    },
  } as never;
}

test('back-off is told in whole seconds', () => {
  const retried = { ...call, Retry: [{ ErrorEquals: ['Broken'], IntervalSeconds: 3, BackoffRate: 1.5 }] };
  expect(
    testState({
      definition: retried,
      mock: broken,
      stateConfiguration: { retrierRetryCount: 1 },
      inspectionLevel: 'DEBUG',
    }).inspectionData?.errorDetails,
  ).toEqual({ retryIndex: 0, retryBackoffIntervalSeconds: 4 });
});

test('States.Runtime is not tried again, not even by its name, as in a run', () => {
  const retried = { ...call, Parameters: { 'FunctionName.$': '$.nope' }, Retry: [{ ErrorEquals: ['States.Runtime'] }] };
  expect(testState({ definition: retried, mock: { result: {} } })).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
  });
});

test('what a catcher assigns is shown', () => {
  const caught = { ...call, Catch: [{ ErrorEquals: ['States.ALL'], Assign: { 'name.$': '$.Error' }, Next: 'Mend' }] };
  expect(
    testState({ definition: caught, mock: broken, variables: { n: 1 }, inspectionLevel: 'DEBUG' }).inspectionData
      ?.variables,
  ).toEqual({ n: 1, name: 'Broken' });
});

test.each([
  ['its Output', { Output: '{% $number($states.errorOutput.Error) %}' }],
  ['its Assign', { Assign: { n: '{% $number($states.errorOutput.Error) %}' } }],
])('a catcher fails the state where %s fails', (_, fields) => {
  const caught = {
    QueryLanguage: 'JSONata',
    Type: 'Task',
    Resource: call.Resource,
    Arguments: call.Parameters,
    Catch: [{ ErrorEquals: ['States.ALL'], ...fields, Next: 'Mend' }],
    End: true,
  };
  const { inspectionData, cause, ...outcome } = testState({
    definition: caught,
    mock: broken,
    inspectionLevel: 'DEBUG',
  });
  expect(outcome).toEqual({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  expect(cause).toContain('Unable to cast value to a number');
  expect(inspectionData).toEqual({ input: {}, afterArguments: { FunctionName: 'f' } });
});

describe('a failure inside of a Map', () => {
  test('meets the catchers of the Map', () => {
    const definition = inMap(call, {
      Catch: [
        { ErrorEquals: ['Other'], Next: 'Mend' },
        { ErrorEquals: ['Broken'], ResultPath: '$.why', Next: 'Mend' },
      ],
    });
    expect(
      testState({ definition, stateName: 'Inner', input: { n: 1 }, mock: broken, inspectionLevel: 'DEBUG' }),
    ).toEqual({
      status: 'CAUGHT_ERROR',
      error: 'Broken',
      cause: 'why',
      output: { n: 1, why: { Error: 'Broken', Cause: 'why' } },
      nextState: 'Mend',
      inspectionData: {
        input: { n: 1 },
        afterInputPath: { n: 1 },
        afterParameters: { FunctionName: 'f' },
        errorDetails: { catchIndex: 1 },
      },
    });
  });

  test('meets the retriers of the Map when its own are used up', () => {
    const definition = inMap(
      { ...call, Retry: [{ ErrorEquals: ['Broken'], MaxAttempts: 2 }] },
      { Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 5 }] },
    );
    const tested = (retrierRetryCount: number) =>
      testState({
        definition,
        stateName: 'Inner',
        mock: broken,
        stateConfiguration: { retrierRetryCount },
        inspectionLevel: 'DEBUG',
      });
    expect(tested(0)).toMatchObject({
      status: 'RETRIABLE',
      inspectionData: { errorDetails: { retryIndex: 0, retryBackoffIntervalSeconds: 1 } },
    });
    expect(tested(2)).toMatchObject({
      status: 'RETRIABLE',
      inspectionData: { errorDetails: { retryIndex: 0, retryBackoffIntervalSeconds: 4 } },
    });
    expect(tested(5)).toEqual({
      status: 'FAILED',
      error: 'Broken',
      cause: 'why',
      inspectionData: {
        input: {},
        afterInputPath: {},
        afterParameters: { FunctionName: 'f' },
        errorDetails: { retryIndex: 0 },
      },
    });
  });

  test('is caught by its own catcher first', () => {
    const own = { ...call, Catch: [{ ErrorEquals: ['Broken'], Next: 'Own' }] };
    const machine = inMap(own, { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Mend' }] }) as {
      States: { Each: { ItemProcessor: { States: Record<string, object> } } };
    };
    machine.States.Each.ItemProcessor.States.Own = { Type: 'Succeed' };
    expect(testState({ definition: machine as never, stateName: 'Inner', mock: broken }).nextState).toBe('Own');
  });

  test('is that of a Fail, too', () => {
    const definition = inMap({ Type: 'Fail', Error: 'Broken' }, { Catch: [{ ErrorEquals: ['Broken'], Next: 'Mend' }] });
    expect(testState({ definition, stateName: 'Inner' })).toEqual({
      status: 'CAUGHT_ERROR',
      error: 'Broken',
      output: { Error: 'Broken', Cause: null },
      nextState: 'Mend',
    });
  });
});

test("an error that is mocked for a Map meets the Map's own handlers, not those of the state that caused it", () => {
  const inner = { ...call, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Own' }] };
  const definition = {
    Type: 'Map',
    ItemProcessor: { StartAt: 'Inner', States: { Inner: inner, Own: { Type: 'Succeed' } } },
    Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Mend' }],
    End: true,
  };
  expect(
    testState({
      definition: definition as never,
      input: [1],
      mock: broken,
      stateConfiguration: { errorCausedByState: 'Inner' },
    }),
  ).toMatchObject({ status: 'CAUGHT_ERROR', nextState: 'Mend' });
});
