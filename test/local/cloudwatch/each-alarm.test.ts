import {
  App,
  Duration,
  Stack,
  aws_events_targets as targets,
  aws_sns as sns,
  aws_stepfunctions as sfn,
} from 'aws-cdk-lib';
import {
  AccountAlarms,
  Choice,
  ExpressWorkflow,
  Fail,
  Flow,
  Integration,
  Pass,
  StandardWorkflow,
  Succeed,
  Task,
  TextFilter,
  Wait,
  type WorkflowAlarms,
} from '../../../src';
import { fails, LocalWorkflow, pending, returns, type MetricPoint, type RunResult } from '../../../src/testing';
import '../../../src/testing/jest';

// what test/local/cloudwatch/proof.test.ts does not show of each alarm and rule: the run that raises it, and the one that does not

const stack = new Stack(new App(), 'Orders');
const activity = new sfn.Activity(stack, 'Packing');
const packing = new StandardWorkflow(stack, 'Pack', {
  definition: new Task('Pack', {
    call: Integration.stepFunctionsInvokeActivity(activity),
    timeout: Duration.minutes(5),
    heartbeat: Duration.minutes(1),
  }).next(new Succeed('Packed')),
});
const alarms = packing.addAlarms({
  activities: [activity],
  tooFewStarted: { atLeast: 2, period: Duration.hours(1) },
  composite: true,
  transitions: { threshold: 3, period: Duration.hours(1) },
});
const target = new targets.SnsTopic(new sns.Topic(stack, 'Ops'));
packing.onStarted('Vip', { target, input: [TextFilter.wildcard('*"vip":true*')] });
packing.onStatusChange('Any', { target, executionName: [TextFilter.prefix('order-')] });
const account = new AccountAlarms(stack, 'Account', { integrations: ['lambda:invoke'] });
const [failed, timedOut, heartbeat] = alarms.activities;

const pack = (answer: object, input = {}, options = {}): RunResult =>
  LocalWorkflow.fromStack(stack, 'Pack').runSync(input, { mocks: { Pack: answer as never }, ...options });

test('the three alarms on an activity tell failures, time-outs and missing heartbeats apart', () => {
  const good = pack(returns({}));
  for (const alarm of [failed, timedOut, heartbeat]) expect(good).not.toHaveRaised(alarm);
  const bad = pack(fails('Torn'));
  expect(bad).toHaveRaised(failed);
  expect(bad).not.toHaveRaised(timedOut);
  expect(bad).not.toHaveRaised(heartbeat);
  const silent = pack(returns({}, { durationSeconds: 200, heartbeatsAtSeconds: [10] }));
  expect(silent).toHaveTaken(70);
  expect(silent).not.toHaveRaised(failed);
  expect(silent).toHaveRaised(heartbeat);
  const untaken = pack(pending());
  expect(untaken).toHaveTaken(300);
  expect(untaken).toHaveRaised(timedOut);
  expect(untaken).not.toHaveRaised(heartbeat);
});

test('too few starts alarm, enough do not', () => {
  const [one, two] = ['00:00', '00:20'].map((at, i) =>
    pack(returns({}), {}, { startTime: `2024-01-01T${at}:00Z`, executionName: `n${i}` }),
  );
  expect(one).toHaveRaised(alarms.tooFewStarted!);
  expect([one, two]).not.toHaveRaised(alarms.tooFewStarted!);
});

test('transitions alarm from the threshold on', () => {
  const [one, two] = ['00:00', '00:20'].map((at, i) =>
    pack(returns({}), {}, { startTime: `2024-01-01T${at}:00Z`, executionName: `n${i}` }),
  );
  expect(one.transitions).toBe(2);
  expect(one).not.toHaveRaised(alarms.transitions!);
  expect([one, two]).toHaveRaised(alarms.transitions!);
});

