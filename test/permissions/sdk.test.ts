import type { Json } from '../../src/asl';
import { derivePermissions } from '../../src/permissions';

function derived(call: string, args: Json, language: 'JSONata' | 'JSONPath' = 'JSONata') {
  const definition = {
    QueryLanguage: language,
    StartAt: 'A',
    States: {
      A: {
        Type: 'Task',
        Resource: `arn:aws:states:::aws-sdk:${call}`,
        [language === 'JSONata' ? 'Arguments' : 'Parameters']: args,
        End: true,
      },
    },
  };
  return derivePermissions(definition, {
    type: 'STANDARD',
    partition: 'aws',
    region: 'eu-west-1',
    account: '111122223333',
  });
}

function pairs(call: string, args: Json): string[] {
  return derived(call, args).statements.flatMap(({ actions, resources }) =>
    actions.flatMap(action => resources.map(resource => `${action} ${resource}`)),
  );
}

const HERE = 'eu-west-1:111122223333';

describe('resources of SDK calls', () => {
  test.each<[string, Json, string[]]>([
    ['dynamodb:query', { TableName: 'Orders' }, [`dynamodb:Query arn:aws:dynamodb:${HERE}:table/Orders`]],
    [
      'dynamodb:query',
      { TableName: 'Orders', IndexName: 'byDay' },
      [
        `dynamodb:Query arn:aws:dynamodb:${HERE}:table/Orders`,
        `dynamodb:Query arn:aws:dynamodb:${HERE}:table/Orders/index/byDay`,
      ],
    ],
    [
      'dynamodb:batchGetItem',
      { RequestItems: { Orders: {}, Stock: {} } },
      [
        `dynamodb:BatchGetItem arn:aws:dynamodb:${HERE}:table/Orders`,
        `dynamodb:BatchGetItem arn:aws:dynamodb:${HERE}:table/Stock`,
      ],
    ],
    [
      'dynamodb:transactWriteItems',
      { TransactItems: [{ Put: { TableName: 'A' } }, { ConditionCheck: { TableName: 'B' } }] },
      [
        `dynamodb:ConditionCheckItem arn:aws:dynamodb:${HERE}:table/B`,
        `dynamodb:PutItem arn:aws:dynamodb:${HERE}:table/A`,
      ],
    ],
    [
      'dynamodb:executeStatement',
      { Statement: 'SELECT * FROM "Orders"."byDay" WHERE id = ?' },
      [`dynamodb:PartiQLSelect arn:aws:dynamodb:${HERE}:table/Orders/index/byDay`],
    ],
    [
      'dynamodb:executeStatement',
      { Statement: 'update Orders set a = 1' },
      [`dynamodb:PartiQLUpdate arn:aws:dynamodb:${HERE}:table/Orders`],
    ],
    ['s3:getObject', { Bucket: 'b', Key: 'k' }, ['s3:GetObject arn:aws:s3:::b/k']],
    ['s3:getObject', { Bucket: 'b', Key: 'k', VersionId: 'v' }, ['s3:GetObjectVersion arn:aws:s3:::b/k']],
    ['s3:listObjectsV2', { Bucket: 'b' }, ['s3:ListBucket arn:aws:s3:::b']],
    [
      's3:copyObject',
      { Bucket: 'b', Key: 'k', CopySource: '/src/a/b' },
      ['s3:GetObject arn:aws:s3:::src/a/b', 's3:PutObject arn:aws:s3:::b/k'],
    ],
    ['s3:listBuckets', {}, ['s3:ListAllMyBuckets *']],
    [
      'secretsmanager:getSecretValue',
      { SecretId: 'db' },
      [`secretsmanager:GetSecretValue arn:aws:secretsmanager:${HERE}:secret:db-??????`],
    ],
    [
      'secretsmanager:getSecretValue',
      { SecretId: 'arn:aws:secretsmanager:eu-west-1:1:secret:db-AbCdEf' },
      ['secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:1:secret:db-AbCdEf'],
    ],
    ['ssm:getParameter', { Name: '/app/url' }, [`ssm:GetParameter arn:aws:ssm:${HERE}:parameter/app/url`]],
    [
      'ssm:getParameters',
      { Names: ['a', '/b'] },
      [`ssm:GetParameters arn:aws:ssm:${HERE}:parameter/a`, `ssm:GetParameters arn:aws:ssm:${HERE}:parameter/b`],
    ],
    [
      'kms:reEncrypt',
      { SourceKeyId: 's', DestinationKeyId: 'd' },
      [`kms:ReEncryptFrom arn:aws:kms:${HERE}:key/s`, `kms:ReEncryptTo arn:aws:kms:${HERE}:key/d`],
    ],
    [
      'sqs:sendMessageBatch',
      { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/q' },
      [`sqs:SendMessage arn:aws:sqs:${HERE}:q`],
    ],
    ['sns:publishBatch', { TopicArn: `arn:aws:sns:${HERE}:t` }, [`sns:Publish arn:aws:sns:${HERE}:t`]],
    [
      'ec2:startInstances',
      { InstanceIds: ['i-1', 'i-2'] },
      [`ec2:StartInstances arn:aws:ec2:${HERE}:instance/i-1`, `ec2:StartInstances arn:aws:ec2:${HERE}:instance/i-2`],
    ],
    ['ec2:describeInstances', {}, ['ec2:DescribeInstances *']],
    [
      'ec2:createTags',
      { Resources: ['i-1'] },
      [
        'ec2:CreateTags arn:aws:ec2::111122223333:*',
        `ec2:CreateTags arn:aws:ec2:${HERE}:*`,
        'ec2:CreateTags arn:aws:ec2:eu-west-1::*',
      ],
    ],
    [
      'glue:getTable',
      { DatabaseName: 'd', Name: 't' },
      [
        `glue:GetTable arn:aws:glue:${HERE}:catalog`,
        `glue:GetTable arn:aws:glue:${HERE}:database/d`,
        `glue:GetTable arn:aws:glue:${HERE}:table/d/t`,
      ],
    ],
    [
      'apigateway:getStage',
      { RestApiId: 'abc', StageName: 'live' },
      ['apigateway:GET arn:aws:apigateway:eu-west-1::/restapis/abc/stages/live'],
    ],
    ['apigatewayv2:createRoute', { ApiId: 'abc' }, ['apigateway:POST arn:aws:apigateway:eu-west-1::/apis/abc/routes']],
    [
      'bedrockruntime:converse',
      { ModelId: 'anthropic.claude-v2' },
      ['bedrock:InvokeModel arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-v2'],
    ],
    [
      'bedrockruntime:converse',
      { ModelId: 'eu.anthropic.claude-v2' },
      [
        'bedrock:InvokeModel arn:aws:bedrock:*::foundation-model/anthropic.claude-v2',
        `bedrock:InvokeModel arn:aws:bedrock:${HERE}:inference-profile/eu.anthropic.claude-v2`,
      ],
    ],
    [
      'sfn:startExecution',
      { StateMachineArn: `arn:aws:states:${HERE}:stateMachine:Child` },
      [`states:StartExecution arn:aws:states:${HERE}:stateMachine:Child`],
    ],
    ['iotdataplane:publish', { Topic: 'a/b' }, [`iot:Publish arn:aws:iot:${HERE}:topic/a/b`]],
    ['resourcegroupstaggingapi:getResources', {}, ['tag:GetResources *']],
    ['sso:listAccounts', { AccessToken: 't' }, []],
  ])('%s %j', (call, args, expected) => {
    expect(pairs(call, args)).toEqual(expected);
  });

  test('what only a run knows is covered by its type, and named', () => {
    const { statements, warnings } = derived('ec2:startInstances', { InstanceIds: '{% $ids %}' });
    expect(statements[0].resources).toEqual([`arn:aws:ec2:${HERE}:instance/*`]);
    expect(warnings.map(({ code, field }) => ({ code, field }))).toEqual([
      { code: 'RUNTIME_RESOURCE', field: 'Arguments.InstanceIds' },
    ]);
  });

  test('the alias of a key does not tell the key', () => {
    const { statements, warnings } = derived('kms:encrypt', { KeyId: 'alias/orders' });
    expect(statements[0].resources).toEqual([`arn:aws:kms:${HERE}:key/*`]);
    expect(warnings.map(({ field }) => field)).toEqual(['Arguments.KeyId']);
  });

  test('a role that is handed over is passed exactly; one that only a run knows is not', () => {
    const Role = 'arn:aws:iam::111122223333:role/fn';
    expect(pairs('lambda:createFunction', { FunctionName: 'f', Role })).toEqual([
      `iam:PassRole ${Role}`,
      `lambda:CreateFunction arn:aws:lambda:${HERE}:function:f`,
    ]);
    expect(pairs('scheduler:createSchedule', { Name: 'n', GroupName: 'g', Target: { RoleArn: Role } })).toEqual([
      `iam:PassRole ${Role}`,
      `scheduler:CreateSchedule arn:aws:scheduler:${HERE}:schedule/g/n`,
    ]);
    const open = derived('lambda:createFunction', { FunctionName: 'f', Role: '{% $role %}' });
    expect(open.statements.map(({ actions }) => actions)).toEqual([['lambda:CreateFunction']]);
    expect(open.warnings.map(({ code }) => code)).toEqual(['UNKNOWN_PASS_ROLE']);
  });

  test('a PartiQL statement of a run may do anything to any table', () => {
    const { statements, warnings } = derived('dynamodb:executeStatement', { 'Statement.$': '$.sql' }, 'JSONPath');
    expect(statements.map(({ actions, resources }) => ({ actions, resources }))).toEqual([
      {
        actions: [
          'dynamodb:PartiQLDelete',
          'dynamodb:PartiQLInsert',
          'dynamodb:PartiQLSelect',
          'dynamodb:PartiQLUpdate',
        ],
        resources: [`arn:aws:dynamodb:${HERE}:table/*`],
      },
    ]);
    expect(warnings.map(({ field }) => field)).toEqual(['Parameters.Statement']);
  });
});

describe('names that Step Functions does not know', () => {
  test.each([
    [
      'configservice:getComplianceSummaryByConfigRule',
      'The SDK has no service configservice, so the role allows nothing for it',
      'Write config.',
    ],
    [
      'dynamodb:getItems',
      "Step Functions can't call the action getItems of dynamodb, so the role allows nothing for it",
      'Write getItem.',
    ],
    [
      'sts:assumeRole',
      "Step Functions can't call the action assumeRole of sts, so the role allows nothing for it",
      'Fix the name of the action.',
    ],
    [
      'cloudhsm:listHsms',
      'The IAM actions of cloudhsm:listHsms are unknown, so the role allows nothing for it',
      'Pass `{ actions: [IAM_ACTION], resources: [ARN] }` after the arguments of the call, or add a statement to the role.',
    ],
  ])('fails to allow %s', (call, message, fix) => {
    expect(derived(call, {})).toEqual({
      statements: [],
      warnings: [{ code: 'UNKNOWN_SDK_ACTION', state: 'A', field: 'Resource', message, fix }],
    });
  });
});
