import { App, Duration, Stack, aws_sns as sns, aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  AccountAlarms,
  DefaultAlarm,
  ExpressWorkflow,
  Flow,
  LoggedEvent,
  Pass,
  SavedQuery,
  StandardWorkflow,
  WorkflowAlarms,
  WorkflowDashboard,
} from '../../src';
import { METRICS, NAMESPACE } from '../../src/monitoring/metric-table';

const definition = Flow.of(new Pass('Only'));

function subject(logs?: { level: sfn.LogLevel }): {
  stack: Stack;
  standard: StandardWorkflow;
  express: ExpressWorkflow;
  topic: sns.Topic;
} {
  const stack = new Stack(new App(), 'Orders', { env: { region: 'eu-west-1', account: '123456789012' } });
  return {
    stack,
    standard: new StandardWorkflow(stack, 'Order', { definition, logs }),
    express: new ExpressWorkflow(stack, 'Quick', { definition, logs }),
    topic: new sns.Topic(stack, 'Ops'),
  };
}

function alarms(stack: Stack): Array<{ id: string; properties: any }> {
  return Object.entries(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).map(
    ([id, { Properties }]) => ({ id: id.replace(/[0-9A-F]{8}$/, ''), properties: Properties }),
  );
}

test('without a choice, failures, time-outs and throttles are watched', () => {
  const { stack, standard, express } = subject();
  standard.addAlarms();
  express.addAlarms();
  expect(
    alarms(stack).map(({ id, properties }) => [
      id,
      properties.MetricName,
      properties.Statistic,
      properties.Threshold,
      properties.TreatMissingData,
    ]),
  ).toEqual([
    ['OrderAlarmsFailed', 'ExecutionsFailed', 'Sum', 1, 'notBreaching'],
    ['OrderAlarmsTimedOut', 'ExecutionsTimedOut', 'Sum', 1, 'notBreaching'],
    ['OrderAlarmsThrottled', 'ExecutionThrottled', 'Sum', 1, 'notBreaching'],
    ['QuickAlarmsFailed', 'ExecutionsFailed', 'Sum', 1, 'notBreaching'],
    ['QuickAlarmsTimedOut', 'ExecutionsTimedOut', 'Sum', 1, 'notBreaching'],
  ]);
});

test('all that can be watched, with a composite alarm that alone tells', () => {
  const { stack, standard, topic } = subject();
  const activity = new sfn.Activity(stack, 'Packing');
  const made = standard.addAlarms({
    failed: { percentOfStarted: 5, period: Duration.minutes(15), evaluationPeriods: 3, datapointsToAlarm: 2 },
    aborted: {},
    duration: { threshold: Duration.hours(5) },
    tooFewStarted: { atLeast: 10, period: Duration.hours(1) },
    transitions: { threshold: 10_000 },
    activities: [activity],
    topics: [topic],
    composite: true,
    without: [DefaultAlarm.THROTTLED],
  });
  expect(made.alarms.map(alarm => alarm.node.id)).toEqual([
    'Failed',
    'TimedOut',
    'Aborted',
    'Duration',
    'TooFewStarted',
    'Transitions',
    'Activity1Failed',
    'Activity1TimedOut',
    'Activity1HeartbeatTimedOut',
  ]);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Threshold: 5,
    EvaluationPeriods: 3,
    DatapointsToAlarm: 2,
    Metrics: Match.arrayWith([
      Match.objectLike({ Expression: '100 * ended / IF(FILL(started, 0) > 0, started, ended)' }),
      Match.objectLike({ Id: 'ended', ReturnData: false }),
    ]),
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ExecutionTime',
    ExtendedStatistic: 'p99',
    Threshold: 18_000_000,
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ExecutionsStarted',
    Threshold: 10,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ConsumedCapacity',
    Statistic: 'Sum',
    Dimensions: [
      { Name: 'ServiceMetric', Value: 'StateTransition' },
      { Name: 'StateMachineArn', Value: Match.anyValue() },
    ],
  });
  template.resourceCountIs('AWS::CloudWatch::CompositeAlarm', 1);
  template.hasResourceProperties('AWS::CloudWatch::CompositeAlarm', {
    AlarmActions: [{ Ref: Match.stringLikeRegexp('^Ops') }],
  });
  expect(alarms(stack).every(({ properties }) => properties.AlarmActions === undefined)).toBe(true);
});