test('a composite alarm sounds when one of its alarms does, and else not', () => {
  const [one, two] = ['00:00', '00:20'].map((at, i) =>
    pack(returns({}), {}, { startTime: `2024-01-01T${at}:00Z`, executionName: `n${i}` }),
  );
  expect(one).toHaveRaised(alarms.composite!); // too few
  const quiet = new Stack(new App(), 'Quiet');
  const composite = new ExpressWorkflow(quiet, 'Only', { definition: new Pass('Only') }).addAlarms({
    composite: true,
  }).composite!;
  expect(LocalWorkflow.fromStack(quiet, 'Only').runSync()).not.toHaveRaised(composite);
  expect(two.status).toBe('SUCCEEDED');
});

test('rules on starts and on every status let pass what their filters name', () => {
  const plain = pack(returns({}), { vip: false }, { executionName: 'test-1' });
  expect(plain).not.toHaveNotified('Vip');
  expect(plain).not.toHaveNotified('Any');
  const vip = pack(returns({}), { vip: true }, { executionName: 'order-1' });
  expect(vip).toHaveNotified('Vip');
  expect(vip.notificationsOf('Any').map(({ event }) => event.detail.status)).toEqual(['RUNNING', 'SUCCEEDED']);
});

test('the alarms of the account go by points that the test gives', () => {
  const run = pack(returns({}));
  const point = (name: string, value: number, dimensions = {}): MetricPoint[] => [
    { namespace: 'AWS/States', name, dimensions, time: Date.UTC(2024, 0, 1), value },
  ];
  expect(run).toHaveRaised(account.openMapRuns, point('ApproximateOpenMapRunCount', 900));
  expect(run).not.toHaveRaised(account.openMapRuns, point('ApproximateOpenMapRunCount', 899));
  expect(run).toHaveRaised(account.openExecutions, point('OpenExecutionCount', 100_000));
  expect(run).not.toHaveRaised(account.openExecutions, point('OpenExecutionCount', 99_999));
  expect(run).not.toHaveRaised(
    account.integrations[0],
    point('ServiceIntegrationsFailed', 1, { ServiceIntegrationResourceArn: 'arn:aws:states:::sqs:sendMessage' }),
  );
  expect(run).toHaveRaised(
    account.integrations[0],
    point('ServiceIntegrationsFailed', 1, { ServiceIntegrationResourceArn: 'arn:aws:states:::lambda:invoke' }),
  );
});

describe('Express', () => {
  const express = new Stack(new App(), 'Quick');
  const definition = Flow.of(
    new Choice('What?')
      .when('{% $states.input.fail = true %}', new Fail('No', { error: 'Refused' }))
      .when('{% $states.input.wait = true %}', new Wait('Long', { duration: Duration.minutes(4) }))
      .otherwise(new Pass('Quick')),
  );
  const made: WorkflowAlarms = new ExpressWorkflow(express, 'Quote', {
    definition,
    timeout: Duration.minutes(2),
  }).addAlarms({
    aborted: {},
    duration: { threshold: Duration.minutes(1) },
    tooFewStarted: { atLeast: 2, period: Duration.minutes(5) },
  });
  const run = (input: object, options = {}): RunResult =>
    LocalWorkflow.fromStack(express, 'Quote').runSync(input as never, options);
  const raised = (result: RunResult | RunResult[]): string[] => {
    const [first, ...more] = Array.isArray(result) ? result : [result];
    return made.alarms
      .filter(alarm =>
        first.raises(
          alarm,
          more.flatMap(({ metricPoints }) => metricPoints),
        ),
      )
      .map(({ node }) => node.id);
  };

  test.each([
    ['a failure', { fail: true }, {}, ['Failed', 'TooFewStarted']],
    ['a time-out', { wait: true }, {}, ['TimedOut', 'Duration', 'TooFewStarted']],
    ['an abort', { wait: true }, { abortAfter: 30 }, ['Aborted', 'TooFewStarted']],
    ['success', {}, {}, ['TooFewStarted']],
  ])('%s raises the alarms that are meant for it, and no others', (_, input, options, expected) => {
    expect(raised(run(input, options))).toEqual(expected);
  });

  test('two executions that succeed raise none', () => {
    expect(raised([run({}), run({}, { executionName: 'second' })])).toEqual([]);
  });
});
