import {
  App,
  Duration,
  Stack,
  aws_events_targets as targets,
  aws_lambda as lambda,
  aws_sns as sns,
  aws_stepfunctions as sfn,
} from 'aws-cdk-lib';
import {
  AccountAlarms,
  ExpressWorkflow,
  Fail,
  Flow,
  Integration,
  LoggedEvent,
  Pass,
  StandardWorkflow,
  Succeed,
  Task,
  TextFilter,
  Wait,
  WorkflowAlarms,
} from '../../../src';
import { fails, LocalWorkflow, pending, returns, returnsPayload, type MetricPoint } from '../../../src/testing';
import '../../../src/testing/jest';

interface Subject {
  readonly stack: Stack;
  readonly local: LocalWorkflow;
  readonly alarms: WorkflowAlarms;
  readonly workflow: StandardWorkflow;
}

function subject(): Subject {
  const stack = new Stack(new App(), 'Orders');
  const fn = lambda.Function.fromFunctionArn(stack, 'Charge', 'arn:aws:lambda:us-east-1:123456789012:function:charge');
  const activity = new sfn.Activity(stack, 'Packing');
  const topic = new sns.Topic(stack, 'Ops');
  const target = new targets.SnsTopic(topic);
  const definition = Flow.of(
    new Task('Charge', { call: Integration.lambdaInvoke(fn), timeout: Duration.minutes(10) }),
    new Wait('Pack', { duration: Duration.minutes(30) }),
    new Task('Hand over', { call: Integration.stepFunctionsInvokeActivity(activity), timeout: Duration.minutes(5) }),
    new Succeed('Done'),
  );
  const workflow = new StandardWorkflow(stack, 'Order', { definition, timeout: Duration.hours(2) });
  workflow.onFailed('TellOps', { target });
  workflow.onStarted('Count', { target });
  workflow.onSucceeded('Thank', { target, output: [TextFilter.wildcard('*"paid":true*')] });
  workflow.onTimedOut('Late', { target });
  workflow.onAborted('Stopped', { target });
  workflow.onStatusChange('Declined', {
    target,
    error: [TextFilter.exactly('CardDeclined')],
    executionName: [TextFilter.prefix('order-')],
  });
  workflow.onFailed('Nobody');
  const alarms = workflow.addAlarms({
    failed: { percentOfStarted: 50 },
    aborted: {},
    duration: { threshold: Duration.minutes(20) },
    tooFewStarted: { atLeast: 2, period: Duration.hours(1) },
    transitions: { threshold: 5, period: Duration.hours(1) },
    activities: [activity],
    composite: true,
  });
  return { stack, local: LocalWorkflow.fromStack(stack, 'Order'), alarms, workflow };
}

const one = subject();
const good = { 'Charge': returnsPayload({ paid: true }), 'Hand over': returns({ paid: true }) };

test('a run that succeeds notifies and raises what belongs to success', async () => {
  const run = await one.local.run({ id: 1 }, { mocks: good, executionName: 'order-1' });
  expect(run).toHaveSucceeded();
  expect(run).toHaveNotified('Count');
  expect(run).toHaveNotified('Thank', expect.objectContaining({ time: '2024-01-01T00:30:00Z' }));
  for (const rule of ['TellOps', 'Late', 'Stopped', 'Declined', 'Nobody']) expect(run).not.toHaveNotified(rule);
  expect(run.notifications.map(({ rule }) => rule)).toEqual(['Orders/Order/Count', 'Orders/Order/Thank']);
  expect(run).toHaveRaised(one.alarms.duration!);
  expect(run).toHaveRaised('TooFewStarted');
  for (const alarm of [
    one.alarms.failed!,
    one.alarms.timedOut!,
    one.alarms.aborted!,
    one.alarms.throttled!,
    one.alarms.transitions!,
    ...one.alarms.activities,
  ]) {
    expect(run).not.toHaveRaised(alarm);
  }
});

test('a run that fails notifies and raises what belongs to failure', async () => {
  const run = await one.local.run(
    { id: 1 },
    { mocks: { ...good, Charge: fails('CardDeclined', 'no funds') }, executionName: 'order-2' },
  );
  expect(run).toHaveFailed('CardDeclined');
  expect(run).toHaveNotified('TellOps');
  expect(run).toHaveNotified(
    'Declined',
    expect.objectContaining({
      detail: expect.objectContaining({
        error: 'CardDeclined',
        cause: 'no funds',
        output: null,
        redriveStatus: 'REDRIVABLE',
      }),
    }),
  );
  expect(run).not.toHaveNotified('Thank');
  expect(run).toHaveRaised(one.alarms.failed!);
  expect(run).toHaveRaised('Any');
  expect(run).not.toHaveRaised(one.alarms.duration!);
});

test('time-outs, aborts and activities have their rules and alarms', async () => {
  const late = await one.local.run({}, { mocks: { ...good, 'Hand over': pending() } });
  expect(late).toHaveFailed('States.Timeout');
  expect(late).toHaveRaised('Activity1TimedOut');
  const stopped = await one.local.run({}, { mocks: good, abortAfter: 60 });
  expect(stopped).toHaveNotified('Stopped');
  expect(stopped).toHaveRaised(one.alarms.aborted!);
  expect(stopped).not.toHaveRaised(one.alarms.failed!);
});

test('the time of the whole execution has a rule and an alarm', async () => {
  const stack = new Stack(new App(), 'Late');
  const workflow = new StandardWorkflow(stack, 'Order', {
    definition: new Wait('Long', { duration: Duration.hours(3) }),
    timeout: Duration.hours(1),
  });
  workflow.onTimedOut('Late', { target: new targets.SnsTopic(new sns.Topic(stack, 'Ops')) });
  const alarms = workflow.addAlarms();
  const run = await LocalWorkflow.fromStack(stack).run();
  expect(run).toHaveTimedOut();
  expect(run).toHaveNotified('Late');
  expect(run).toHaveRaised(alarms.timedOut!);
  expect(run).not.toHaveRaised(alarms.failed!);
});

