import {
  App,
  Stack,
  aws_events as events,
  aws_events_targets as targets,
  aws_kinesis as kinesis,
  aws_lambda as lambda,
  aws_logs as logs,
  aws_sns as sns,
  aws_sqs as sqs,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  ExpressWorkflow,
  Fail,
  Integration,
  Pass,
  StandardWorkflow,
  Succeed,
  Task,
  TextFilter,
  WorkflowApiCall,
} from '../../src';
import { readTemplate } from '../../src/cloudformation';
import { matchesPattern } from '../../src/local/event-bridge';
import { fails, LocalWorkflow, returnsPayload } from '../../src/testing';
import '../../src/testing/jest';

/** Each target that the CDK has for what people are told through. */
const TARGETS: ReadonlyArray<readonly [string, (stack: Stack) => events.IRuleTarget, RegExp]> = [
  [
    'a Lambda function',
    stack =>
      new targets.LambdaFunction(
        new lambda.Function(stack, 'Fn', {
          runtime: lambda.Runtime.NODEJS_22_X,
          handler: 'index.handler',
          code: lambda.Code.fromInline('exports.handler = async () => ({});'),
        }),
      ),
    /^arn:aws:lambda:/,
  ],
  ['an SNS topic', stack => new targets.SnsTopic(new sns.Topic(stack, 'Topic')), /^arn:aws:sns:/],
  ['an SQS queue', stack => new targets.SqsQueue(new sqs.Queue(stack, 'Queue')), /^arn:aws:sqs:/],
  ['a Kinesis stream', stack => new targets.KinesisStream(new kinesis.Stream(stack, 'Stream')), /^arn:aws:kinesis:/],
  [
    'another workflow',
    stack => new targets.SfnStateMachine(new ExpressWorkflow(stack, 'Other', { definition: new Pass('Clean up') })),
    /^arn:aws:states:.*:stateMachine:/,
  ],
  [
    'a log group',
    stack => new targets.CloudWatchLogGroup(new logs.LogGroup(stack, 'Group')),
    /^arn:aws:logs:.*:log-group:/,
  ],
];

describe.each(TARGETS)('%s', (_, target, arn) => {
  const stack = new Stack(new App(), 'Orders');
  const fn = lambda.Function.fromFunctionName(stack, 'Charge', 'charge');
  const workflow = new StandardWorkflow(stack, 'Order', {
    definition: new Task('Charge', { call: Integration.lambdaInvoke(fn) }).next(new Succeed('Paid')),
  });
  workflow.onFailed('Tell', { target: target(stack), deadLetterQueue: new sqs.Queue(stack, 'Lost'), retryAttempts: 2 });
  const local = LocalWorkflow.fromStack(stack, 'Order');

  test('is told of a failure', async () => {
    const run = await local.run({}, { mocks: { Charge: fails('CardDeclined') } });
    expect(run).toHaveNotified('Tell');
    expect(run.notificationsOf('Tell')).toEqual([
      expect.objectContaining({
        targets: [expect.stringMatching(arn)],
        event: expect.objectContaining({ detail: expect.objectContaining({ status: 'FAILED' }) }),
      }),
    ]);
  });

  test('is not told of success', async () => {
    const run = await local.run({}, { mocks: { Charge: returnsPayload({}) } });
    expect(run).toHaveSucceeded();
    expect(run).not.toHaveNotified('Tell');
  });
});

test('filters on the text of the input let pass what they name, and nothing else', async () => {
  const stack = new Stack(new App(), 'Filters');
  const workflow = new StandardWorkflow(stack, 'Order', { definition: new Fail('No', { error: 'Refused' }) });
  const target = new targets.SnsTopic(new sns.Topic(stack, 'Ops'));
  const rules: Record<string, TextFilter> = {
    Exactly: TextFilter.exactly('{"vip":true,"id":"A1"}'),
    Prefix: TextFilter.prefix('{"vip":true'),
    Suffix: TextFilter.suffix('"A1"}'),
    Wildcard: TextFilter.wildcard('*"id":"A*'),
    Else: TextFilter.anythingBut('{"vip":true,"id":"A1"}'),
    None: TextFilter.none(),
  };
  for (const [id, filter] of Object.entries(rules)) workflow.onFailed(id, { target, input: [filter] });
  const local = LocalWorkflow.fromStack(stack, 'Order');
  const told = async (input: object): Promise<string[]> =>
    (await local.run(input)).notifications.map(({ rule }) => rule.split('/').pop()!);
  expect(await told({ vip: true, id: 'A1' })).toEqual(['Exactly', 'Prefix', 'Suffix', 'Wildcard']);
  expect(await told({ vip: false, id: 'B2' })).toEqual(['Else']);
  expect(await told({ text: 'x'.repeat(250 * 1024) })).toEqual(['Else', 'None']);
});

