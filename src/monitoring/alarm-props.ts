import type { aws_cloudwatch as cloudwatch, aws_sns as sns, aws_stepfunctions as sfn, Duration } from 'aws-cdk-lib';
import type { IWatchedWorkflow } from './watched-workflow';

/** For how long something must be wrong. */
export interface AlarmPeriods {
  /**
   * The time over which points are put together.
   *
   * @default Duration.minutes(5)
   */
  readonly period?: Duration;

  /**
   * How many of the last periods are looked at.
   *
   * @default 1
   */
  readonly evaluationPeriods?: number;

  /**
   * How many of these must be over the threshold.
   *
   * @default - all of them
   */
  readonly datapointsToAlarm?: number;
}

/** An alarm on a number of executions, or on their share: one of `threshold` and `percentOfStarted`. */
export interface ExecutionAlarm extends AlarmPeriods {
  /**
   * So many in a period, or more.
   *
   * @default 1
   */
  readonly threshold?: number;

  /**
   * So many of a hundred started in the period, or more: over 0, up to 100. Where none was started in the period, one that ended so is the whole of it.
   *
   * @default - threshold
   */
  readonly percentOfStarted?: number;
}

/** An alarm on a number of events. */
export interface CountAlarm extends AlarmPeriods {
  /**
   * So many in a period, or more.
   *
   * @default 1
   */
  readonly threshold?: number;
}

/** An alarm on how long executions take. An execution that hangs has not ended and is not seen: give the workflow a time-out. */
export interface DurationAlarm extends AlarmPeriods {
  /** As long, or longer. */
  readonly threshold: Duration;

  /**
   * Of all durations in a period, which: `p50` to `p99.9`, `Maximum`, `Average`.
   *
   * @default "p99"
   */
  readonly statistic?: string;
}

/** An alarm that sounds when too little happens. */
export interface TooFewAlarm extends AlarmPeriods {
  /** Fewer than so many started in a period. */
  readonly atLeast: number;
}

/** Alarms that any workflow can have. */
export interface WorkflowAlarmsOptions {
  /**
   * Executions that failed.
   *
   * @default - one in five minutes
   */
  readonly failed?: ExecutionAlarm;

  /**
   * Executions whose time was over.
   *
   * @default - one in five minutes
   */
  readonly timedOut?: ExecutionAlarm;

  /**
   * Executions that were stopped. Express executions that are called synchronously cannot be.
   *
   * @default - not watched
   */
  readonly aborted?: ExecutionAlarm;

  /**
   * How long executions take.
   *
   * @default - not watched
   */
  readonly duration?: DurationAlarm;

  /**
   * Fewer executions than expected were started; no data is alarming here.
   *
   * @default - not watched
   */
  readonly tooFewStarted?: TooFewAlarm;

  /**
   * Topics that are told when an alarm sounds. A topic that is encrypted needs a key that CloudWatch may use.
   *
   * @default - none
   */
  readonly topics?: sns.ITopic[];

  /**
   * What else is done when an alarm sounds.
   *
   * @default - nothing
   */
  readonly actions?: cloudwatch.IAlarmAction[];

  /**
   * One alarm that sounds when any of the others does; topics and actions are told by this one only.
   *
   * @default false
   */
  readonly composite?: boolean;

  /**
   * Alarms that are on by default and are not wanted.
   *
   * @default - none
   */
  readonly without?: DefaultAlarm[];
}

/** The alarms that are there without being asked for. */
export enum DefaultAlarm {
  /** Executions that failed. */
  FAILED = 'FAILED',
  /** Executions that timed out. */
  TIMED_OUT = 'TIMED_OUT',
  /** State transitions that were held back; Standard workflows only. */
  THROTTLED = 'THROTTLED',
}

/** Alarms that a Standard workflow can have. */
export interface StandardAlarmsOptions extends WorkflowAlarmsOptions {
  /**
   * States and retries that the account's quota of state transitions held back.
   *
   * @default - one in five minutes
   */
  readonly throttled?: CountAlarm;

  /**
   * State transitions, which are what is paid for: an alarm on a loop that does not end.
   *
   * @default - not watched
   */
  readonly transitions?: CountAlarm;

  /**
   * Activities whose tasks fail, time out or miss their heartbeats.
   *
   * @default - none
   */
  readonly activities?: sfn.IActivity[];
}

/** Alarms that an Express workflow can have. */
export interface ExpressAlarmsOptions extends WorkflowAlarmsOptions {}

/** The alarms of one workflow. */
export interface WorkflowAlarmsProps extends StandardAlarmsOptions {
  /** The workflow to watch. */
  readonly workflow: IWatchedWorkflow;
}
