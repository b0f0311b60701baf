import { testState } from '../../../src/local/test-state';

const task = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { 'FunctionName': 'f', 'Payload.$': '$.order' },
  ResultSelector: { 'paid.$': '$.Payload.paid' },
  ResultPath: '$.charge',
  OutputPath: '$.charge',
  Next: 'Ship',
};

test('a mocked Task shows what its data looked like between the fields', () => {
  expect(
    testState({
      definition: task,
      input: { order: { id: 1 } },
      mock: { result: { Payload: { paid: true } } },
      inspectionLevel: 'DEBUG',
    }),
  ).toEqual({
    status: 'SUCCEEDED',
    output: { paid: true },
    nextState: 'Ship',
    inspectionData: {
      input: { order: { id: 1 } },
      afterInputPath: { order: { id: 1 } },
      afterParameters: { FunctionName: 'f', Payload: { id: 1 } },
      result: { Payload: { paid: true } },
      afterResultSelector: { paid: true },
      afterResultPath: { order: { id: 1 }, charge: { paid: true } },
    },
  });
});

test('the level INFO shows the outcome only', () => {
  expect(testState({ definition: { Type: 'Pass', Result: 1, End: true } })).toEqual({ status: 'SUCCEEDED', output: 1 });
});

test('a retrier that matches makes the state retriable, with the wait that it would take', () => {
  const retried = {
    ...task,
    Retry: [
      { ErrorEquals: ['Other'] },
      { ErrorEquals: ['States.ALL'], IntervalSeconds: 3, BackoffRate: 2, MaxDelaySeconds: 10 },
    ],
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Mend' }],
  };
  const tested = (retrierRetryCount: number) =>
    testState({
      definition: retried as never,
      input: { order: 1 },
      mock: { errorOutput: { error: 'E', cause: 'C' } },
      inspectionLevel: 'DEBUG',
      stateConfiguration: { retrierRetryCount },
    });
  expect(tested(1)).toMatchObject({
    status: 'RETRIABLE',
    error: 'E',
    inspectionData: { errorDetails: { retryIndex: 1, retryBackoffIntervalSeconds: 6 } },
  });
  expect(tested(2)).toMatchObject({ inspectionData: { errorDetails: { retryBackoffIntervalSeconds: 10 } } });
  expect(tested(3)).toMatchObject({
    status: 'CAUGHT_ERROR',
    nextState: 'Mend',
    output: { Error: 'E', Cause: 'C' },
    inspectionData: { errorDetails: { retryIndex: 1, catchIndex: 0 } },
  });
});

test('a state of a machine is found at any depth, with variables and the language of the machine', () => {
  const machine = {
    QueryLanguage: 'JSONata',
    StartAt: 'M',
    States: {
      M: {
        Type: 'Map',
        ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Pass', Output: '{% $n + 1 %}', End: true } } },
        End: true,
      },
    },
  };
  expect(testState({ definition: machine, stateName: 'Inner', variables: { n: 1 }, inspectionLevel: 'TRACE' })).toEqual(
    { status: 'SUCCEEDED', output: 2, inspectionData: { input: {}, variables: { n: 1 } } },
  );
});

test('a Choice tells where it leads, a Wait takes no time', () => {
  const choice = { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'One' }], Default: 'Other' };
  expect(testState({ definition: choice, input: { n: 1 } })).toEqual({
    status: 'SUCCEEDED',
    output: { n: 1 },
    nextState: 'One',
  });
  expect(testState({ definition: choice, input: { n: 2 } }).nextState).toBe('Other');
  expect(testState({ definition: { Type: 'Wait', Seconds: 300, Next: 'After' }, input: 1 })).toEqual({
    status: 'SUCCEEDED',
    output: 1,
    nextState: 'After',
  });
});

test('a Task without a mock asks the given service, with what it sends', () => {
  const sent: unknown[] = [];
  const service = (given: unknown) => {
    sent.push(given);
    return { output: { Payload: { paid: false } } };
  };
  expect(
    testState({ definition: task, input: { order: 7 }, roleArn: 'arn:aws:iam::123456789012:role/r', service }).output,
  ).toEqual({ paid: false });
  expect(sent).toEqual([{ FunctionName: 'f', Payload: 7 }]);
});

test('a test that takes more than five minutes times out', () => {
  const past = '2024-01-01T00:05:01Z';
  expect(testState({ definition: { Type: 'Wait', Seconds: 301, Next: 'After' } })).toEqual({
    status: 'FAILED',
    error: 'States.Timeout',
  });
  expect(testState({ definition: { Type: 'Wait', TimestampPath: '$', End: true }, input: past }).error).toBe(
    'States.Timeout',
  );
});

