import {
  App,
  Duration,
  Stack,
  aws_cloudwatch as cloudwatch,
  aws_lambda as lambda,
  aws_stepfunctions as sfn,
} from 'aws-cdk-lib';
import { ExpressWorkflow, Fail, Flow, Integration, Parallel, StandardWorkflow, Task, Wait } from '../../../src';
import { fails, LocalWorkflow, returns, returnsPayload, type MetricPoint } from '../../../src/testing';
import '../../../src/testing/jest';

const MINUTE = 60_000;
const START = Date.UTC(2024, 0, 1);

/** A stack with one alarm of the CDK itself, on a metric as the test gives it. */
function alarmOn(
  metric: cloudwatch.IMetric,
  props: Partial<cloudwatch.AlarmProps> = {},
): { stack: Stack; alarm: cloudwatch.Alarm } {
  const stack = new Stack(new App(), 'Own');
  new StandardWorkflow(stack, 'Order', { definition: new Fail('No', { error: 'X' }) });
  return {
    stack,
    alarm: new cloudwatch.Alarm(stack, 'Alarm', { metric, threshold: 1, evaluationPeriods: 1, ...props }),
  };
}

const own = (
  metricName: string,
  dimensionsMap: Record<string, string> = {},
  namespace = 'AWS/States',
): cloudwatch.Metric => new cloudwatch.Metric({ namespace, metricName, dimensionsMap, statistic: 'Sum' });

function run(stack: Stack) {
  return LocalWorkflow.fromStack(stack, 'Order').runSync();
}

/** Points of ExecutionsAborted of the account, in these minutes. */
function aborted(...minutes: number[]): MetricPoint[] {
  return minutes.map(minute => ({
    namespace: 'AWS/States',
    name: 'ExecutionsAborted',
    dimensions: {},
    time: START + minute * MINUTE,
    value: 1,
  }));
}

test('a share counts an execution that fails in a period in which none was started', () => {
  const stack = new Stack(new App(), 'Late');
  const definition = Flow.of(new Wait('Long', { duration: Duration.hours(2) }), new Fail('No', { error: 'X' }));
  const alarms = new StandardWorkflow(stack, 'Order', { definition }).addAlarms({ failed: { percentOfStarted: 50 } });
  expect(run(stack)).toHaveFailed('X');
  expect(run(stack)).toHaveRaised(alarms.failed!);
});

test('alarms on the times of integrations and activities see each Task by itself, also side by side', () => {
  const stack = new Stack(new App(), 'Times');
  const [quick, slow] = ['Quick', 'Slow'].map(name => new sfn.Activity(stack, name));
  const fn = lambda.Function.fromFunctionName(stack, 'Fn', 'fn');
  const of = (activity: sfn.IActivity, name: string) =>
    new Task(name, { call: Integration.stepFunctionsInvokeActivity(activity) });
  new StandardWorkflow(stack, 'Order', {
    definition: Flow.of(
      new Parallel('Both', { branches: [of(quick, 'A'), of(slow, 'B')] }),
      new Task('Call', { call: Integration.lambdaInvoke(fn) }),
    ),
  });
  const on = (id: string, metric: cloudwatch.IMetric) =>
    new cloudwatch.Alarm(stack, id, { metric, threshold: 60_000, evaluationPeriods: 1 });
  const [quickly, slowly] = [quick, slow].map((activity, i) => on(`Run${i}`, activity.metricTime()));
  const calls = on(
    'Calls',
    own('ServiceIntegrationTime', { ServiceIntegrationResourceArn: `arn:${stack.partition}:states:::lambda:invoke` }),
  );
  const result = LocalWorkflow.fromStack(stack, 'Order').runSync(
    {},
    {
      mocks: {
        A: returns({}, { durationSeconds: 5 }),
        B: returns({}, { durationSeconds: 90 }),
        Call: returnsPayload({}, { durationSeconds: 61 }),
      },
    },
  );
  expect(result).toHaveSucceeded();
  expect(result).not.toHaveRaised(quickly);
  expect(result).toHaveRaised(slowly);
  expect(result).toHaveRaised(calls);
});