test('alarms look at several runs, and at points that no run produces', async () => {
  const mocks = { ...good, Charge: fails('X') };
  const runs = await Promise.all(
    ['00:00', '00:01', '00:02'].map((at, i) =>
      one.local.run({}, { mocks: i === 0 ? mocks : good, startTime: `2024-01-01T${at}:00Z`, executionName: `n${i}` }),
    ),
  );
  expect(runs[0]).toHaveRaised(one.alarms.failed!);
  expect(runs).not.toHaveRaised(one.alarms.failed!); // one of three is less than half
  expect(runs).toHaveRaised(one.alarms.transitions!);
  const throttled: MetricPoint = {
    namespace: 'AWS/States',
    name: 'ExecutionThrottled',
    dimensions: {
      StateMachineArn: runs[0].executionArn.replace(':execution:', ':stateMachine:').replace(/:[^:]*$/, ''),
    },
    time: Date.UTC(2024, 0, 1),
    value: 1,
  };
  expect(runs).toHaveRaised(one.alarms.throttled!, [throttled]);
  expect(runs).not.toHaveRaised(one.alarms.throttled!);
});

test('account alarms are proven with points that the test gives', async () => {
  const stack = new Stack(new App(), 'Account');
  new StandardWorkflow(stack, 'Any', { definition: new Pass('Only') });
  const account = new AccountAlarms(stack, 'Alarms', { integrations: ['lambda:invoke'] });
  const run = await LocalWorkflow.fromStack(stack, 'Any').run();
  const point = (name: string, value: number, dimensions = {}): MetricPoint[] => [
    { namespace: 'AWS/States', name, dimensions, time: Date.UTC(2024, 0, 1), value },
  ];
  expect(run).toHaveRaised(account.openExecutions, point('OpenExecutionCount', 100_000));
  expect(run).not.toHaveRaised(account.openExecutions, point('OpenExecutionCount', 99_999));
  expect(run).toHaveRaised(account.openMapRuns, point('ApproximateOpenMapRunCount', 950));
  expect(run).toHaveRaised(account.mapRunBacklog, point('ApproximateMapRunBacklogSize', 1));
  expect(run).not.toHaveRaised(account.mapRunBacklog);
  expect(run).toHaveRaised(
    account.integrations[0],
    point('ServiceIntegrationsFailed', 1, { ServiceIntegrationResourceArn: 'arn:aws:states:::lambda:invoke' }),
  );
});

test('an Express workflow tells EventBridge nothing, but its log can be alarming', async () => {
  const stack = new Stack(new App(), 'Quick');
  const workflow = new ExpressWorkflow(stack, 'Charge', { definition: new Fail('No', { error: 'CardDeclined' }) });
  const declined = workflow.addLogAlarm('Declined', {
    records: { events: [LoggedEvent.FAILED], errors: ['CardDeclined'] },
  });
  const other = workflow.addLogAlarm('Other', {
    records: { events: [LoggedEvent.FAILED, LoggedEvent.TIMED_OUT], errors: ['NoFunds', 'Other'] },
  });
  const alarms = workflow.addAlarms();
  const run = await LocalWorkflow.fromStack(stack).run();
  expect(run.events).toEqual([]);
  expect(run).toHaveRaised(declined);
  expect(run).not.toHaveRaised(other);
  expect(run).toHaveRaised(alarms.failed!);
  expect(run).not.toHaveRaised(alarms.timedOut!);
});

test('input and output that are too large are left out of events, as AWS does', async () => {
  const stack = new Stack(new App(), 'Large');
  new StandardWorkflow(stack, 'Order', { definition: new Pass('Only') });
  const run = await LocalWorkflow.fromStack(stack).run({ text: 'x'.repeat(150 * 1024) });
  const [running, succeeded] = run.events.map(({ detail }) => detail);
  expect([running.inputDetails, running.outputDetails, running.output]).toEqual([{ included: true }, null, null]);
  expect([succeeded.input, succeeded.inputDetails, succeeded.outputDetails]).toEqual([
    null,
    { included: false },
    { included: true },
  ]);
});

describe('fails', () => {
  const run = one.local.runSync({}, { mocks: { ...good, Charge: fails('X') } });
  test.each([
    [
      'on a rule that the app does not have',
      () => expect(run).toHaveNotified('TelOps'),
      'UNKNOWN_EVENT_RULE: the app has no rule "TelOps"; did you mean "TellOps"?',
    ],
    [
      'on an alarm that the app does not have, behind not too',
      () => expect(run).not.toHaveRaised('Faild'),
      'UNKNOWN_ALARM: the app has no alarm "Faild"; did you mean "Failed"?',
    ],
    [
      'when the rule did not match',
      () => expect(run).toHaveNotified('Thank'),
      'expected the rule "Thank" to notify its targets, but it matched none of 2 events',
    ],
    [
      'when the alarm does not sound',
      () => expect(run).toHaveRaised('Throttled'),
      'expected the alarm "Throttled" to sound over the run',
    ],
    [
      'when the alarm sounds and should not',
      () => expect(run).not.toHaveRaised('Failed'),
      'expected the alarm "Failed" not to sound over the run',
    ],
    [
      'on a definition by itself',
      () =>
        expect(
          LocalWorkflow.fromDefinition({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }).runSync(),
        ).toHaveNotified('X'),
      'NO_APP: a definition on its own has no rules',
    ],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});
