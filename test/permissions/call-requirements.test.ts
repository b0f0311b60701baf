import type { Json } from '../../src/asl';
import {
  callRequirements,
  derivePermissions,
  evaluatePolicy,
  mapRequirements,
  requirementReader,
  type CallerOptions,
} from '../../src/permissions';

const CALLER: CallerOptions = { machineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:Orders' };

function needed(resource: string, input: Json, more: Partial<CallerOptions> = {}): string[] {
  return callRequirements({ resource, input }, { ...CALLER, ...more })!.map(
    ({ action, resource: on }) => `${action} ${on}`,
  );
}

describe('what one call needs', () => {
  test.each<[string, Json, string[]]>([
    [
      'arn:aws:lambda:eu-west-1:111122223333:function:pay',
      {},
      ['lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:pay'],
    ],
    [
      'arn:aws:states:::lambda:invoke',
      { FunctionName: 'pay', Qualifier: 'live' },
      ['lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:pay:live'],
    ],
    [
      'arn:aws:states:::dynamodb:getItem',
      { TableName: 'Orders' },
      ['dynamodb:GetItem arn:aws:dynamodb:eu-west-1:111122223333:table/Orders'],
    ],
    [
      'arn:aws:states:::sqs:sendMessage',
      { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/out' },
      ['sqs:SendMessage arn:aws:sqs:eu-west-1:111122223333:out'],
    ],
    ['arn:aws:states:eu-west-1:111122223333:activity:approve', {}, []],
  ])('%s', (resource, input, pairs) => {
    expect(needed(resource, input)).toEqual(pairs);
  });

  test('waiting for the end needs polling, stopping and the rule', () => {
    const phases = callRequirements(
      { resource: 'arn:aws:states:::codebuild:startBuild.sync', input: { ProjectName: 'site' } },
      CALLER,
    )!.map(({ action, phase }) => `${phase} ${action}`);
    expect(phases).toEqual([
      'call codebuild:StartBuild',
      'poll codebuild:BatchGetBuilds',
      'stop codebuild:StopBuild',
      'rule events:DescribeRule',
      'rule events:PutRule',
      'rule events:PutTargets',
    ]);
  });

  test('a role in the input is passed, with the service that takes it', () => {
    const RoleArn = 'arn:aws:iam::111122223333:role/train';
    const pass = callRequirements(
      { resource: 'arn:aws:states:::sagemaker:createTrainingJob', input: { TrainingJobName: 't', RoleArn } },
      CALLER,
    )!.find(({ action }) => action === 'iam:PassRole');
    expect(pass).toEqual({
      action: 'iam:PassRole',
      resource: RoleArn,
      context: { 'iam:PassedToService': ['sagemaker.amazonaws.com'] },
      phase: 'call',
      reason: 'RoleArn is handed to sagemaker.amazonaws.com',
      principal: 'execution',
    });
  });

  test('roles that nobody knows are unknown, not nothing', () => {
    const pass = callRequirements(
      { resource: 'arn:aws:states:::ecs:runTask', input: { TaskDefinition: 'report' } },
      CALLER,
    )!.find(({ action }) => action === 'iam:PassRole');
    expect(pass?.unknown).toBe('TaskDefinition is not in the call');
    expect(
      needed(
        'arn:aws:states:::ecs:runTask',
        { TaskDefinition: 'report' },
        { known: { passRoles: ['arn:aws:iam::111122223333:role/task'] } },
      ),
    ).toEqual([
      'ecs:RunTask arn:aws:ecs:eu-west-1:111122223333:task-definition/report:*',
      'iam:PassRole arn:aws:iam::111122223333:role/task',
    ]);
  });

  test("with Credentials the machine's role assumes, and the other role calls", () => {
    const credentialsRoleArn = 'arn:aws:iam::444455556666:role/there';
    expect(
      callRequirements(
        { resource: 'arn:aws:states:::dynamodb:getItem', input: { TableName: 'T' }, credentialsRoleArn },
        CALLER,
      )!.map(({ action, principal }) => `${principal} ${action}`),
    ).toEqual(['execution sts:AssumeRole', 'assumed dynamodb:GetItem']);
  });

  test('of what is not known nothing is said', () => {
    expect(callRequirements({ resource: 'arn:aws:states:::dynamodb:query', input: {} }, CALLER)).toBeUndefined();
  });

  test('a Map needs its children, its reader and its writer', () => {
    const state = {
      Type: 'Map',
      Label: 'Each',
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'P', States: {} },
      ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Arguments: { Bucket: 'in', Prefix: 'a/' } },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'out', Prefix: 'r' } },
    };
    expect(mapRequirements(state, CALLER).map(({ action, resource }) => `${action} ${resource}`)).toEqual([
      'states:StartExecution arn:aws:states:eu-west-1:111122223333:stateMachine:Orders',
      'states:DescribeExecution arn:aws:states:eu-west-1:111122223333:execution:Orders:*',
      'states:StopExecution arn:aws:states:eu-west-1:111122223333:execution:Orders:*',
      'states:RedriveExecution arn:aws:states:eu-west-1:111122223333:execution:Orders/Each:*',
      's3:ListBucket arn:aws:s3:::in',
      's3:AbortMultipartUpload arn:aws:s3:::out/r/*',
      's3:GetObject arn:aws:s3:::out/r/*',
      's3:ListMultipartUploadParts arn:aws:s3:::out/r/*',
      's3:PutObject arn:aws:s3:::out/r/*',
    ]);
  });
});

