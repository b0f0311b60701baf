import type { Json, JsonObject } from '../../src/asl';
import { expandSam } from '../../src/sources/sam/expand-sam';

const definition = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };

/** The resources that a SAM template with these resources becomes. */
function expanded(
  resources: JsonObject,
  rest: JsonObject = {},
  parameters: Readonly<Record<string, Json>> = {},
): JsonObject {
  const template = { Transform: 'AWS::Serverless-2016-10-31', ...rest, Resources: resources };
  return expandSam(template, name => parameters[name]).Resources as JsonObject;
}

const machine = (properties: JsonObject = {}): JsonObject => ({
  Type: 'AWS::Serverless::StateMachine',
  Properties: { Definition: definition, ...properties },
});

const properties = (resource: Json): JsonObject => (resource as { Properties: JsonObject }).Properties;

describe('a state machine', () => {
  test('has a role that allows nothing without Role and Policies', () => {
    const { Flow, FlowRole } = expanded({ Flow: machine() });
    expect(properties(Flow)).toEqual({
      Definition: definition,
      RoleArn: { 'Fn::GetAtt': ['FlowRole', 'Arn'] },
    });
    expect(properties(FlowRole)).toEqual({
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { Service: ['states.amazonaws.com'] } }],
      },
      ManagedPolicyArns: [],
    });
  });

  test('has policies of every kind in its role', () => {
    const document = { Statement: [{ Effect: 'Allow', Action: 'sns:Publish', Resource: '*' }] };
    const { FlowRole } = expanded({
      Flow: machine({
        Policies: [
          'AWSLambdaRole',
          'arn:aws:iam::aws:policy/ReadOnlyAccess',
          { Ref: 'Own' },
          document,
          { LambdaInvokePolicy: { FunctionName: { Ref: 'Work' } } },
        ],
      }),
    });
    expect(properties(FlowRole).ManagedPolicyArns).toEqual([
      { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaRole' },
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
      { Ref: 'Own' },
    ]);
    expect(properties(FlowRole).Policies).toEqual([
      { PolicyName: 'FlowRolePolicy3', PolicyDocument: document },
      {
        PolicyName: 'FlowRolePolicy4',
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Action: ['lambda:InvokeFunction'],
              Resource: {
                'Fn::Sub': [
                  'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${FunctionName}*',
                  { FunctionName: { Ref: 'Work' } },
                ],
              },
            },
          ],
        },
      },
    ]);
  });

  test('has a policy template in a branch of Fn::If', () => {
    const { FlowRole } = expanded({
      Flow: machine({
        Policies: [{ 'Fn::If': ['IsProd', { SQSPollerPolicy: { QueueName: 'q' } }, { Ref: 'AWS::NoValue' }] }],
      }),
    });
    expect(properties(FlowRole).Policies).toEqual([
      {
        'Fn::If': [
          'IsProd',
          { PolicyName: 'FlowRolePolicy0', PolicyDocument: expect.objectContaining({ Statement: expect.anything() }) },
          { Ref: 'AWS::NoValue' },
        ],
      },
    ]);
  });

  test('takes a substitution for each function in its definition', () => {
    const { Flow } = expanded({
      Flow: machine({
        Definition: { StartAt: 'A', States: { A: { Type: 'Pass', Result: [{ Ref: 'Stage' }, 'x'], End: true } } },
      }),
    });
    expect(properties(Flow)).toMatchObject({
      Definition: { States: { A: { Result: ['${definition_substitution_1}', 'x'] } } },
      DefinitionSubstitutions: { definition_substitution_1: { Ref: 'Stage' } },
    });
  });

  test('publishes a version and an alias', () => {
    const resources = expanded(
      {
        Flow: machine({ AutoPublishAlias: 'live' }),
        Out: {
          Type: 'AWS::SSM::Parameter',
          Properties: { Value: { Ref: 'Flow.Alias' }, Name: { 'Fn::Sub': 'at ${Flow.Version}' } },
        },
      },
      {},
      { Stage: 'live' },
    );
    expect(Object.keys(resources)).toEqual(['Flow', 'FlowRole', 'FlowVersion', 'FlowAliaslive', 'Out']);
    expect(properties(resources.Out)).toEqual({
      Value: { Ref: 'FlowAliaslive' },
      Name: { 'Fn::Sub': 'at ${FlowVersion}' },
    });
  });

  test.each<[string, JsonObject, string[]]>([
    ['Schedule', { Schedule: 'rate(1 day)' }, ['FlowStart', 'FlowStartRole']],
    ['ScheduleV2', { ScheduleExpression: 'rate(1 day)' }, ['FlowStart', 'FlowStartRole']],
    ['EventBridgeRule', { Pattern: { source: ['shop'] } }, ['FlowStart', 'FlowStartRole']],
    ['Api', { Path: '/', Method: 'post', RestApiId: { Ref: 'Front' } }, ['FlowStartRole']],
  ])('an event of type %s has its resources', (type, event, ids) => {
    const resources = expanded({ Flow: machine({ Events: { Start: { Type: type, Properties: event } } }) });
    expect(Object.keys(resources)).toEqual(['Flow', 'FlowRole', ...ids]);
  });

  test('passes its condition on to what is generated', () => {
    const { FlowRole } = expanded({ Flow: { ...machine(), Condition: 'IsProd' } });
    expect(FlowRole).toMatchObject({ Type: 'AWS::IAM::Role', Condition: 'IsProd' });
  });
});