test('AccountAlarms watch what exists for the whole account only', () => {
  const { stack, topic } = subject();
  const made = new AccountAlarms(stack, 'Account', {
    integrations: ['lambda:invoke', 'glue:startJobRun.sync'],
    topics: [topic],
  });
  expect(made.integrations).toHaveLength(2);
  expect(
    alarms(stack).map(({ properties }) => [
      properties.MetricName,
      properties.Statistic,
      properties.Threshold,
      properties.Dimensions?.[0].Name,
    ]),
  ).toEqual([
    ['OpenExecutionCount', 'Maximum', 100_000, undefined],
    ['ApproximateOpenMapRunCount', 'Maximum', 900, undefined],
    ['ApproximateMapRunBacklogSize', 'Maximum', 1, undefined],
    ['ServiceIntegrationsFailed', 'Sum', 1, 'ServiceIntegrationResourceArn'],
    ['ServiceIntegrationsFailed', 'Sum', 1, 'ServiceIntegrationResourceArn'],
  ]);
});

test('every metric that is emitted exists, with its dimensions and a statistic that means something', () => {
  const { stack, standard, express } = subject({ level: sfn.LogLevel.ALL });
  standard.addAlarms({
    aborted: {},
    duration: { threshold: Duration.hours(1) },
    tooFewStarted: { atLeast: 1 },
    transitions: {},
    activities: [new sfn.Activity(stack, 'A')],
    failed: { percentOfStarted: 1 },
  });
  express.addAlarms();
  new AccountAlarms(stack, 'Account', { integrations: ['lambda:invoke'] });
  new WorkflowDashboard(stack, 'All', { workflows: [standard, express] });
  const template = Template.fromStack(stack).toJSON() as {
    Resources: Record<string, { Type: string; Properties: any }>;
  };
  const used = Object.values(template.Resources)
    .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
    .flatMap(
      ({ Properties }) =>
        Properties.Metrics?.map((query: any) => query.MetricStat)
          .filter(Boolean)
          .map((stat: any) => ({ ...stat.Metric, Statistic: stat.Stat })) ?? [Properties],
    );
  expect(used.length).toBeGreaterThan(12);
  for (const { Namespace, MetricName, Dimensions = [] } of used) {
    const fact = METRICS.find(({ name }) => name === MetricName);
    expect([MetricName, Namespace, fact !== undefined]).toEqual([MetricName, NAMESPACE, true]);
    expect(fact!.dimensions.map(set => [...set].sort())).toContainEqual(
      Dimensions.map(({ Name }: { Name: string }) => Name).sort(),
    );
  }
  const bodies = JSON.stringify(
    Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Dashboard'),
  );
  const shown = [...bodies.matchAll(/AWS\/States\\+",\\+"(\w+)/g)].map(([, name]) => name);
  expect(shown.length).toBeGreaterThan(10);
  expect([...new Set(shown)].filter(name => !METRICS.some(metric => metric.name === name))).toEqual([]);
});

test("the 16 metrics of the CDK's own state machines and activities exist, but for the one that it once misspelled", () => {
  const { stack } = subject();
  const machine = sfn.StateMachine.fromStateMachineArn(
    stack,
    'M',
    'arn:aws:states:eu-west-1:123456789012:stateMachine:m',
  ) as sfn.StateMachine;
  const activity = new sfn.Activity(stack, 'A');
  const names = [
    machine.metricFailed(),
    machine.metricAborted(),
    machine.metricSucceeded(),
    machine.metricTimedOut(),
    machine.metricStarted(),
    machine.metricTime(),
    machine.metricThrottled(),
    activity.metricRunTime(),
    activity.metricScheduleTime(),
    activity.metricTime(),
    activity.metricScheduled(),
    activity.metricTimedOut(),
    activity.metricStarted(),
    activity.metricSucceeded(),
    activity.metricFailed(),
    activity.metricHeartbeatTimedOut(),
  ].map(metric => metric.metricName);
  expect(names).toHaveLength(16);
  expect(names.filter(name => !METRICS.some(metric => metric.name === name))).toEqual([]);
});

test('saved queries are those that the log level can answer', () => {
  const { stack, standard, express } = subject({ level: sfn.LogLevel.ALL });
  expect(standard.addSavedQueries()).toHaveLength(4);
  expect(express.addSavedQueries([SavedQuery.SLOWEST_STATES])).toHaveLength(1);
  expect(new StandardWorkflow(stack, 'Errors', { definition }).addSavedQueries()).toHaveLength(2);
  Template.fromStack(stack).hasResourceProperties('AWS::Logs::QueryDefinition', {
    Name: 'Orders/Quick/slowest states',
    QueryString:
      'filter type like /State(Entered|Exited)$/\n| stats max(event_timestamp) - min(event_timestamp) as milliseconds by execution_arn, details.name\n| sort milliseconds desc\n| limit 50',
  });
});

