import {
  aws_iam as iam,
  aws_lambda as lambda,
  aws_logs as logs,
  aws_stepfunctions as sfn,
  CfnParameter,
  Duration,
  NestedStack,
  RemovalPolicy,
  Tags,
  type Stack,
} from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { aStack, bound, ONE_PASS } from './a-definition';
import { ExpressWorkflow, StandardWorkflow } from '../../src/workflow';

const MACHINE = 'AWS::StepFunctions::StateMachine';

function machineOf(stack: Stack): any {
  return Object.values(Template.fromStack(stack).findResources(MACHINE))[0];
}

test('a workflow is a state machine with logs and traces', () => {
  const stack = aStack();
  const workflow = new StandardWorkflow(stack, 'Order', { definition: ONE_PASS });
  expect(workflow).toBeInstanceOf(sfn.StateMachine);
  expect(machineOf(stack).Properties).toMatchObject({
    StateMachineType: 'STANDARD',
    LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false },
    TracingConfiguration: { Enabled: true },
  });
  Template.fromStack(stack).hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: Match.stringLikeRegexp('^/aws/vendedlogs/states/Orders/Order-[0-9a-f]{8}$'),
  });
});

test('an Express workflow says so', () => {
  const stack = aStack();
  const workflow = new ExpressWorkflow(stack, 'Order', { definition: ONE_PASS });
  expect(machineOf(stack).Properties.StateMachineType).toBe('EXPRESS');
  expect(workflow.stateMachineType).toBe(sfn.StateMachineType.EXPRESS);
});

test("the workflow's comment and time-out go into the definition, before and after the states", () => {
  const stack = aStack();
  new StandardWorkflow(stack, 'Order', { definition: ONE_PASS, comment: 'takes an order', timeout: Duration.hours(2) });
  expect(machineOf(stack).Properties.DefinitionString).toBe(
    '{"Comment":"takes an order","StartAt":"Go","States":{"Go":{"Type":"Pass","End":true}},"TimeoutSeconds":7200}',
  );
});

test("the definition's own comment and time-out stay when the workflow has none", () => {
  const stack = aStack();
  new StandardWorkflow(stack, 'Order', {
    definition: bound({
      Comment: 'of the file',
      StartAt: 'Go',
      States: { Go: { Type: 'Succeed' } },
      TimeoutSeconds: 60,
    }),
  });
  expect(JSON.parse(machineOf(stack).Properties.DefinitionString)).toMatchObject({
    Comment: 'of the file',
    TimeoutSeconds: 60,
  });
});

test('tokens in a definition become what CloudFormation resolves', () => {
  const stack = aStack();
  const seconds = new CfnParameter(stack, 'Seconds', { type: 'Number' });
  new StandardWorkflow(stack, 'Order', {
    definition: bound({ StartAt: 'Go', States: { Go: { Type: 'Wait', Seconds: seconds.valueAsNumber, End: true } } }),
  });
  expect(machineOf(stack).Properties.DefinitionString).toEqual({
    'Fn::Join': [
      '',
      ['{"StartAt":"Go","States":{"Go":{"Type":"Wait","Seconds":', { Ref: 'Seconds' }, ',"End":true}}}'],
    ],
  });
});

test('logs go where they are wanted, and no group is made then', () => {
  const stack = aStack();
  const group = new logs.LogGroup(stack, 'Mine');
  const workflow = new StandardWorkflow(stack, 'Order', {
    definition: ONE_PASS,
    logs: { destination: group, level: sfn.LogLevel.ALL, includeExecutionData: true },
  });
  expect(workflow.logGroup).toBe(group);
  Template.fromStack(stack).resourceCountIs('AWS::Logs::LogGroup', 1);
  expect(machineOf(stack).Properties.LoggingConfiguration).toEqual({
    Level: 'ALL',
    IncludeExecutionData: true,
    Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: stack.resolve(group.logGroupArn) } }],
  });
});

test('a group that is known by its reference only is taken, too', () => {
  const stack = aStack();
  const reference = { logGroupName: 'mine', logGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:mine:*' };
  const workflow = new StandardWorkflow(stack, 'Order', {
    definition: ONE_PASS,
    logs: { destination: { logGroupRef: reference } as unknown as logs.ILogGroup },
  });
  expect(workflow.logGroup!.logGroupName).toBe('mine');
  expect(machineOf(stack).Properties.LoggingConfiguration.Destinations).toEqual([
    { CloudWatchLogsLogGroup: { LogGroupArn: reference.logGroupArn } },
  ]);
});

test('the log group of a workflow in a nested stack is named after that stack', () => {
  const stack = aStack();
  const nested = new NestedStack(stack, 'Inner');
  new StandardWorkflow(nested, 'Order', { definition: ONE_PASS });
  Template.fromStack(nested).hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: {
      'Fn::Join': [
        '',
        ['/aws/vendedlogs/states/', { Ref: 'AWS::StackName' }, Match.stringLikeRegexp('^/Order-[0-9a-f]{8}$')],
      ],
    },
  });
});

