import {
  aws_cloudwatch as cloudwatch,
  aws_events as events,
  aws_events_targets as targets,
  aws_iam as iam,
  Duration,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { aStack, ONE_PASS } from './a-definition';
import { GradualDeployment, StandardWorkflow, WorkflowAlias, WorkflowVersion } from '../../src/workflow';

const VERSION = 'arn:aws:states:eu-west-1:111122223333:stateMachine:order:3';
const ALIAS = 'arn:aws:states:eu-west-1:111122223333:stateMachine:order:live';

function anAlias() {
  const stack = aStack();
  const workflow = new StandardWorkflow(stack, 'Order', { definition: ONE_PASS });
  const alias = new WorkflowAlias(stack, 'Live', { aliasName: 'live', version: workflow.currentVersion });
  const role = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
  const granted = (): any[] =>
    Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'))
      .filter(policy => JSON.stringify(policy.Properties.Roles).includes('Caller'))
      .flatMap(policy => policy.Properties.PolicyDocument.Statement);
  return { stack, workflow, alias, role, granted };
}

test('the current version follows the revision, and earlier versions stay', () => {
  const stack = aStack();
  const workflow = new StandardWorkflow(stack, 'Order', { definition: ONE_PASS });
  expect(workflow.currentVersion).toBe(workflow.currentVersion);
  const [version] = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachineVersion'));
  expect(version).toEqual({
    Type: 'AWS::StepFunctions::StateMachineVersion',
    Properties: {
      StateMachineArn: { Ref: expect.stringMatching(/^Order/) },
      StateMachineRevisionId: { 'Fn::GetAtt': [expect.stringMatching(/^Order/), 'StateMachineRevisionId'] },
    },
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
  });
});

test('an alias leads all executions to its version', () => {
  const { stack, workflow } = anAlias();
  Template.fromStack(stack).hasResourceProperties('AWS::StepFunctions::StateMachineAlias', {
    Name: 'live',
    RoutingConfiguration: [{ StateMachineVersionArn: stack.resolve(workflow.currentVersion.versionArn), Weight: 100 }],
  });
});

test('a second version takes its part of the executions', () => {
  const stack = aStack();
  const workflow = new StandardWorkflow(stack, 'Order', { definition: ONE_PASS });
  const old = WorkflowVersion.fromVersionArn(stack, 'Old', VERSION);
  new WorkflowAlias(stack, 'Live', {
    aliasName: 'live',
    version: workflow.currentVersion,
    secondVersion: { version: old, weight: 90 },
  });
  Template.fromStack(stack).hasResourceProperties('AWS::StepFunctions::StateMachineAlias', {
    RoutingConfiguration: [{ Weight: 10 }, { StateMachineVersionArn: VERSION, Weight: 90 }],
  });
});

test.each([
  [GradualDeployment.allAtOnce(), { Type: 'ALL_AT_ONCE' }],
  [
    GradualDeployment.canary({ percentage: 10, interval: Duration.minutes(5) }),
    { Type: 'CANARY', Percentage: 10, Interval: 5 },
  ],
  [
    GradualDeployment.linear({ percentage: 20, interval: Duration.hours(10) }),
    { Type: 'LINEAR', Percentage: 20, Interval: 600 },
  ],
])('an alias goes over to a new version gradually (%#)', (deployment, expected) => {
  const stack = aStack();
  const version = new StandardWorkflow(stack, 'Order', { definition: ONE_PASS }).currentVersion;
  new WorkflowAlias(stack, 'Live', { aliasName: 'live', version, deployment });
  const [alias] = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachineAlias'));
  expect(alias.Properties).toEqual({
    Name: 'live',
    DeploymentPreference: { ...expected, StateMachineVersionArn: stack.resolve(version.versionArn) },
  });
});

test('alarms roll a deployment back', () => {
  const stack = aStack();
  const workflow = new StandardWorkflow(stack, 'Order', { definition: ONE_PASS });
  const alarm = new cloudwatch.Alarm(stack, 'Failing', {
    metric: workflow.metricFailed(),
    threshold: 1,
    evaluationPeriods: 1,
  });
  new WorkflowAlias(stack, 'Live', {
    aliasName: 'live',
    version: workflow.currentVersion,
    deployment: GradualDeployment.allAtOnce({ alarms: [alarm] }),
  });
  Template.fromStack(stack).hasResourceProperties('AWS::StepFunctions::StateMachineAlias', {
    DeploymentPreference: { Alarms: [stack.resolve(alarm.alarmName)] },
  });
});

test('a grant on the alias names the workflow, since AWS checks that ARN, and holds for the alias only', () => {
  const { stack, workflow, alias, role, granted } = anAlias();
  alias.grantStartExecution(role);
  alias.grantStartSyncExecution(role);
  const statement = (action: string): object => ({
    Action: action,
    Condition: { 'ForAnyValue:StringEquals': { 'states:StateMachineQualifier': 'live' } },
    Effect: 'Allow',
    Resource: stack.resolve(workflow.stateMachineArn),
  });
  expect(granted()).toEqual([statement('states:StartExecution'), statement('states:StartSyncExecution')]);
});

test.each(['grantRead', 'grantTaskResponse', 'grantRedriveExecution'] as const)(
  '%s on the alias is that of the workflow, since executions do not carry the alias in their ARN',
  name => {
    const [first, second] = [anAlias(), anAlias()];
    first.alias[name](first.role);
    second.workflow[name](second.role);
    expect(first.granted()).toEqual(second.granted());
  },
);

test('a rule starts the alias', () => {
  const { stack, alias, workflow } = anAlias();
  new events.Rule(stack, 'Daily', {
    schedule: events.Schedule.rate(Duration.days(1)),
    targets: [new targets.SfnStateMachine(alias)],
  });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Events::Rule', { Targets: [{ Arn: stack.resolve(alias.stateMachineArn) }] });
  expect(JSON.stringify(template.findResources('AWS::IAM::Policy'))).toContain(
    JSON.stringify(stack.resolve(workflow.stateMachineArn)),
  );
});

test.each([
  ['metricStarted', 'ExecutionsStarted'],
  ['metricSucceeded', 'ExecutionsSucceeded'],
  ['metricFailed', 'ExecutionsFailed'],
  ['metricTimedOut', 'ExecutionsTimedOut'],
  ['metricAborted', 'ExecutionsAborted'],
  ['metricThrottled', 'ExecutionThrottled'],
  ['metricTime', 'ExecutionTime'],
] as const)('%s counts what was started through the alias', (method, metricName) => {
  const { stack, alias, workflow } = anAlias();
  const metric = alias[method]();
  expect(metric.metricName).toBe(metricName);
  expect(stack.resolve(metric.dimensions)).toEqual({
    StateMachineArn: stack.resolve(workflow.stateMachineArn),
    Alias: 'live',
  });
});

test('an alias from elsewhere has the same grants', () => {
  const { stack, role, granted } = anAlias();
  const alias = WorkflowAlias.fromAliasArn(stack, 'Theirs', ALIAS);
  expect([alias.aliasName, alias.stateMachineArn, alias.workflow.stateMachineArn]).toEqual([
    'live',
    ALIAS,
    ALIAS.slice(0, -':live'.length),
  ]);
  alias.grantStartExecution(role);
  expect(granted()).toEqual([expect.objectContaining({ Resource: ALIAS.slice(0, -':live'.length) })]);
});

test('a workflow from elsewhere has the grants of the CDK', () => {
  const { stack, role, granted } = anAlias();
  StandardWorkflow.fromStateMachineArn(
    stack,
    'Theirs',
    'arn:aws:states:eu-west-1:111122223333:stateMachine:other',
  ).grantStartExecution(role);
  expect(granted()).toEqual([
    {
      Action: 'states:StartExecution',
      Effect: 'Allow',
      Resource: 'arn:aws:states:eu-west-1:111122223333:stateMachine:other',
    },
  ]);
});

test.each(['12', '', 'no spaces', 'x'.repeat(81)])('fails for the alias name %j', aliasName => {
  const stack = aStack();
  const version = new StandardWorkflow(stack, 'Order', { definition: ONE_PASS }).currentVersion;
  expect(() => new WorkflowAlias(stack, 'Live', { aliasName, version })).toThrow(
    /^INVALID_ALIAS_NAME: .*\n {2}at: Orders\/Live\n/,
  );
});

test.each([0, 100, 1.5])('fails for the weight %d', weight => {
  const stack = aStack();
  const version = new StandardWorkflow(stack, 'Order', { definition: ONE_PASS }).currentVersion;
  const secondVersion = { version: WorkflowVersion.fromVersionArn(stack, 'Old', VERSION), weight };
  expect(() => new WorkflowAlias(stack, 'Live', { aliasName: 'live', version, secondVersion })).toThrow(
    'INVALID_ALIAS_ROUTING: The weight of the second version is out of range',
  );
});

test('fails for versions of two workflows, and for weights beside a gradual deployment', () => {
  const stack = aStack();
  const version = new StandardWorkflow(stack, 'Order', { definition: ONE_PASS }).currentVersion;
  const other = new StandardWorkflow(stack, 'Other', { definition: ONE_PASS }).currentVersion;
  const secondVersion = { version: other, weight: 10 };
  expect(() => new WorkflowAlias(stack, 'A', { aliasName: 'a', version, secondVersion })).toThrow(
    "versions of 'Orders/Order' and 'Orders/Other'",
  );
  expect(
    () =>
      new WorkflowAlias(stack, 'B', {
        aliasName: 'b',
        version,
        secondVersion,
        deployment: GradualDeployment.allAtOnce(),
      }),
  ).toThrow('either a second version or a gradual deployment');
});

test.each([
  [{ percentage: 0, interval: Duration.minutes(1) }, 'a whole number from 1 to 99'],
  [{ percentage: 100, interval: Duration.minutes(1) }, 'a whole number from 1 to 99'],
  [{ percentage: 10, interval: Duration.seconds(90) }, 'whole minutes from 1 to 2100'],
  [{ percentage: 10, interval: Duration.days(2) }, 'whole minutes from 1 to 2100'],
])('fails for a deployment out of range (%#)', (props, allowed) => {
  expect(() => GradualDeployment.linear(props)).toThrow(allowed);
});