test('variables are shown as the state leaves them: what was given, and what it assigned', () => {
  const pass = { Type: 'Pass', Assign: { 'a.$': '$.v', 'b': 2 }, End: true };
  expect(
    testState({ definition: pass, input: { v: 1 }, variables: { a: 0, c: 3 }, inspectionLevel: 'DEBUG' }).inspectionData
      ?.variables,
  ).toEqual({ a: 1, b: 2, c: 3 });
  const expressions = {
    Type: 'Task',
    QueryLanguage: 'JSONata',
    Resource: task.Resource,
    Arguments: { FunctionName: 'f' },
    Assign: { paid: '{% $states.result.Payload %}' },
    Output: '{% $paid %}',
    End: true,
  };
  expect(
    testState({
      definition: expressions,
      variables: { paid: 'before' },
      mock: { result: { Payload: 5 } },
      inspectionLevel: 'DEBUG',
    }),
  ).toEqual({
    status: 'SUCCEEDED',
    output: 'before',
    inspectionData: {
      input: {},
      afterArguments: { FunctionName: 'f' },
      result: { Payload: 5 },
      variables: { paid: 5 },
    },
  });
  const parallel = {
    Type: 'Parallel',
    Branches: [{ StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }],
    Assign: { 'first.$': '$[0]' },
    End: true,
  };
  expect(
    testState({ definition: parallel, mock: { result: [7] }, inspectionLevel: 'DEBUG' }).inspectionData?.variables,
  ).toEqual({ first: 7 });
  const choice = {
    Type: 'Choice',
    Choices: [{ Variable: '$.n', NumericEquals: 1, Assign: { way: 1 }, Next: 'One' }],
    Assign: { way: 2 },
    Default: 'Other',
  };
  expect(
    testState({ definition: choice, input: { n: 1 }, inspectionLevel: 'DEBUG' }).inspectionData?.variables,
  ).toEqual({ way: 1 });
});

test('an Assign that fails makes the state fail', () => {
  expect(
    testState({ definition: { ...task, Assign: { 'id.$': '$.nowhere' } }, input: { order: 1 }, mock: { result: {} } }),
  ).toEqual({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: "The JSONPath '$.nowhere' specified for the field 'id.$' could not be found in the input '{}'",
  });
});

test('what is shown is what goes on, where every evaluation gives another value', () => {
  const { output, inspectionData } = testState({
    definition: { Type: 'Pass', Parameters: { 'id.$': 'States.UUID()' }, End: true },
    inspectionLevel: 'DEBUG',
  });
  expect([
    inspectionData?.afterParameters,
    inspectionData?.afterResultSelector,
    inspectionData?.afterResultPath,
  ]).toEqual([output, output, output]);
});

test('a Parallel shows no steps of its input, but evaluates them', () => {
  const parallel = {
    Type: 'Parallel',
    InputPath: '$.a',
    Branches: [{ StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }],
    End: true,
  };
  expect(testState({ definition: parallel, input: { a: 1 }, mock: { result: [2] }, inspectionLevel: 'TRACE' })).toEqual(
    {
      status: 'SUCCEEDED',
      output: [2],
      inspectionData: { input: { a: 1 }, afterResultSelector: [2], afterResultPath: [2] },
    },
  );
  expect(testState({ definition: parallel, input: { b: 1 }, mock: { result: [2] } })).toEqual({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: "Invalid path '$.a' : No results for path: $['a']",
  });
});

test('an output beyond the payload limit fails the state', () => {
  const twice = { Type: 'Pass', Parameters: { 'one.$': '$', 'two.$': '$' }, End: true };
  expect(testState({ definition: twice, input: 'x'.repeat(200_000) })).toEqual({
    status: 'FAILED',
    error: 'States.DataLimitExceeded',
    cause:
      "The state/task 'StateName' returned a result with a size exceeding the maximum number of bytes service limit.",
  });
});

test('parameters that Step Functions checks before a call are checked', () => {
  const call = {
    Type: 'Task',
    Resource: 'arn:aws:states:::apigateway:invoke',
    Parameters: { ApiEndpoint: 'a', Method: 'GET', Headers: { a: 'b' } },
    End: true,
  };
  expect(testState({ definition: call, mock: { result: {} } })).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
  });
});