test('a name with which AWS does not log is a warning, unless nothing is logged', () => {
  const stack = aStack();
  new StandardWorkflow(stack, 'Logged', { definition: ONE_PASS, stateMachineName: 'order.v2' });
  new StandardWorkflow(stack, 'Silent', {
    definition: ONE_PASS,
    stateMachineName: 'order.v3',
    logs: { level: sfn.LogLevel.OFF },
  });
  Annotations.fromStack(stack).hasWarning(
    '/Orders/Logged',
    Match.stringLikeRegexp("named 'order.v2'\\n  fix: .*WORKFLOW_NAME_AND_LOGS"),
  );
  Annotations.fromStack(stack).hasNoWarning('/Orders/Silent', Match.stringLikeRegexp('WORKFLOW_NAME_AND_LOGS'));
});

test('logs and traces can be off, and the role then has no permissions for them', () => {
  const stack = aStack();
  const workflow = new StandardWorkflow(stack, 'Order', {
    definition: ONE_PASS,
    logs: { level: sfn.LogLevel.OFF },
    tracingEnabled: false,
  });
  expect(workflow.logGroup).toBeUndefined();
  expect(machineOf(stack).Properties).toMatchObject({
    LoggingConfiguration: { Level: 'OFF' },
    TracingConfiguration: { Enabled: false },
  });
  Template.fromStack(stack).resourceCountIs('AWS::Logs::LogGroup', 0);
  Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
});

test('workflow and log group are removed with the stack, unless they are to stay', () => {
  const stack = aStack();
  new StandardWorkflow(stack, 'Gone', { definition: ONE_PASS });
  new StandardWorkflow(stack, 'Kept', { definition: ONE_PASS, removalPolicy: RemovalPolicy.RETAIN });
  const policies = (type: string): string[] =>
    Object.values(Template.fromStack(stack).findResources(type)).map(resource => resource.DeletionPolicy);
  expect(policies(MACHINE)).toEqual(['Delete', 'Retain']);
  expect(policies('AWS::Logs::LogGroup')).toEqual(['Delete', 'Retain']);
});

test('tags reach the state machine', () => {
  const stack = aStack();
  Tags.of(new StandardWorkflow(stack, 'Order', { definition: ONE_PASS })).add('team', 'shop');
  expect(machineOf(stack).Properties.Tags).toEqual([{ Key: 'team', Value: 'shop' }]);
});

test('a name is taken as it is', () => {
  const stack = aStack();
  new StandardWorkflow(stack, 'Order', { definition: ONE_PASS, stateMachineName: 'order-workflow' });
  expect(machineOf(stack).Properties.StateMachineName).toBe('order-workflow');
});

test.each(['with space', 'x'.repeat(81), '', 'a/b'])('fails for the name %j, and offers one that fits', name => {
  expect(() => new StandardWorkflow(aStack(), 'Order', { definition: ONE_PASS, stateMachineName: name })).toThrow(
    /^INVALID_WORKFLOW_NAME: .*\n {2}at: Orders\/Order\n/,
  );
});

test.each([
  [Duration.seconds(0), '0 seconds'],
  [Duration.days(1158), '100051200 seconds'],
])('fails for the time-out %s', (timeout, received) => {
  expect(() => new StandardWorkflow(aStack(), 'Order', { definition: ONE_PASS, timeout })).toThrow(
    `INVALID_WORKFLOW_TIMEOUT: The timeout of a workflow is out of range\n  at: Orders/Order\n  received: ${received}`,
  );
});

test('every event target and grant of the CDK takes a workflow', () => {
  const stack = aStack();
  const fn = lambda.Function.fromFunctionArn(
    stack,
    'Starter',
    'arn:aws:lambda:eu-west-1:111122223333:function:starter',
  );
  const role = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
  const workflow = new StandardWorkflow(stack, 'Order', { definition: ONE_PASS });
  workflow.grantStartExecution(role);
  workflow.grantRead(fn);
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    Roles: [stack.resolve(role.roleName)],
    PolicyDocument: {
      Statement: [
        { Action: 'states:StartExecution', Effect: 'Allow', Resource: stack.resolve(workflow.stateMachineArn) },
      ],
    },
  });
});