test('functions that are called by their ARN have metrics of their own', () => {
  const local = LocalWorkflow.fromDefinition({
    StartAt: 'F',
    States: { F: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:fn', End: true } },
  });
  const names = (mocks: object) =>
    local
      .runSync({}, { mocks: mocks as never })
      .metricPoints.filter(({ dimensions }) => 'LambdaFunctionArn' in dimensions)
      .map(({ name }) => name);
  expect(names({ F: returns({}) })).toEqual([
    'LambdaFunctionsScheduled',
    'LambdaFunctionsStarted',
    'LambdaFunctionScheduleTime',
    'LambdaFunctionsSucceeded',
    'LambdaFunctionRunTime',
    'LambdaFunctionTime',
  ]);
  expect(names({ F: fails('X') })).toContain('LambdaFunctionsFailed');
});

test('an Express workflow is billed in steps of 100 ms, and an alarm on its memory needs points', () => {
  const stack = new Stack(new App(), 'Express');
  const workflow = new ExpressWorkflow(stack, 'Order', {
    definition: new Wait('Short', { duration: Duration.seconds(1) }),
  });
  const on = (id: string, name: string, threshold: number) =>
    new cloudwatch.Alarm(stack, id, {
      metric: own(name, { StateMachineArn: workflow.stateMachineArn }),
      threshold,
      evaluationPeriods: 1,
    });
  const [reached, beyond, memory] = [
    on('Reached', 'ExpressExecutionBilledDuration', 1000),
    on('Beyond', 'ExpressExecutionBilledDuration', 1100),
    on('Memory', 'ExpressExecutionMemory', 1),
  ];
  expect(run(stack)).toHaveRaised(reached);
  expect(run(stack)).not.toHaveRaised(beyond);
  expect(() => expect(run(stack)).not.toHaveRaised(memory)).toThrow(
    "MISSING_METRIC_DATA: a local run doesn't produce the metric of this alarm",
  );
});

test('two of three periods with a gap between: certain where no older point could change it', () => {
  const { stack, alarm } = alarmOn(own('ExecutionsAborted'), {
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  });
  expect(run(stack)).toHaveRaised(alarm, aborted(0, 10));
  expect(run(stack)).not.toHaveRaised(alarm, aborted(0));
  expect(run(stack)).not.toHaveRaised(alarm, aborted(0, 30));
});

describe('fails', () => {
  const math = (expression: string) =>
    new cloudwatch.MathExpression({ expression, usingMetrics: { m: own('ExecutionsFailed') } });
  test.each([
    [
      'on a metric that AWS does not emit, which is the alarm that is never heard',
      alarmOn(own('ExecutionsThrottled')),
      [],
      'UNKNOWN_METRIC: Step Functions emits no metric ExecutionsThrottled, so the alarm never fires; did you mean "ExecutionThrottled"?',
    ],
    [
      'on dimensions that a metric does not have',
      alarmOn(own('ExecutionsFailed', { StateMachineName: 'Order' })),
      [],
      'UNKNOWN_METRIC: Step Functions emits ExecutionsFailed with other dimensions, so the alarm never fires\n  at: the alarm Own/Alarm\n  received: StateMachineName',
    ],
    [
      'on a metric that a run does not produce',
      alarmOn(own('Errors', {}, 'AWS/Lambda')),
      [],
      "MISSING_METRIC_DATA: a local run doesn't produce the metric of this alarm, so its state can't be evaluated\n  at: the alarm Own/Alarm\n  received: AWS/Lambda Errors",
    ],
    [
      'on a unit, which AWS compares',
      alarmOn(own('ExecutionsFailed').with({ unit: cloudwatch.Unit.SECONDS })),
      [],
      "UNSUPPORTED_ALARM: the alarm uses unsupported properties, so its state can't be evaluated\n  at: the alarm Own/Alarm\n  received: Unit",
    ],
    [
      'on percentiles of few samples that are ignored',
      alarmOn(own('ExecutionTime').with({ statistic: 'p99' }), { evaluateLowSampleCountPercentile: 'ignore' }),
      [],
      'received: EvaluateLowSampleCountPercentile',
    ],
    ['on a function of metric math that is not known', alarmOn(math('RATE(m)')), [], 'UNSUPPORTED_METRIC_MATH'],
    [
      'where it depends on how far back CloudWatch looks',
      alarmOn(own('ExecutionsAborted'), {
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      }),
      aborted(0, 15),
      'ALARM_UNCERTAIN: data points are missing, so the state of the alarm depends on how far back CloudWatch looks for older ones',
    ],
  ])('%s', (_, { stack, alarm }, points, message) => {
    expect(() => expect(run(stack)).not.toHaveRaised(alarm, points)).toThrow(message);
    expect(() => expect(run(stack)).toHaveRaised(alarm, points)).toThrow(message);
  });
});
