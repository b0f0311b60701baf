import type { Json, JsonObject } from '../../src/asl';
import { readTemplate, type Role } from '../../src/cloudformation';

const trust = {
  Statement: [{ Effect: 'Allow', Principal: { Service: 'states.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

function statement(action: string, resource: Json = '*'): JsonObject {
  return { Effect: 'Allow', Action: action, Resource: resource };
}

function roleOf(properties: JsonObject, resources: JsonObject = {}, sections: JsonObject = {}): Role {
  const app = readTemplate({
    ...sections,
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust, ...properties } },
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { DefinitionString: '{}', RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } },
      },
      ...resources,
    },
  });
  return app.machines[0].role!;
}

const actionsOf = (role: Role): Json[] => role.statements.map(one => one.Action);

test('a machine finds its role by its ARN, with path and trust', () => {
  const role = roleOf({ Path: '/flows/', RoleName: 'runner' });
  expect(role).toMatchObject({
    logicalId: 'Role',
    name: 'runner',
    arn: 'arn:aws:iam::123456789012:role/flows/runner',
    trustPolicy: trust,
    permissionsBoundary: undefined,
  });
  expect(role).toMatchObject({ policies: [], unreadPolicies: [], unresolved: [] });
});

test('inline, separate, role and managed policies are gathered, resolved', () => {
  const role = roleOf(
    {
      Policies: [
        {
          PolicyName: 'inline',
          PolicyDocument: { Statement: [statement('lambda:InvokeFunction', { 'Fn::GetAtt': ['Fn', 'Arn'] })] },
        },
      ],
      ManagedPolicyArns: [
        { Ref: 'Managed' },
        { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess' },
      ],
    },
    {
      Fn: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'pay' } },
      Separate: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyName: 'separate',
          Roles: [{ Ref: 'Role' }],
          PolicyDocument: { Statement: statement('sqs:SendMessage') },
        },
      },
      OfRole: {
        Type: 'AWS::IAM::RolePolicy',
        Properties: {
          PolicyName: 'of-role',
          RoleName: { Ref: 'Role' },
          PolicyDocument: { Statement: [statement('sns:Publish')] },
        },
      },
      Managed: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: [statement('s3:GetObject')] } },
      },
      Others: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyName: 'others', Roles: ['somebody'], PolicyDocument: { Statement: [statement('ec2:*')] } },
      },
    },
  );
  expect(role.policies.map(({ name, logicalId }) => [name, logicalId])).toEqual([
    ['inline', 'Role'],
    ['Managed', 'Managed'],
    ['separate', 'Separate'],
    ['of-role', 'OfRole'],
  ]);
  expect(role.statements).toEqual([
    statement('lambda:InvokeFunction', 'arn:aws:lambda:us-east-1:123456789012:function:pay'),
    statement('s3:GetObject'),
    statement('sqs:SendMessage'),
    statement('sns:Publish'),
  ]);
  expect(role.unreadPolicies).toEqual(['arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess']);
});

test('statements and policies with a false condition are left out', () => {
  const sections = { Conditions: { Never: { 'Fn::Equals': [1, 2] } } };
  const role = roleOf(
    {
      Policies: [
        {
          PolicyName: 'p',
          PolicyDocument: {
            Statement: [{ 'Fn::If': ['Never', statement('a:B'), { Ref: 'AWS::NoValue' }] }, statement('c:D')],
          },
        },
      ],
      ManagedPolicyArns: [{ 'Fn::If': ['Never', 'arn:aws:iam::aws:policy/X', { Ref: 'AWS::NoValue' }] }],
    },
    {
      Off: {
        Type: 'AWS::IAM::Policy',
        Condition: 'Never',
        Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: [statement('e:F')] } },
      },
    },
    sections,
  );
  expect(actionsOf(role)).toEqual(['c:D']);
  expect(role.unreadPolicies).toEqual([]);
});

test('what cannot be resolved is said and left out, and the rest stays', () => {
  const role = roleOf({
    Policies: [
      {
        PolicyName: 'p',
        PolicyDocument: { Statement: [statement('a:B', { 'Fn::ImportValue': 'Elsewhere' }), statement('c:D')] },
      },
    ],
    ManagedPolicyArns: [{ 'Fn::ImportValue': 'Policy' }],
  });
  expect(actionsOf(role)).toEqual(['c:D']);
  expect(role.unresolved).toEqual([
    expect.stringMatching(
      /the export "Elsewhere".*Role\/Properties\/Policies\/0\/PolicyDocument\/Statement\/0\/Resource/s,
    ),
    expect.stringMatching(/the export "Policy"/),
  ]);
});

test('a policy resource without a name is called by its logical id, and a boundary is told', () => {
  const role = roleOf({ PermissionsBoundary: { 'Fn::ImportValue': 'Boundary' } });
  expect(role.permissionsBoundary).toBe('{"Fn::ImportValue":"Boundary"}');
  expect(roleOf({ PermissionsBoundary: 'arn:aws:iam::1:policy/b' }).permissionsBoundary).toBe(
    'arn:aws:iam::1:policy/b',
  );
});

test('policies that a whole function gives are read', () => {
  const sections = { Conditions: { Always: { 'Fn::Equals': [1, 1] } } };
  const role = roleOf(
    {
      Policies: {
        'Fn::If': [
          'Always',
          [{ PolicyName: 'p', PolicyDocument: { Statement: [statement('a:B')] } }],
          { Ref: 'AWS::NoValue' },
        ],
      },
    },
    {},
    sections,
  );
  expect(role.policies).toEqual([{ name: 'p', logicalId: 'Role', statements: [statement('a:B')] }]);
});

test('a role outside of the app has an ARN and nothing else', () => {
  const app = readTemplate({
    Resources: {
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { DefinitionString: '{}', RoleArn: 'arn:aws:iam::123456789012:role/given' },
      },
    },
  });
  expect(app.machines[0]).toMatchObject({
    roleArn: 'arn:aws:iam::123456789012:role/given',
    role: undefined,
    roleLogicalId: undefined,
  });
});
