import type { JsonObject } from '../../../src/asl';
import { testState } from '../../../src/local/test-state';

/** The arguments that AWS asks for by name, so that every definition here is one that it takes. */
const ASKED_FOR: Readonly<Record<string, JsonObject>> = {
  states: { StateMachineArn: 'm' },
  ecs: { TaskDefinition: 't' },
  glue: { JobName: 'j' },
  sqs: { QueueUrl: 'q', MessageBody: 'm' },
  lambda: { FunctionName: 'f' },
};

function tested(call: string, result: unknown, fieldValidationMode?: 'PRESENT' | 'NONE') {
  return testState({
    definition: {
      Type: 'Task',
      Resource: `arn:aws:states:::${call}`,
      Parameters: ASKED_FOR[call.split(':')[0]] ?? {},
      End: true,
    },
    mock: { result: result as never, fieldValidationMode },
  });
}

const described = {
  ExecutionArn: 'a',
  StateMachineArn: 'm',
  Status: 'SUCCEEDED',
  StartDate: '2024-01-01T00:00:00Z',
  Output: '{}',
};

test.each([
  ['states:startExecution.sync:2', described],
  ['ecs:runTask.sync', { TaskArn: 'a', LastStatus: 'STOPPED' }],
  ['batch:submitJob.sync', { JobId: 'j', Status: 'SUCCEEDED' }],
  [
    'emr-serverless:startJobRun.sync',
    {
      JobRun: {
        ApplicationId: 'a',
        JobRunId: 'j',
        Arn: 'r',
        CreatedBy: 'c',
        CreatedAt: 't',
        UpdatedAt: 't',
        ExecutionRole: 'x',
        State: 'SUCCESS',
        StateDetails: 'd',
        ReleaseLabel: 'l',
        JobDriver: {},
      },
    },
  ],
  ['bedrock:invokeModel', { Body: { completion: 'x' }, ContentType: 'application/json' }],
  ['eks:runJob.sync', 1],
  ['eks:deleteCluster.sync', { Anything: 1 }],
  ['sqs:sendMessage.waitForTaskToken', 1],
])('the mock of %s is what that state ends with', (call, result) => {
  expect(tested(call, result)).toEqual({ status: 'SUCCEEDED', output: result });
});

test('a field of the same name elsewhere has other values', () => {
  expect(tested('aws-sdk:lambda:getEventSourceMapping', { State: 'Enabled' }).output).toEqual({ State: 'Enabled' });
});

test('NONE takes any JSON', () => {
  expect(tested('states:startExecution.sync', 1, 'NONE').output).toBe(1);
});

describe('fails', () => {
  test.each([
    [
      'states:startExecution.sync:2',
      {},
      "Mock result schema validation error: Required field 'ExecutionArn' is missing",
    ],
    ['states:startExecution.sync:2', { ...described, Output: {} }, "Field 'Output' must be a string"],
    ['states:startExecution.sync', { ...described, StartDate: 1 }, "Field 'StartDate' must be a string"],
    ['ecs:runTask.sync', { Tasks: 1 }, "Field 'Tasks' must be an array"],
    ['databrew:startJobRun.sync', {}, "Required field 'JobName' is missing"],
    ['bedrock:createModelCustomizationJob.sync', {}, "Required field 'JobArn' is missing"],
    ['bedrock:invokeModel', {}, "Required field 'Body' is missing"],
    [
      'athena:startQueryExecution.sync',
      { QueryExecution: { Status: { State: 'DONE' } } },
      "Field 'State' is not an expected value",
    ],
    ['glue:startJobRun.sync', { JobRun: { JobRunState: 'COMPLETED' } }, "Field 'JobRunState' is not an expected value"],
    ['aws-sdk:lambda:getFunctionConfiguration', { State: 'Enabled' }, "Field 'State' is not an expected value"],
    ['aws-sdk:ssm:getParameter', { Parameter: { Type: 'Text' } }, "Field 'Type' is not an expected value"],
    ['sqs:sendMessage', 1, 'ValidationException: Mocked result must be a JSON object.'],
  ])('where %s ends with %j', (call, result, message) => {
    expect(() => tested(call, result)).toThrow(message);
  });

  test('on a wrong type in the mode PRESENT, too', () => {
    expect(() => tested('states:startExecution.sync', { ExecutionArn: 1 }, 'PRESENT')).toThrow(
      "Field 'ExecutionArn' must be a string",
    );
  });
});
