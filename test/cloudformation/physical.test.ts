import { valueOf } from './template-of';
import type { JsonObject } from '../../src/asl';
import { readTemplate, type Neighbor } from '../../src/cloudformation';
import { RESOURCE_KINDS } from '../../src/cloudformation/resources/kinds';

/** What a resource alone in the stack `Orders` gives. */
function neighbor(type: string, properties: JsonObject = {}): Neighbor {
  return readTemplate(
    { Resources: { Thing: { Type: type, Properties: properties } } },
    { stackName: 'Orders', region: 'eu-west-1', account: '111122223333' },
  ).resources[0];
}

// from the pages of each type in the CloudFormation reference, section "Return values"
test.each<[type: string, properties: JsonObject, ref: string, arn: string | undefined]>([
  ['AWS::Lambda::Function', {}, 'Orders-Thing', 'arn:aws:lambda:eu-west-1:111122223333:function:Orders-Thing'],
  ['AWS::Lambda::Function', { FunctionName: 'pay' }, 'pay', 'arn:aws:lambda:eu-west-1:111122223333:function:pay'],
  [
    'AWS::Lambda::Alias',
    { FunctionName: 'pay', Name: 'live' },
    'arn:aws:lambda:eu-west-1:111122223333:function:pay:live',
    'arn:aws:lambda:eu-west-1:111122223333:function:pay:live',
  ],
  [
    'AWS::Lambda::Version',
    { FunctionName: 'arn:aws:lambda:eu-west-1:111122223333:function:pay' },
    'arn:aws:lambda:eu-west-1:111122223333:function:pay:1',
    'arn:aws:lambda:eu-west-1:111122223333:function:pay:1',
  ],
  ['AWS::DynamoDB::Table', { TableName: 'orders' }, 'orders', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders'],
  [
    'AWS::DynamoDB::GlobalTable',
    { TableName: 'orders' },
    'orders',
    'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
  ],
  [
    'AWS::SQS::Queue',
    { QueueName: 'jobs' },
    'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs',
    'arn:aws:sqs:eu-west-1:111122223333:jobs',
  ],
  [
    'AWS::SQS::Queue',
    { FifoQueue: true },
    'https://sqs.eu-west-1.amazonaws.com/111122223333/Orders-Thing.fifo',
    'arn:aws:sqs:eu-west-1:111122223333:Orders-Thing.fifo',
  ],
  [
    'AWS::SNS::Topic',
    { TopicName: 'news' },
    'arn:aws:sns:eu-west-1:111122223333:news',
    'arn:aws:sns:eu-west-1:111122223333:news',
  ],
  ['AWS::S3::Bucket', { BucketName: 'files' }, 'files', 'arn:aws:s3:::files'],
  [
    'AWS::StepFunctions::StateMachine',
    {},
    'arn:aws:states:eu-west-1:111122223333:stateMachine:Orders-Thing',
    'arn:aws:states:eu-west-1:111122223333:stateMachine:Orders-Thing',
  ],
  [
    'AWS::StepFunctions::StateMachineVersion',
    { StateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:m' },
    'arn:aws:states:eu-west-1:111122223333:stateMachine:m:1',
    'arn:aws:states:eu-west-1:111122223333:stateMachine:m:1',
  ],
  [
    'AWS::StepFunctions::StateMachineAlias',
    {
      Name: 'live',
      RoutingConfiguration: [
        { StateMachineVersionArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:m:7', Weight: 100 },
      ],
    },
    'arn:aws:states:eu-west-1:111122223333:stateMachine:m:live',
    'arn:aws:states:eu-west-1:111122223333:stateMachine:m:live',
  ],
  [
    'AWS::StepFunctions::Activity',
    { Name: 'approve' },
    'arn:aws:states:eu-west-1:111122223333:activity:approve',
    'arn:aws:states:eu-west-1:111122223333:activity:approve',
  ],
  ['AWS::Events::EventBus', { Name: 'bus' }, 'bus', 'arn:aws:events:eu-west-1:111122223333:event-bus/bus'],
  ['AWS::Events::Rule', { Name: 'r' }, 'r', 'arn:aws:events:eu-west-1:111122223333:rule/r'],
  [
    'AWS::Events::Rule',
    { Name: 'r', EventBusName: 'bus' },
    'bus|r',
    'arn:aws:events:eu-west-1:111122223333:rule/bus/r',
  ],
  ['AWS::Scheduler::Schedule', { Name: 's' }, 's', 'arn:aws:scheduler:eu-west-1:111122223333:schedule/default/s'],
  ['AWS::ECS::Cluster', { ClusterName: 'c' }, 'c', 'arn:aws:ecs:eu-west-1:111122223333:cluster/c'],
  [
    'AWS::ECS::TaskDefinition',
    { Family: 'f' },
    'arn:aws:ecs:eu-west-1:111122223333:task-definition/f:1',
    'arn:aws:ecs:eu-west-1:111122223333:task-definition/f:1',
  ],
  [
    'AWS::Batch::JobQueue',
    { JobQueueName: 'q' },
    'arn:aws:batch:eu-west-1:111122223333:job-queue/q',
    'arn:aws:batch:eu-west-1:111122223333:job-queue/q',
  ],
  [
    'AWS::Batch::JobDefinition',
    { JobDefinitionName: 'd' },
    'arn:aws:batch:eu-west-1:111122223333:job-definition/d:1',
    'arn:aws:batch:eu-west-1:111122223333:job-definition/d:1',
  ],
  ['AWS::Glue::Job', { Name: 'etl' }, 'etl', 'arn:aws:glue:eu-west-1:111122223333:job/etl'],
  [
    'AWS::Glue::Table',
    { DatabaseName: 'db', TableInput: { Name: 't' } },
    't',
    'arn:aws:glue:eu-west-1:111122223333:table/db/t',
  ],
  ['AWS::Athena::WorkGroup', { Name: 'wg' }, 'wg', 'arn:aws:athena:eu-west-1:111122223333:workgroup/wg'],
  ['AWS::CodeBuild::Project', { Name: 'p' }, 'p', 'arn:aws:codebuild:eu-west-1:111122223333:project/p'],
  [
    'AWS::SageMaker::Model',
    { ModelName: 'm' },
    'arn:aws:sagemaker:eu-west-1:111122223333:model/m',
    'arn:aws:sagemaker:eu-west-1:111122223333:model/m',
  ],
  ['AWS::EKS::Cluster', { Name: 'k' }, 'k', 'arn:aws:eks:eu-west-1:111122223333:cluster/k'],
  ['Custom::AWSCDK-EKS-Cluster', { Config: { name: 'k' } }, 'k', 'arn:aws:eks:eu-west-1:111122223333:cluster/k'],
  ['AWS::KMS::Alias', { AliasName: 'alias/k' }, 'alias/k', 'arn:aws:kms:eu-west-1:111122223333:alias/k'],
  ['AWS::IAM::Role', { Path: '/team/', RoleName: 'r' }, 'r', 'arn:aws:iam::111122223333:role/team/r'],
  [
    'AWS::IAM::ManagedPolicy',
    { ManagedPolicyName: 'p' },
    'arn:aws:iam::111122223333:policy/p',
    'arn:aws:iam::111122223333:policy/p',
  ],
  ['AWS::Logs::LogGroup', { LogGroupName: '/x' }, '/x', 'arn:aws:logs:eu-west-1:111122223333:log-group:/x:*'],
  ['AWS::SSM::Parameter', { Name: '/a/b', Value: 'v' }, '/a/b', 'arn:aws:ssm:eu-west-1:111122223333:parameter/a/b'],
  ['AWS::Kinesis::Stream', { Name: 's' }, 's', 'arn:aws:kinesis:eu-west-1:111122223333:stream/s'],
  ['AWS::RDS::DBCluster', { DBClusterIdentifier: 'db' }, 'db', 'arn:aws:rds:eu-west-1:111122223333:cluster:db'],
  ['AWS::MediaConvert::Queue', { Name: 'q' }, 'q', 'arn:aws:mediaconvert:eu-west-1:111122223333:queues/q'],
])('%s %j: Ref gives %s', (type, properties, ref, arn) => {
  expect(neighbor(type, properties)).toMatchObject({ type, ref, arn });
});

test.each<[type: string, properties: JsonObject, ref: RegExp, arn: RegExp | undefined]>([
  [
    'AWS::KMS::Key',
    {},
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    /^arn:aws:kms:eu-west-1:111122223333:key\/[0-9a-f-]{36}$/,
  ],
  [
    'AWS::SecretsManager::Secret',
    { Name: 'db' },
    /^arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-[a-z0-9]{6}$/,
    /:secret:db-[a-z0-9]{6}$/,
  ],
  ['AWS::ApiGateway::RestApi', {}, /^[a-z][a-z0-9]{9}$/, /^arn:aws:apigateway:eu-west-1::\/restapis\/[a-z0-9]{10}$/],
  ['AWS::ApiGatewayV2::Api', {}, /^[a-z0-9]{10}$/, /\/apis\/[a-z0-9]{10}$/],
  ['AWS::EMR::Cluster', {}, /^j-[A-Z0-9]{13}$/, /:cluster\/j-[A-Z0-9]{13}$/],
  ['AWS::EMRServerless::Application', {}, /^00[a-z0-9]{14}$/, /:\/applications\/00[a-z0-9]{14}$/],
  ['AWS::EC2::Subnet', {}, /^subnet-[0-9a-f]{17}$/, /:subnet\/subnet-[0-9a-f]{17}$/],
  ['AWS::EC2::SecurityGroup', {}, /^sg-[0-9a-f]{17}$/, /:security-group\/sg-/],
  ['AWS::Bedrock::KnowledgeBase', {}, /^[A-Z0-9]{10}$/, /:knowledge-base\/[A-Z0-9]{10}$/],
  ['AWS::Cognito::UserPool', {}, /^eu-west-1_[a-z0-9]{9}$/, /:userpool\/eu-west-1_/],
  [
    'AWS::Events::Connection',
    { Name: 'c' },
    /^c$/,
    /^arn:aws:events:eu-west-1:111122223333:connection\/c\/[0-9a-f-]{36}$/,
  ],
  ['AWS::Events::ApiDestination', { Name: 'd' }, /^d$/, /:api-destination\/d\/[0-9a-f-]{36}$/],
])('%s: what the service makes up is valid, and the same at each reading', (type, properties, ref, arn) => {
  const thing = neighbor(type, properties);
  expect(thing.ref).toMatch(ref);
  expect(thing.arn).toMatch(arn!);
  expect(neighbor(type, properties)).toMatchObject({ ref: thing.ref, arn: thing.arn });
});

test('names that CloudFormation makes are valid for their service', () => {
  const long = 'A'.repeat(90);
  const made = (type: string): string =>
    readTemplate({ Resources: { [long]: { Type: type } } }, { stackName: 'Orders-Stack' }).resources[0].name!;
  expect(made('AWS::Lambda::Function')).toMatch(/^Orders-Stack-A+-[0-9a-f]{8}$/);
  expect(made('AWS::Lambda::Function')).toHaveLength(64);
  expect(made('AWS::S3::Bucket')).toMatch(/^[a-z0-9][a-z0-9-]{2,62}$/);
  expect(made('AWS::StepFunctions::StateMachine')).toHaveLength(80);
});

test('an attribute can lie deeper, and depend on properties', () => {
  const resources = {
    Db: { Type: 'AWS::RDS::DBInstance', Properties: { DBInstanceIdentifier: 'main', Port: 5432 } },
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: { TableName: 't', StreamSpecification: { StreamViewType: 'KEYS_ONLY' } },
    },
  };
  expect(valueOf({ 'Fn::GetAtt': ['Db', 'Endpoint.Address'] }, resources)).toMatch(
    /^main\.[a-z0-9]{12}\.us-east-1\.rds\.amazonaws\.com$/,
  );
  expect(valueOf({ 'Fn::Sub': 'port ${Db.Endpoint.Port}' }, resources)).toBe('port 5432');
  expect(valueOf({ 'Fn::GetAtt': 'Table.StreamArn' }, resources)).toBe(
    'arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2024-01-01T00:00:00.000',
  );
});

test('no two resources share what is made up', () => {
  const template = { Resources: { A: { Type: 'AWS::KMS::Key' }, B: { Type: 'AWS::KMS::Key' } } };
  const [a, b] = readTemplate(template).resources;
  const [other] = readTemplate(template, { stackName: 'Other' }).resources;
  expect(new Set([a.ref, b.ref, other.ref]).size).toBe(3);
});

test('each type of the table gives a reference and an ARN where it has one', () => {
  const properties = {
    FunctionName: 'f',
    Name: 'n',
    ClusterName: 'c',
    TopicArn: 'arn:aws:sns:us-east-1:1:t',
    StateMachineArn: 'arn:aws:states:us-east-1:1:stateMachine:m',
    AgentId: 'a',
    KnowledgeBaseId: 'k',
    SecretId: 's',
    DatabaseName: 'd',
    TargetFunctionArn: 'arn:aws:lambda:us-east-1:1:function:f',
    LocationName: 'use1-az1',
    AliasName: 'alias/a',
    RoutingConfiguration: [{ StateMachineVersionArn: 'arn:aws:states:us-east-1:1:stateMachine:m:1' }],
  };
  const types = Object.keys(RESOURCE_KINDS);
  expect(types.length).toBeGreaterThan(100);
  for (const type of types) {
    const { ref, arn } = neighbor(type, properties);
    expect([type, typeof ref]).toEqual([type, 'string']);
    if (RESOURCE_KINDS[type].arn !== undefined) {
      expect([type, arn]).toEqual([type, expect.stringMatching(/^arn:aws:[a-z0-9-]+:[a-z0-9-]*:\d*:.+$/)]);
    }
  }
});
