import type { JsonObject } from '../../src/asl';
import { compileWorkflow, fails, returns, runLocally, type LocalRunOptions, type RunResult } from '../../src/local';

function run(resource: string, args: JsonObject, options: LocalRunOptions): RunResult {
  return runLocally(
    compileWorkflow({
      StartAt: 'Call',
      States: { Call: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters: args, End: true } },
    }),
    { id: 'a' },
    options,
  );
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'nothing';
}

const TABLE = { TableName: 't', Key: { id: { S: 'a' } } };
const QUEUE = { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/q', MessageBody: 'x' };

describe('a literal result', () => {
  test.each<[string, string, JsonObject, JsonObject]>([
    ['an unknown member', 'dynamodb:getItem', TABLE, { item: {} }],
    ['a wrong type', 'aws-sdk:secretsmanager:getSecretValue', { SecretId: 's' }, { SecretString: {} }],
    ['a nested unknown member', 'aws-sdk:s3:listObjectsV2', { Bucket: 'b' }, { Contents: [{ key: 'a' }] }],
  ])('is rejected for %s', (_, resource, args, result) => {
    expect(codeOf(() => run(resource, args, { mocks: { Call: returns(result) } }))).toBe('RESULT_MISMATCH');
  });

  test('passes with the metadata of an optimized integration, and if it is empty', () => {
    const result = { MessageId: 'm', SdkHttpMetadata: { HttpStatusCode: 200 } };
    expect(run('sqs:sendMessage', QUEUE, { mocks: { Call: returns(result) } }).output).toEqual(result);
    expect(run('sqs:sendMessage', QUEUE, { mocks: { Call: returns({}) } }).output).toEqual({});
  });

  test('is not compared in the mode none', () => {
    const mocks = { Call: returns({ item: {} }) };
    expect(run('dynamodb:getItem', TABLE, { mocks, fieldValidation: 'none' }).output).toEqual({ item: {} });
  });
});

describe('a result that is a failure on AWS', () => {
  const FAILED = { JobName: 'j', JobId: 'i', JobQueue: 'q', JobDefinition: 'd', StartedAt: 1, Status: 'FAILED' };
  const EXITED = { TaskArn: 'a', Containers: [{ ExitCode: 1 }] };

  test.each<[string, JsonObject, JsonObject, string]>([
    ['events:putEvents', { Entries: [] }, { FailedEntryCount: 1, Entries: [] }, 'EventBridge.FailedEntry'],
    ['lambda:invoke', { FunctionName: 'f' }, { FunctionError: 'Unhandled', Payload: { errorType: 'E' } }, 'E'],
    ['batch:submitJob.sync', { JobName: 'j', JobQueue: 'q', JobDefinition: 'd' }, FAILED, 'States.TaskFailed'],
    ['ecs:runTask.sync', { TaskDefinition: 't' }, EXITED, 'States.TaskFailed'],
    ['glue:startJobRun.sync', { JobName: 'g' }, { JobRunState: 'TIMEOUT' }, 'States.TaskFailed'],
  ])('fails the Task of %s', (resource, args, result, error) => {
    expect(run(resource, args, { mocks: { Call: returns(result) } })).toMatchObject({ status: 'FAILED', error });
  });

  test('is a result of the SDK integration, and of a plain call of ECS', () => {
    const entries = { FailedEntryCount: 1, Entries: [] };
    const mocks = { Call: returns(entries) };
    expect(run('aws-sdk:eventbridge:putEvents', { Entries: [] }, { mocks }).status).toBe('SUCCEEDED');
    const failures = { Tasks: [], Failures: [{ Reason: 'RESOURCE:MEMORY' }] };
    expect(run('ecs:runTask', { TaskDefinition: 't' }, { mocks: { Call: returns(failures) } }).output).toEqual(
      failures,
    );
  });

  test('fails the Task of ECS that did not start', () => {
    const mocks = { Call: returns({}, { submitted: { Tasks: [], Failures: [{ Reason: 'RESOURCE:CPU' }] } }) };
    expect(run('ecs:runTask.sync', { TaskDefinition: 't' }, { mocks }).error).toBe('AmazonECS.Unknown');
  });
});

describe('a failure of a mock', () => {
  test.each([
    ['dynamodb:getItem', 'DynamoDB.ResourceNotFound'],
    ['dynamodb:getItem', 'DynamoDb.ResourceNotFoundException'],
    ['aws-sdk:dynamodb:getItem', 'DynamoDB.ResourceNotFoundException'],
    ['aws-sdk:rds:startDBInstance', 'Rds.DBInstanceNotFoundFault'],
  ])('is rejected where %s raises no %s', (resource, error) => {
    const args = resource.includes('rds') ? { DbInstanceIdentifier: 'd' } : TABLE;
    expect(codeOf(() => run(resource, args, { mocks: { Call: fails(error) } }))).toBe('MISSPELLED_ERROR');
  });

  test('passes with a name of the service, and with any name without its prefix', () => {
    for (const error of ['DynamoDB.ResourceNotFoundException', 'Other', 'States.Timeout']) {
      expect(run('dynamodb:getItem', TABLE, { mocks: { Call: fails(error) } }).error).toBe(error);
    }
  });
});

describe('a Task without a mock', () => {
  test('gets a valid result that is the same for the same seed', () => {
    const [one, two, other] = ['a', 'a', 'b'].map(
      seed => run('sqs:sendMessage', QUEUE, { unmocked: 'default', seed }).output as JsonObject,
    );
    expect(one).toEqual(two);
    expect(one.MessageId).not.toBe(other.MessageId);
    expect(one).toMatchObject({
      MessageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      SdkHttpMetadata: { HttpStatusCode: 200 },
    });
  });

  test('gets a job that succeeded, an entry for each entry, and the time of the virtual clock', () => {
    const job = { JobName: 'j', JobQueue: 'q', JobDefinition: 'd' };
    expect(run('batch:submitJob.sync', job, { unmocked: 'default' }).output).toMatchObject({
      ...job,
      Status: 'SUCCEEDED',
    });
    const events = { Entries: [{ Source: 's', DetailType: 'd', Detail: {} }] };
    expect(run('events:putEvents', events, { unmocked: 'default' }).output).toMatchObject({
      FailedEntryCount: 0,
      Entries: [{ EventId: expect.any(String) }],
    });
    const start = { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:m' };
    expect(run('aws-sdk:sfn:startExecution', start, { unmocked: 'default' }).output).toMatchObject({
      StartDate: '2024-01-01T00:00:00.000Z',
    });
  });

  test('is refused by default', () => {
    expect(codeOf(() => run('sqs:sendMessage', QUEUE, {}))).toBe('TASK_WITHOUT_MOCK');
  });
});

test('a member newer than the models can be allowed by name', () => {
  const mocks = { Call: returns({}) };
  const args = { 'QueueUrl.$': '$.id', 'MessageBody': 'x', 'Priority.$': '$.id' };
  expect(run('sqs:sendMessage', args, { mocks }).error).toBe('States.Runtime');
  expect(run('sqs:sendMessage', args, { mocks, newMembers: ['Priority'] }).status).toBe('SUCCEEDED');
});