test('an alarm on the log counts records of chosen errors', () => {
  const { stack, express, topic } = subject();
  express.addLogAlarm('Declined', {
    records: { events: [LoggedEvent.FAILED, LoggedEvent.TIMED_OUT], errors: ['CardDeclined', 'NoFunds'] },
    topics: [topic],
  });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Logs::MetricFilter', {
    FilterPattern:
      '{ ($.type = "ExecutionFailed" || $.type = "ExecutionTimedOut") && ($.details.error = "CardDeclined" || $.details.error = "NoFunds") }',
    MetricTransformations: [
      {
        MetricValue: '1',
        DefaultValue: 0,
        MetricName: 'DeclinedRecords',
        MetricNamespace: Match.stringLikeRegexp('^Stepwright/'),
      },
    ],
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'DeclinedRecords',
    Statistic: 'Sum',
    Threshold: 1,
    TreatMissingData: 'notBreaching',
  });
});

test('alarms can be in another scope than their workflow', () => {
  const { stack, standard } = subject();
  const watching = new WorkflowAlarms(stack, 'Watch', { workflow: standard, failed: { threshold: 3 } });
  expect(watching.failed!.node.path).toBe('Orders/Watch/Failed');
  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ExecutionsFailed',
    Threshold: 3,
    Dimensions: [{ Name: 'StateMachineArn', Value: stack.resolve(standard.stateMachineArn) }],
  });
});

describe('fails', () => {
  const { stack, standard, express } = subject();
  test.each([
    [
      'on a query that the log level cannot answer',
      () => standard.addSavedQueries([SavedQuery.SLOWEST_STATES]),
      "LOG_LEVEL_TOO_LOW: The log level of this workflow is too low for 'slowest states'\n  at: Orders/Order\n  received: log level ERROR\n  allowed: ALL\n  fix: logs: { level: sfn.LogLevel.ALL }",
    ],
    [
      'on records that the log leaves out',
      () => express.addLogAlarm('A', { records: { events: [LoggedEvent.STARTED] } }),
      'LOG_LEVEL_TOO_LOW: The log level of this workflow is too low for ExecutionStarted',
    ],
    [
      'on a subscription to records that the log leaves out',
      () =>
        express.addLogSubscription('B', {
          records: { events: [LoggedEvent.SUCCEEDED] },
          destination: undefined as never,
        }),
      'LOG_LEVEL_TOO_LOW',
    ],
    ['on records of no event', () => express.addLogAlarm('C', { records: { events: [] } }), 'RULE_NEVER_MATCHES'],
    [
      'on a workflow that logs nothing',
      () =>
        new ExpressWorkflow(stack, 'Silent', { definition, logs: { level: sfn.LogLevel.OFF } }).addLogAlarm('D', {
          records: { events: [LoggedEvent.FAILED] },
        }),
      'received: log level OFF\n  allowed: FATAL or ERROR or ALL',
    ],
    [
      'on a share over a hundred',
      () => new StandardWorkflow(stack, 'W1', { definition }).addAlarms({ failed: { percentOfStarted: 101 } }),
      'INVALID_ALARM_THRESHOLD',
    ],
    [
      'on a number and a share',
      () =>
        new StandardWorkflow(stack, 'W2', { definition }).addAlarms({ failed: { percentOfStarted: 1, threshold: 1 } }),
      'received: threshold and percentOfStarted',
    ],
    [
      'on a threshold of nothing',
      () => new StandardWorkflow(stack, 'W3', { definition }).addAlarms({ timedOut: { threshold: 0 } }),
      'received: threshold: 0\n  allowed: a number greater than 0',
    ],
    [
      'on more alarming points than periods',
      () => new StandardWorkflow(stack, 'W4', { definition }).addAlarms({ timedOut: { datapointsToAlarm: 2 } }),
      'allowed: 1 to 1, the evaluationPeriods',
    ],
    [
      'on a statistic that does not exist',
      () =>
        new StandardWorkflow(stack, 'W5', { definition }).addAlarms({
          duration: { threshold: Duration.hours(1), statistic: 'p101' },
        }),
      'received: statistic: "p101"',
    ],
    [
      'on a composite of nothing',
      () =>
        new ExpressWorkflow(stack, 'W6', { definition }).addAlarms({
          composite: true,
          without: [DefaultAlarm.FAILED, DefaultAlarm.TIMED_OUT],
        }),
      'NO_ALARMS',
    ],
    [
      'on an alarm that only a Standard workflow can have',
      () => new WorkflowAlarms(stack, 'W7', { workflow: express, transitions: { threshold: 100 } }),
      "ALARM_STANDARD_ONLY: An Express workflow can't have an alarm on transitions\n  at: Orders/W7\n  received: transitions",
    ],
    [
      'on an integration that is none',
      () => new AccountAlarms(stack, 'X', { integrations: ['lamda:invoke'] }),
      'UNKNOWN_INTEGRATION',
    ],
    ['on a dashboard of nothing', () => new WorkflowDashboard(stack, 'Y', { workflows: [] }), 'NO_WORKFLOWS'],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});