test('what a state machine of another name does passes no rule of this one', async () => {
  const stack = new Stack(new App(), 'Two');
  const [one] = ['One', 'Two'].map(
    id => new StandardWorkflow(stack, id, { definition: new Fail('No', { error: 'X' }) }),
  );
  one.onFailed('Tell', { target: new targets.SnsTopic(new sns.Topic(stack, 'Ops')) });
  expect(await LocalWorkflow.fromStack(stack, 'One').run()).toHaveNotified('Tell');
  expect(await LocalWorkflow.fromStack(stack, 'Two').run()).not.toHaveNotified('Tell');
});

describe('a rule on API calls', () => {
  const stack = new Stack(new App(), 'Calls');
  const workflow = new StandardWorkflow(stack, 'Order', {
    definition: new Fail('No', { error: 'X' }),
    stateMachineName: 'orders',
  });
  const target = new targets.SnsTopic(new sns.Topic(stack, 'Ops'));
  workflow.onApiCall('Touched', { target });
  workflow.onApiCall('Started', { target, calls: [WorkflowApiCall.START_EXECUTION] });
  const { resources } = readTemplate(Template.fromStack(stack).toJSON() as never);
  const machine = resources.find(({ type }) => type === 'AWS::StepFunctions::StateMachine')!.arn!;
  const patternOf = (rule: string): never =>
    resources
      .find(({ type, logicalId }) => type === 'AWS::Events::Rule' && logicalId.startsWith(`Order${rule}`))!
      .property('EventPattern') as never;
  const event = (eventName: string, requestParameters: object): never =>
    ({
      'source': 'aws.states',
      'detail-type': 'AWS API Call via CloudTrail',
      'detail': { eventSource: 'states.amazonaws.com', eventName, requestParameters },
    }) as never;

  test.each([
    ['Touched', 'UpdateStateMachine', { stateMachineArn: machine }, true],
    ['Touched', 'DeleteStateMachine', { stateMachineArn: machine }, true],
    ['Touched', 'StopExecution', { executionArn: `${machine.replace(':stateMachine:', ':execution:')}:one` }, true],
    ['Touched', 'RedriveExecution', { executionArn: `${machine.replace(':stateMachine:', ':execution:')}:one` }, true],
    ['Touched', 'UpdateStateMachine', { stateMachineArn: `${machine}-2` }, false],
    ['Touched', 'StopExecution', { executionArn: `${machine.replace(':stateMachine:', ':execution:')}-2:one` }, false],
    ['Touched', 'StartExecution', { stateMachineArn: machine }, false],
    ['Started', 'StartExecution', { stateMachineArn: machine }, true],
    ['Started', 'StartExecution', { stateMachineArn: `${machine}:live` }, true],
    ['Started', 'StopExecution', { executionArn: `${machine.replace(':stateMachine:', ':execution:')}:one` }, false],
  ])('%s, on %s of %j: %s', (rule, call, parameters, expected) => {
    expect(matchesPattern(patternOf(rule), event(call, parameters))).toBe(expected);
  });

  test('cannot be proven with a local run, which makes no API calls', () => {
    const run = LocalWorkflow.fromStack(stack, 'Order').runSync();
    expect(() => expect(run).not.toHaveNotified('Touched')).toThrow(
      'UNSUPPORTED_EVENT_RULE: a local run emits only status changes of executions, but the rule listens to other events',
    );
  });
});
