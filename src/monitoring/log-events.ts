import {
  aws_cloudwatch as cloudwatch,
  aws_logs as logs,
  aws_stepfunctions as sfn,
  Duration,
  type aws_sns as sns,
  aws_cloudwatch_actions as actions,
} from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import type { CountAlarm } from './alarm-props';
import { logGroupFor, type IWatchedWorkflow } from './watched-workflow';

/** What a log tells of an execution. */
export enum LoggedEvent {
  /** It started; level ALL. */
  STARTED = 'ExecutionStarted',
  /** It ended well; level ALL. */
  SUCCEEDED = 'ExecutionSucceeded',
  /** It failed; level FATAL. */
  FAILED = 'ExecutionFailed',
  /** Its time was over; level FATAL. */
  TIMED_OUT = 'ExecutionTimedOut',
  /** It was stopped; level FATAL. */
  ABORTED = 'ExecutionAborted',
  /** A task failed, also where it was then retried or caught; level ERROR. */
  TASK_FAILED = 'TaskFailed',
  /** The time of a task was over; level ERROR. */
  TASK_TIMED_OUT = 'TaskTimedOut',
}

/** Which records of a log are meant. */
export interface LogRecordFilter {
  /** What they tell. */
  readonly events: LoggedEvent[];

  /**
   * Only those with one of these error names.
   *
   * @default - any
   */
  readonly errors?: string[];
}

/** An alarm on records of the log. */
export interface LogAlarmOptions extends CountAlarm {
  /** Which records. */
  readonly records: LogRecordFilter;

  /**
   * Topics that are told when the alarm sounds.
   *
   * @default - none
   */
  readonly topics?: sns.ITopic[];

  /**
   * What else is done when the alarm sounds.
   *
   * @default - nothing
   */
  readonly actions?: cloudwatch.IAlarmAction[];
}

/** Where records of the log go. */
export interface LogSubscriptionOptions {
  /** Which records. */
  readonly records: LogRecordFilter;
  /** Where they go: a Lambda function, a Kinesis stream. */
  readonly destination: logs.ILogSubscriptionDestination;
}

const LEVEL: Readonly<Record<LoggedEvent, sfn.LogLevel>> = {
  [LoggedEvent.STARTED]: sfn.LogLevel.ALL,
  [LoggedEvent.SUCCEEDED]: sfn.LogLevel.ALL,
  [LoggedEvent.FAILED]: sfn.LogLevel.FATAL,
  [LoggedEvent.TIMED_OUT]: sfn.LogLevel.FATAL,
  [LoggedEvent.ABORTED]: sfn.LogLevel.FATAL,
  [LoggedEvent.TASK_FAILED]: sfn.LogLevel.ERROR,
  [LoggedEvent.TASK_TIMED_OUT]: sfn.LogLevel.ERROR,
};

/** Counts records of the log, in a metric of the workflow's own. */
export function logMetric(
  workflow: IWatchedWorkflow,
  id: string,
  records: LogRecordFilter,
  period: Duration,
): cloudwatch.Metric {
  const filter = new logs.MetricFilter(workflow, id, {
    logGroup: groupOf(workflow, id, records),
    filterPattern: logs.FilterPattern.literal(patternOf(records)),
    metricNamespace: `Stepwright/${workflow.node.addr}`,
    metricName: id,
    metricValue: '1',
    defaultValue: 0,
  });
  return filter.metric({ statistic: 'Sum', period });
}

/** An alarm on records of the log. */
export function logAlarm(workflow: IWatchedWorkflow, id: string, options: LogAlarmOptions): cloudwatch.Alarm {
  const { threshold = 1, evaluationPeriods = 1, period = Duration.minutes(5), datapointsToAlarm } = options;
  if (!(threshold > 0)) {
    throw new StepwrightError('INVALID_ALARM_THRESHOLD', 'This alarm would always fire', {
      where: `${workflow.node.path}/${id}`,
      received: `threshold: ${threshold}`,
      allowed: 'a number greater than 0',
      fix: 'leave it out for the default, 1',
    });
  }
  const alarm = new cloudwatch.Alarm(workflow, id, {
    metric: logMetric(workflow, `${id}Records`, options.records, period),
    threshold,
    evaluationPeriods,
    datapointsToAlarm,
    alarmDescription: `The log of ${workflow.node.id} holds ${options.records.events.join(', ')}${options.records.errors ? ` with ${options.records.errors.join(', ')}` : ''}.`,
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  });
  for (const action of [
    ...(options.topics ?? []).map(topic => new actions.SnsAction(topic)),
    ...(options.actions ?? []),
  ]) {
    alarm.addAlarmAction(action);
  }
  return alarm;
}

/** Sends records of the log on. */
export function logSubscription(
  workflow: IWatchedWorkflow,
  id: string,
  options: LogSubscriptionOptions,
): logs.SubscriptionFilter {
  return new logs.SubscriptionFilter(workflow, id, {
    logGroup: groupOf(workflow, id, options.records),
    destination: options.destination,
    filterPattern: logs.FilterPattern.literal(patternOf(options.records)),
  });
}

function groupOf(workflow: IWatchedWorkflow, id: string, { events }: LogRecordFilter): logs.ILogGroup {
  if (events.length === 0) {
    throw new StepwrightError('RULE_NEVER_MATCHES', 'A filter without events never matches', {
      where: `${workflow.node.path}/${id}`,
      received: 'events: []',
      fix: 'name at least one event',
    });
  }
  return events.map(event => logGroupFor(workflow, LEVEL[event], event))[0];
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html */
function patternOf({ events, errors }: LogRecordFilter): string {
  const anyOf = (path: string, values: readonly string[]): string =>
    values.map(value => `${path} = ${JSON.stringify(value)}`).join(' || ');
  const types = anyOf('$.type', events);
  return errors === undefined || errors.length === 0
    ? `{ ${types} }`
    : `{ (${types}) && (${anyOf('$.details.error', errors)}) }`;
}