test('times and roles of a Task are evaluated', () => {
  const paths = { ...task, TimeoutSecondsPath: '$.seconds' };
  expect(
    testState({ definition: paths, input: { order: 1, seconds: 0 }, mock: { result: { Payload: { paid: true } } } }),
  ).toEqual({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: 'The TimeoutSecondsPath parameter cannot be parsed as a positive integer: $.seconds == 0',
  });
  expect(
    testState({ definition: paths, input: { order: 1, seconds: 9 }, mock: { result: { Payload: { paid: true } } } })
      .status,
  ).toBe('SUCCEEDED');
  const credentials = { ...task, Credentials: { 'RoleArn.$': '$.nowhere' } };
  expect(
    testState({ definition: credentials, input: { order: 1 }, mock: { result: { Payload: { paid: true } } } }),
  ).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
});

test('inside of a Map, the made-up Context Object is that of the first iteration', () => {
  const machine = {
    StartAt: 'M',
    States: {
      M: {
        Type: 'Map',
        ItemProcessor: {
          StartAt: 'P',
          States: {
            P: {
              Type: 'Parallel',
              Branches: [
                {
                  StartAt: 'Inner',
                  States: {
                    Inner: {
                      Type: 'Pass',
                      Parameters: { 'i.$': '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value' },
                      End: true,
                    },
                  },
                },
              ],
              End: true,
            },
          },
        },
        End: true,
      },
    },
  };
  expect(testState({ definition: machine, stateName: 'Inner', input: { a: 1 } }).output).toEqual({ i: 0, v: { a: 1 } });
  const alone = { Type: 'Pass', Parameters: { 'i.$': '$$.Map.Item.Index' }, End: true };
  expect(testState({ definition: alone }).error).toBe('States.Runtime');
});

describe('fails', () => {
  const sdk = (service: string, action: string) => ({
    Type: 'Task',
    Resource: `arn:aws:states:::aws-sdk:${service}:${action}`,
    Parameters: {},
    End: true,
  });
  test.each([
    [
      'on a mock of a state that calls nothing',
      { definition: { Type: 'Pass', End: true }, mock: { result: 1 } },
      "ValidationException: State type 'Pass' is not supported when a mock is specified",
    ],
    [
      'on two answers',
      { definition: task, mock: { result: 1, errorOutput: {} } },
      'A test mock should have only one of the following fields: [result, errorOutput].',
    ],
    ['on a Task without a role or a mock', { definition: task }, 'RoleArn must be specified when testing a Task state'],
    [
      'on a Map without a mock',
      {
        definition: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } },
          End: true,
        },
      },
      'InvalidDefinition: TestState API does not support Map or Parallel states.',
    ],
    [
      'on a state that is not there',
      { definition: { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }, stateName: 'B' },
      'State not found in definition',
    ],
    [
      'on a number that JavaScript rounds',
      { definition: task, mock: { result: '{"id":1234567890123456789}' } },
      "NUMBER_NOT_EXACT: $.id is a number that AWS represents exactly, but a local run can't\n  at: result",
    ],
    ['on a text that is no JSON', { definition: task, mock: { result: '{' } }, 'Mocked result must be valid JSON'],
    [
      'on a result of another type',
      { definition: sdk('sqs', 'getQueueUrl'), mock: { result: { QueueUrl: 1 } } },
      "Mock result schema validation error: Field 'QueueUrl' must be a string",
    ],
    [
      'on a result that lacks a field',
      { definition: sdk('sfn', 'startExecution'), mock: { result: {} } },
      "Mock result schema validation error: Required field 'ExecutionArn' is missing",
    ],
    [
      'on a value out of range, deep inside',
      { definition: sdk('lambda', 'listFunctions'), mock: { result: { Functions: [{ MemorySize: 64 }] } } },
      "Field 'MemorySize' is below the minimum value",
    ],
    [
      'on a Context Object with a field that does not exist',
      { definition: task, mock: { result: {} }, context: { Execution: { Nmae: '' } } },
      "Invalid Context object provided: Field 'Nmae' is not allowed",
    ],
    [
      'on a Context Object with a value of another type',
      { definition: task, mock: { result: {} }, context: { State: { RetryCount: '0' } } },
      'Invalid Context object provided: State.RetryCount must be a number',
    ],
    [
      'on a definition that AWS refuses',
      { definition: { Type: 'Pas', End: true } },
      "InvalidDefinition: Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values",
    ],
  ])('%s', (_, options, message) => {
    expect(() => testState(options as never)).toThrow(message);
  });
});