describe('SAM rejects', () => {
  test.each<[string, JsonObject, RegExp]>([
    [
      'Role with Policies',
      { Role: 'arn', Policies: ['AWSLambdaRole'] },
      /either Role or Policies, not both\n {2}at: Resources\/Flow/,
    ],
    [
      'a misspelled policy template',
      { Policies: [{ DynamoDBReedPolicy: { TableName: 't' } }] },
      /item 0 of Policies is not a policy; did you mean "DynamoDBReadPolicy"\?/,
    ],
    [
      'a policy template without its parameter',
      { Policies: [{ DynamoDBReadPolicy: {} }] },
      /DynamoDBReadPolicy needs TableName/,
    ],
    [
      'a parameter that a policy template does not have',
      { Policies: [{ DynamoDBReadPolicy: { TableName: 't', Tablename: 't' } }] },
      /has no parameter Tablename; did you mean "TableName"\?/,
    ],
    ['a property that does not exist', { Polices: [] }, /no property "Polices"; did you mean "Policies"\?/],
    ['two definitions', { DefinitionUri: 'a.json' }, /either Definition or DefinitionUri, not both/],
    [
      'an event that starts no machine',
      { Events: { Start: { Type: 'SQS' } } },
      /the event Start has no type that starts a state machine/,
    ],
    [
      'an alias target without an alias',
      { UseAliasAsEventTarget: true },
      /UseAliasAsEventTarget needs AutoPublishAlias/,
    ],
  ])('%s', (_, more, message) => {
    expect(() => expanded({ Flow: machine(more) })).toThrow(message);
  });

  test('no definition', () => {
    expect(() => expanded({ Flow: { Type: 'AWS::Serverless::StateMachine', Properties: {} } })).toThrow(
      /has Definition or DefinitionUri/,
    );
  });

  test('a section of Globals that does not exist', () => {
    expect(() => expanded({ Flow: machine() }, { Globals: { Functions: {} } })).toThrow(
      /no section "Functions"; did you mean "Function"\?/,
    );
  });

  test('SAM resources without the transform', () => {
    expect(() => expandSam({ Resources: { Flow: machine() } }, () => undefined)).toThrow(
      /does not name the SAM transform\n {2}at: Resources\/Flow/,
    );
  });
});

test('Globals are merged: objects by key, lists appended, other values replaced', () => {
  const { Work } = expanded(
    {
      Work: {
        Type: 'AWS::Serverless::Function',
        Properties: { Timeout: 5, Environment: { Variables: { A: '2' } }, Layers: ['own'] },
      },
    },
    {
      Globals: {
        Function: {
          Timeout: 3,
          Runtime: 'nodejs22.x',
          Environment: { Variables: { A: '1', B: '1' } },
          Layers: ['all'],
        },
      },
    },
  );
  expect(properties(Work)).toMatchObject({
    Timeout: 5,
    Runtime: 'nodejs22.x',
    Environment: { Variables: { A: '2', B: '1' } },
    Layers: ['all', 'own'],
  });
});

