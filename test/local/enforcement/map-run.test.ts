import { allow, run } from './workflow-of';
import type { Json, JsonObject } from '../../../src/asl';
import { fails, returnsPayload, unusedPermissions, type RunResult, type Mocks } from '../../../src/local';

const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:flow';
const EXECUTIONS = 'arn:aws:states:us-east-1:123456789012:execution:flow:*';

const CHILDREN = [
  allow('states:StartExecution', MACHINE),
  allow('states:DescribeExecution', EXECUTIONS),
  allow('states:StopExecution', EXECUTIONS),
];
const READER = {
  Resource: 'arn:aws:states:::s3:getObject',
  ReaderConfig: { InputType: 'JSON' },
  Parameters: { 'Bucket': 'in', 'Key.$': '$.key' },
};
const WRITER = { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out', Prefix: 'results' } };
const READ = allow('s3:GetObject', 'arn:aws:s3:::in/items.json');
const WRITE = allow(
  ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
  'arn:aws:s3:::out/results/*',
);

function mapRun(
  statements: readonly Json[],
  more: JsonObject = {},
  resources: JsonObject = {},
  mocks: Mocks = {},
): RunResult {
  const each = {
    Type: 'Map',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'One',
      States: { One: { Type: 'Pass', End: true } },
    },
    End: true,
    ...more,
  };
  return run(
    {
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            RoleName: 'runner',
            Policies: [{ PolicyName: 'inline', PolicyDocument: { Statement: statements } }],
          },
        },
        Machine: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            StateMachineName: 'flow',
            RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
            Definition: {
              StartAt: 'Start',
              States: {
                Start: { Type: 'Pass', Result: { items: [1, 2], key: 'items.json' }, Next: 'Each' },
                Each: { ...(more.ItemReader ? {} : { ItemsPath: '$.items' }), ...each },
              },
            },
          },
        },
        ...resources,
      },
    },
    { mocks, files: { 's3://in/items.json': [1, 2, 3] } },
  );
}

test('a Map Run that the role allows runs', () => {
  const result = mapRun([...CHILDREN, READ, WRITE], { ItemReader: READER, ResultWriter: WRITER });
  expect(result.permissions).toMatchObject({ denied: [], unknown: [] });
  expect(result.status).toBe('SUCCEEDED');
  expect(unusedPermissions([result])).toEqual([]);
});

test('children that may not be started fail the Map Run', () => {
  const result = mapRun([READ]);
  expect(result.error).toBe('States.Permissions');
  expect(result.cause).toMatch(
    /^User: arn:aws:sts::123456789012:assumed-role\/runner\/[A-Za-z]{32} is not authorized to perform: states:StartExecution on resource: arn:aws:states:us-east-1:123456789012:stateMachine:flow because no identity-based policy allows the states:StartExecution action$/,
  );
  expect(result.history.map(event => event.type)).toContain('MapRunFailed');
  expect(result.children).toEqual([]);
  expect(result.permissions.denied.map(one => one.action)).toEqual(['states:StartExecution']);
});

test('a role that may not describe the children, as the CDK long made it, is told of but does not fail the Map Run', () => {
  const result = mapRun([
    allow('states:StartExecution', MACHINE),
    allow(['states:DescribeExecution', 'states:StopExecution'], `${MACHINE}:*`),
  ]);
  expect(result.status).toBe('SUCCEEDED');
  expect(result.permissions.denied).toEqual([]);
  expect(result.permissions.unknown).toEqual([
    `AWS documents that the Distributed Map 'Each' needs states:DescribeExecution on ${EXECUTIONS}, which the role Role lacks; whether it fails without is not known`,
  ]);
});

test('what was found out about permissions can be written as JSON', () => {
  expect(JSON.parse(JSON.stringify(mapRun(CHILDREN).permissions))).toEqual({ denied: [], unknown: [] });
  expect(JSON.parse(JSON.stringify(mapRun([READ]).permissions))).toMatchObject({
    denied: [{ state: 'Each', action: 'states:StartExecution' }],
  });
});