test('what is derived allows what is needed', () => {
  const Arguments = { JobDefinition: 'report:3', JobQueue: 'main', JobName: 'a', Tags: { a: 'b' } };
  const definition = {
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: 'arn:aws:states:::batch:submitJob.sync', Arguments, End: true } },
  };
  const { statements } = derivePermissions(definition, {
    type: 'STANDARD',
    partition: 'aws',
    region: 'eu-west-1',
    account: '111122223333',
  });
  const policy = statements.map(({ actions, resources, conditions }) => ({
    Effect: 'Allow',
    Action: actions,
    Resource: resources,
    ...(conditions ? { Condition: conditions } : {}),
  }));
  const requirements = callRequirements(
    { resource: 'arn:aws:states:::batch:submitJob.sync', input: Arguments },
    CALLER,
  )!;
  expect(requirements.map(requirement => evaluatePolicy(policy, requirement).effect)).toEqual(
    requirements.map(() => 'allowed'),
  );
});

describe('reading many calls', () => {
  const resource = 'arn:aws:states:::lambda:invoke';

  test('calls that differ in nothing that matters give the same array', () => {
    const read = requirementReader(CALLER);
    const first = read({ resource, input: { FunctionName: 'pay', Payload: { i: 1 } } });
    expect(first).toEqual(callRequirements({ resource, input: { FunctionName: 'pay' } }, CALLER));
    expect(read({ resource, input: { FunctionName: 'pay', Payload: { i: 2 } } })).toBe(first);
  });

  test('what matters is read anew', () => {
    const read = requirementReader(CALLER);
    const arns = (input: Json, credentialsRoleArn?: string) =>
      read({ resource, input, credentialsRoleArn })!.map(one => one.resource);
    expect(arns({ FunctionName: 'pay' })).toEqual(['arn:aws:lambda:eu-west-1:111122223333:function:pay']);
    expect(arns({ FunctionName: 'pack' })).toEqual(['arn:aws:lambda:eu-west-1:111122223333:function:pack']);
    expect(arns({ FunctionName: 'pack', Qualifier: '1' })).toEqual([
      'arn:aws:lambda:eu-west-1:111122223333:function:pack:1',
    ]);
    expect(arns({ FunctionName: 'pack' })).toEqual(['arn:aws:lambda:eu-west-1:111122223333:function:pack']);
    expect(arns({ FunctionName: 'pack' }, 'arn:aws:iam::1:role/r')).toEqual([
      'arn:aws:iam::1:role/r',
      'arn:aws:lambda:eu-west-1:111122223333:function:pack',
    ]);
  });
});