test('an alias of a function can be referred to', () => {
  const resources = expanded({
    Work: { Type: 'AWS::Serverless::Function', Properties: { AutoPublishAlias: 'live' } },
    Flow: machine({ DefinitionSubstitutions: { Work: { Ref: 'Work.Alias' } } }),
  });
  expect(properties(resources.Flow).DefinitionSubstitutions).toEqual({ Work: { Ref: 'WorkAliaslive' } });
  expect(resources.WorkAliaslive).toMatchObject({ Type: 'AWS::Lambda::Alias', Properties: { Name: 'live' } });
});

test('events without an API have the implicit one', () => {
  const resources = expanded({
    Work: {
      Type: 'AWS::Serverless::Function',
      Properties: {
        Events: { Get: { Type: 'Api', Properties: { Path: '/', Method: 'get' } }, Put: { Type: 'HttpApi' } },
      },
    },
  });
  expect(resources).toMatchObject({
    ServerlessRestApi: { Type: 'AWS::ApiGateway::RestApi' },
    ServerlessRestApiProdStage: { Type: 'AWS::ApiGateway::Stage' },
    ServerlessHttpApi: { Type: 'AWS::ApiGatewayV2::Api' },
    ServerlessHttpApiApiGatewayDefaultStage: { Type: 'AWS::ApiGatewayV2::Stage' },
  });
});

describe('a connector', () => {
  const table = { Type: 'AWS::Serverless::SimpleTable' };
  const connector = (Destination: Json, Permissions: Json): JsonObject => ({
    Type: 'AWS::Serverless::Connector',
    Properties: { Source: { Id: 'Flow' }, Destination, Permissions },
  });

  test('attaches a policy to the role of the machine', () => {
    const { LinkPolicy } = expanded({ Flow: machine(), Orders: table, Link: connector({ Id: 'Orders' }, ['Read']) });
    expect(properties(LinkPolicy)).toMatchObject({
      Roles: [{ Ref: 'FlowRole' }],
      PolicyDocument: {
        Statement: [
          {
            Action: expect.arrayContaining(['dynamodb:GetItem', 'dynamodb:Query']),
            Resource: [
              { 'Fn::GetAtt': ['Orders', 'Arn'] },
              { 'Fn::Sub': ['${Arn}/index/*', { Arn: { 'Fn::GetAtt': ['Orders', 'Arn'] } }] },
            ],
          },
        ],
      },
    });
  });

  test('has a policy for each of its destinations', () => {
    const resources = expanded({
      Flow: machine(),
      A: table,
      B: table,
      Link: connector([{ Id: 'A' }, { Id: 'B' }], ['Write']),
    });
    expect(Object.keys(resources)).toEqual([
      'Flow',
      'FlowRole',
      'A',
      'B',
      'LinkPolicyDestination0',
      'LinkPolicyDestination1',
    ]);
  });

  test('can be part of its source', () => {
    const embedded = {
      ...machine(),
      Connectors: { ToTable: { Properties: { Destination: { Id: 'Orders' }, Permissions: ['Write'] } } },
    };
    const resources = expanded({ Flow: embedded, Orders: table });
    expect(Object.keys(resources)).toEqual(['Flow', 'FlowRole', 'Orders', 'FlowToTablePolicy']);
    expect(resources.Flow).not.toHaveProperty('Connectors');
  });

  test('rejects permissions that the destination does not have', () => {
    expect(() =>
      expanded({ Flow: machine(), Topic: { Type: 'AWS::SNS::Topic' }, Link: connector({ Id: 'Topic' }, ['Read']) }),
    ).toThrow(/no such Permissions\n.*\n {2}received: \["Read"\]\n {2}allowed: Write/);
  });
});