test('items that may not be read fail the Map Run, with the object of this run', () => {
  const result = mapRun(CHILDREN, { ItemReader: READER });
  expect(result.error).toBe('States.ItemReaderFailed');
  expect(result.permissions.denied).toMatchObject([
    { state: 'Each', action: 's3:GetObject', resource: 'arn:aws:s3:::in/items.json' },
  ]);
});

test('results that may not be written fail the Map Run', () => {
  const result = mapRun([...CHILDREN, allow('s3:PutObject', 'arn:aws:s3:::out/elsewhere/*')], { ResultWriter: WRITER });
  expect(result.error).toBe('States.ResultWriterFailed');
  expect(result.permissions.denied.map(one => `${one.action} ${one.resource}`)).toContain(
    's3:PutObject arn:aws:s3:::out/results/*',
  );
});

test('the key of the bucket has to be used', () => {
  const resources = {
    Key: {
      Type: 'AWS::KMS::Key',
      Properties: {
        KeyPolicy: {
          Statement: [
            { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'kms:*', Resource: '*' },
          ],
        },
      },
    },
    Files: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        BucketName: 'in',
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] },
              },
            },
          ],
        },
      },
    },
  };
  expect(
    mapRun([...CHILDREN, READ], { ItemReader: READER }, resources).permissions.denied.map(one => one.action),
  ).toEqual(['kms:Decrypt']);
  expect(
    mapRun(
      [...CHILDREN, READ, allow('kms:Decrypt', { 'Fn::GetAtt': ['Key', 'Arn'] })],
      { ItemReader: READER },
      resources,
    ).permissions,
  ).toMatchObject({ denied: [], unknown: [] });
});

test('an inline Map needs nothing', () => {
  const result = mapRun([allow('s3:GetObject', '*')], {
    ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } },
  });
  expect(result.status).toBe('SUCCEEDED');
});

describe('the redrive of a Map Run', () => {
  const REDRIVE = allow('states:RedriveExecution', 'arn:aws:states:us-east-1:123456789012:execution:flow/*:*');
  const INVOKE = allow('lambda:InvokeFunction', [
    'arn:aws:lambda:us-east-1:123456789012:function:f',
    'arn:aws:lambda:us-east-1:123456789012:function:f:*',
  ]);
  const processor = (type: string): JsonObject => ({
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: type },
      StartAt: 'One',
      States: {
        One: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Parameters: { FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
          OutputPath: '$.Payload',
          End: true,
        },
      },
    },
  });
  const failed = (statements: readonly Json[], type = 'STANDARD'): RunResult =>
    mapRun([...CHILDREN, INVOKE, ...statements], processor(type), {}, { One: fails('Down') });
  const up = { mocks: { One: returnsPayload('up') } };

  test('is allowed to a role that may redrive its Standard children', () => {
    const result = failed([REDRIVE]).redriveSync(up);
    expect([result.status, result.output]).toEqual(['SUCCEEDED', ['up', 'up']]);
    expect(result.permissions).toMatchObject({ denied: [], unknown: [] });
  });

  test('fails for a role that may not, and the first run has asked for nothing', () => {
    const first = failed([]);
    expect(first.permissions.denied).toEqual([]);
    const result = first.redriveSync(up);
    expect(result.error).toBe('States.Permissions');
    expect(result.permissions.denied.map(({ action, state }) => [action, state])).toEqual([
      ['states:RedriveExecution', 'Each'],
    ]);
    expect(first.permissions.denied).toEqual([]);
    expect(first.redriveSync({ ...up, permissions: 'ignore' }).status).toBe('SUCCEEDED');
  });

  test('needs no more than before for Express children, which start anew', () => {
    expect(failed([], 'EXPRESS').redriveSync(up).status).toBe('SUCCEEDED');
  });

  test('keeps what the run before was denied', () => {
    const result = mapRun(CHILDREN, processor('STANDARD'), {}, up.mocks).redriveSync(up);
    expect(result.permissions.denied.map(({ action }) => action)).toEqual([
      'lambda:InvokeFunction',
      'states:RedriveExecution',
    ]);
  });
});
