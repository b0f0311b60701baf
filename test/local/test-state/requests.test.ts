import { testState } from '../../../src/local/test-state';

const pass = { Type: 'Pass', End: true };
const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' }, End: true };
const machine = { StartAt: 'A', States: { A: pass } };
const map = { Type: 'Map', ItemProcessor: { StartAt: 'P', States: { P: pass } }, End: true };
const roleArn = 'arn:aws:iam::123456789012:role/r';

test('texts are read as JSON', () => {
  expect(
    testState({ definition: JSON.stringify(pass), inputText: '"a"', variables: '{"n":1}', inspectionLevel: 'DEBUG' }),
  ).toMatchObject({ status: 'SUCCEEDED', output: 'a', inspectionData: { variables: { n: 1 } } });
  expect(testState({ definition: JSON.stringify(machine), stateName: 'A' })).toEqual({
    status: 'SUCCEEDED',
    output: {},
  });
  const named = { ...task, ResultSelector: { 'name.$': '$$.Execution.Name' } };
  expect(
    testState({ definition: named, mock: { result: '{}' }, context: '{"Execution":{"Name":"n"}}' }).output,
  ).toEqual({ name: 'n' });
});

test('a state by itself may lead to states that are not there, or nowhere', () => {
  expect(testState({ definition: { Type: 'Pass', Next: 'Elsewhere' } })).toEqual({
    status: 'SUCCEEDED',
    output: {},
    nextState: 'Elsewhere',
  });
  expect(testState({ definition: { Type: 'Pass' } })).toEqual({ status: 'SUCCEEDED', output: {} });
});

describe('fails', () => {
  const WORDS = "was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
  test.each([
    [
      'on an input that is no JSON',
      { definition: pass, inputText: 'not' },
      `InvalidExecutionInput: Invalid State Machine Execution Input: 'com.fasterxml.jackson.core.JsonParseException: Unrecognized token 'not': ${WORDS}\n at [Source: (String)"not"; line: 1, column: 4]'`,
    ],
    [
      'on an input that ends too early',
      { definition: pass, inputText: '[1' },
      "InvalidExecutionInput: Invalid State Machine Execution Input: 'com.fasterxml.jackson.core.io.JsonEOFException: Unexpected end-of-input",
    ],
    [
      'on an empty input',
      { definition: pass, inputText: '' },
      'MismatchedInputException: No content to map due to end-of-input',
    ],
    [
      'on variables that are no JSON',
      { definition: pass, variables: 'not' },
      'ValidationException: Variables must be valid JSON',
    ],
    [
      'on variables that are no object',
      { definition: pass, variables: [1] },
      'ValidationException: Variables must be a JSON object.',
    ],
    [
      'on a Context Object that is no JSON',
      { definition: task, mock: { result: {} }, context: 'not' },
      'ValidationException: Invalid Context object provided: Context must be valid JSON',
    ],
    [
      'on a Context Object without a mock',
      { definition: pass, context: {} },
      'ValidationException: TestState does not support Context when a mock is not specified.',
    ],
    [
      'on a definition that is no JSON',
      { definition: 'not' },
      `InvalidDefinition: Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: Unrecognized token 'not': ${WORDS}\n at [Source: (String)"not"; line: 1, column: 4]'`,
    ],
    [
      'on a definition that is no object',
      { definition: [1] },
      "InvalidDefinition: Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Expected value of type [OBJECT] at /'",
    ],
    [
      'on a machine that leads nowhere',
      { definition: { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'ZZ' } } }, stateName: 'A' },
      "MISSING_TRANSITION_TARGET: Missing 'Next' target: ZZ at /States/A/Next",
    ],
    [
      'on a machine whose state does not go on',
      { definition: { StartAt: 'A', States: { A: { Type: 'Pass' } } }, stateName: 'A' },
      'This object should have only one of the following fields: [Next, End] at /States/A',
    ],
    [
      'on a mistake in another state of the machine',
      { definition: { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Foo' } } }, stateName: 'A' },
      "SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/B/Type",
    ],
    [
      'on a mistake inside of a state by itself',
      {
        definition: { ...map, ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', Next: 'Q' } } } },
        mock: { result: [] },
      },
      "Missing 'Next' target: Q at /States/StateName/ItemProcessor/States/P/Next",
    ],
    [
      'on a machine without the name of a state',
      { definition: machine },
      "These fields are required: [Type] at /States/StateName'\n  fix: This is a state machine: name the state to test with stateName.",
    ],
    [
      'on an empty name',
      { definition: machine, stateName: '' },
      "ValidationException: 1 validation error detected: Value at 'stateName' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
    [
      'on several members out of range',
      { definition: task, stateConfiguration: { errorCausedByState: 'x'.repeat(81), retrierRetryCount: -1 } },
      "2 validation errors detected: Value at 'stateConfiguration.errorCausedByState' failed to satisfy constraint: Member must have length less than or equal to 80; Value '-1' at 'stateConfiguration.retrierRetryCount' failed to satisfy constraint: Member must have value greater than or equal to 0",
    ],
    [
      'on a level that does not exist',
      { definition: pass, inspectionLevel: 'debug' },
      "Value 'debug' at 'inspectionLevel' failed to satisfy constraint: Member must satisfy enum value set: [INFO, DEBUG, TRACE]",
    ],
    [
      'on .sync without a mock',
      {
        definition: { ...task, Resource: 'arn:aws:states:::ecs:runTask.sync', Parameters: { TaskDefinition: 't' } },
        roleArn,
      },
      "InvalidDefinition: TestState API does not support '.sync' or '.waitForTaskToken' integration patterns.\n  fix: Add mock: { result: … } or mock: { errorOutput: … }.",
    ],
    [
      'on an activity without a mock',
      {
        definition: { Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:a', End: true },
        roleArn,
      },
      'InvalidDefinition: TestState API does not support Activity tasks.',
    ],
    [
      'on a mock of nothing',
      { definition: task, mock: {} },
      'ValidationException: A test mock should have only one of the following fields: [result, errorOutput].',
    ],
    [
      'on an error without a name',
      { definition: task, mock: { errorOutput: { cause: 'c' } } },
      'ValidationException: An error was not specified in the mocked error output.',
    ],
    [
      'on a failed state that is not inside',
      {
        definition: map,
        input: [1],
        mock: { errorOutput: { error: 'E' } },
        stateConfiguration: { errorCausedByState: 'Q' },
      },
      'ValidationException: State not found in definition\n  fix: errorCausedByState names a state inside of the Map or Parallel that is tested.',
    ],
  ])('%s', (_, options, message) => {
    expect(() => testState(options as never)).toThrow(message);
  });

  test('on a Task without a mock or a service', () => {
    expect(() => testState({ definition: task, roleArn })).toThrow('TASK_WITHOUT_MOCK: the Task has no mock');
  });
});
