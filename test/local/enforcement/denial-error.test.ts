import { OPTIMIZED_SERVICES } from '../../../src/asl';
import type { TaskCall } from '../../../src/interpreter';
import { denialError } from '../../../src/local/enforcement/denial-error';
import { OPTIMIZED_DENIALS } from '../../../src/local/enforcement/denial-names';
import { sdkPrefix } from '../../../src/local/enforcement/sdk-prefixes';
import { sdkServices } from '../../../src/services';

function errorOf(service: string, action: string, needed: string, resource = '*'): { error: string; cause: string } {
  const call = {
    kind: 'Task',
    service,
    action,
    stateName: 'Call',
    callIndex: 0,
    executionArn: 'arn:aws:states:us-east-1:123456789012:execution:m:e',
  } as TaskCall;
  const requirement = {
    action: needed,
    resource,
    context: {},
    phase: 'call',
    reason: 'r',
    principal: 'execution',
  } as const;
  return denialError(call, {
    requirement,
    policy: { role: { arn: 'arn:aws:iam::123456789012:role/path/runner' } },
    by: 'nobody',
  });
}

test('every optimized integration has the error of a denied call, with its source', () => {
  expect(Object.keys(OPTIMIZED_DENIALS).sort()).toEqual(Object.keys(OPTIMIZED_SERVICES).sort());
  for (const { source } of Object.values(OPTIMIZED_DENIALS)) {
    expect(source).toMatch(/^(seen|cause seen|documented|recorded|derived)\b/);
  }
});

test.each([
  [
    's3',
    'getObject',
    's3:GetObject',
    'arn:aws:s3:::b/k',
    'S3.S3Exception',
    / on resource: "arn:aws:s3:::b\/k" because .* \(Service: S3, Status Code: 403, Request ID: [0-9a-f-]{36}\)$/,
  ],
  [
    'dynamodb',
    'query',
    'dynamodb:Query',
    'arn:aws:dynamodb:us-east-1:123456789012:table/t',
    'DynamoDb.DynamoDbException',
    /\(Service: DynamoDb, Status Code: 400, /,
  ],
  [
    'sfn',
    'listExecutions',
    'states:ListExecutions',
    '*',
    'Sfn.SfnException',
    /assumed-role\/runner\/[A-Za-z]{32} is not authorized to perform: states:ListExecutions because no identity-based policy/,
  ],
  [
    'bedrockruntime',
    'converse',
    'bedrock:InvokeModel',
    '*',
    'BedrockRuntime.AccessDeniedException',
    /Service: BedrockRuntime/,
  ],
  ['sns', 'publish', 'sns:Publish', '*', 'Sns.AuthorizationErrorException', /Service: Sns/],
  ['ec2', 'describeInstances', 'ec2:DescribeInstances', '*', 'Ec2.Ec2Exception', /Service: Ec2/],
])('the error of aws-sdk:%s:%s', (service, action, needed, resource, error, cause) => {
  const found = errorOf(`aws-sdk:${service}`, action, needed, resource);
  expect(found.error).toBe(error);
  expect(found.cause).toMatch(cause);
});

test('a prefix is the name of the service in another case', () => {
  for (const service of sdkServices()) expect(sdkPrefix(service).toLowerCase()).toBe(service);
  expect(['dynamodb', 'sfn', 'eventbridge', 'apigatewayv2', 'rdsdata', 'iot', 'opensearch'].map(sdkPrefix)).toEqual([
    'DynamoDb',
    'Sfn',
    'EventBridge',
    'ApiGatewayV2',
    'RdsData',
    'Iot',
    'OpenSearch',
  ]);
});

test('what is denied and belongs to no known integration is a matter of permissions', () => {
  expect(errorOf('newservice', 'go', 'newservice:Go').error).toBe('States.Permissions');
});
