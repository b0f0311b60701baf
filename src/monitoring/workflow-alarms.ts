import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  Duration,
  aws_stepfunctions as sfn,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { StepwrightError } from '../errors';
import {
  type AlarmPeriods,
  type CountAlarm,
  DefaultAlarm,
  type DurationAlarm,
  type ExecutionAlarm,
  type TooFewAlarm,
  type WorkflowAlarmsProps,
} from './alarm-props';
import { metric, missingData } from './metric';
import { STATE_TRANSITION } from './metric-table';

/** CloudWatch alarms on the executions of one workflow. `addAlarms` of a workflow creates them. */
export class WorkflowAlarms extends Construct {
  /** Fires on failed executions. */
  public readonly failed?: cloudwatch.Alarm;
  /** Fires on executions that timed out. */
  public readonly timedOut?: cloudwatch.Alarm;
  /** Fires on aborted executions. */
  public readonly aborted?: cloudwatch.Alarm;
  /** Fires on the duration of executions. */
  public readonly duration?: cloudwatch.Alarm;
  /** Fires on throttled executions. */
  public readonly tooFewStarted?: cloudwatch.Alarm;
  /** Fires on the quota of state transitions. */
  public readonly throttled?: cloudwatch.Alarm;
  /** Fires on the number of state transitions. */
  public readonly transitions?: cloudwatch.Alarm;
  /** The alarms on activities, three for each one. */
  public readonly activities: cloudwatch.Alarm[];
  /** Fires when any of the others does. */
  public readonly composite?: cloudwatch.CompositeAlarm;

  /** @internal */
  private readonly _machine: { readonly StateMachineArn: string };

  /**
   * @param scope the parent construct
   * @param id the id in the scope
   * @param props the workflow, and what to watch for
   * @throws StepwrightError INVALID_ALARM_THRESHOLD for a threshold that is never, or always, reached
   * @throws StepwrightError ALARM_STANDARD_ONLY for an alarm that an Express workflow can't have
   */
  public constructor(scope: Construct, id: string, props: WorkflowAlarmsProps) {
    super(scope, id);
    const { workflow } = props;
    const standard = workflow.stateMachineType === sfn.StateMachineType.STANDARD;
    if (!standard) refuseStandardOnly(props, this.node.path);
    this._machine = { StateMachineArn: workflow.stateMachineArn };
    const without = new Set(props.without);
    const name = workflow.node.id;
    this.failed = this._ofExecutions(
      'Failed',
      'ExecutionsFailed',
      without.has(DefaultAlarm.FAILED) ? undefined : (props.failed ?? {}),
      `Executions of ${name} failed.`,
    );
    this.timedOut = this._ofExecutions(
      'TimedOut',
      'ExecutionsTimedOut',
      without.has(DefaultAlarm.TIMED_OUT) ? undefined : (props.timedOut ?? {}),
      `The time of executions of ${name} was over.`,
    );
    this.aborted = this._ofExecutions(
      'Aborted',
      'ExecutionsAborted',
      props.aborted,
      `Executions of ${name} were stopped.`,
    );
    this.duration = props.duration && this._ofDuration(props.duration, `Executions of ${name} take long.`);
    this.tooFewStarted =
      props.tooFewStarted &&
      this._ofTooFew(props.tooFewStarted, `Fewer executions of ${name} were started than expected.`);
    if (standard) {
      const throttled = without.has(DefaultAlarm.THROTTLED) ? undefined : (props.throttled ?? {});
      this.throttled =
        throttled &&
        this._ofCount(
          'Throttled',
          'ExecutionThrottled',
          this._machine,
          throttled,
          `The quota of state transitions holds back ${name}.`,
        );
      this.transitions =
        props.transitions &&
        this._ofCount(
          'Transitions',
          'ConsumedCapacity',
          { ServiceMetric: STATE_TRANSITION, ...this._machine },
          props.transitions,
          `${name} makes many state transitions.`,
          'Sum',
        );
    }
    this.activities = (props.activities ?? []).flatMap((activity, i) => this._ofActivity(activity, i));
    this.composite = props.composite ? this._any(name) : undefined;
    for (const action of [
      ...(props.topics ?? []).map(topic => new actions.SnsAction(topic)),
      ...(props.actions ?? []),
    ]) {
      for (const alarm of this.composite ? [this.composite] : this.alarms) alarm.addAlarmAction(action);
    }
  }

  /** All alarms except the composite one. */
  public get alarms(): cloudwatch.Alarm[] {
    const single = [
      this.failed,
      this.timedOut,
      this.aborted,
      this.duration,
      this.tooFewStarted,
      this.throttled,
      this.transitions,
    ];
    return [...single.filter(alarm => alarm !== undefined), ...this.activities];
  }

  /** @internal */
  private _ofExecutions(
    id: string,
    name: string,
    of: ExecutionAlarm | undefined,
    description: string,
  ): cloudwatch.Alarm | undefined {
    if (of === undefined) return undefined;
    if (of.percentOfStarted === undefined) return this._ofCount(id, name, this._machine, of, description);
    const where = `${this.node.path}/${id}`;
    if (of.threshold !== undefined) {
      throw new StepwrightError('INVALID_ALARM_THRESHOLD', 'An alarm has either a threshold or a percentage', {
        where,
        received: 'threshold and percentOfStarted',
        fix: 'remove one of them',
      });
    }
    within(
      of.percentOfStarted > 0 && of.percentOfStarted <= 100,
      `percentOfStarted: ${of.percentOfStarted}`,
      'over 0, up to 100',
      where,
    );
    const period = of.period ?? Duration.minutes(5);
    const rate = new cloudwatch.MathExpression({
      // if an execution ends in a period without a start, count it as 100 %, so that it isn't missed
      expression: '100 * ended / IF(FILL(started, 0) > 0, started, ended)',
      usingMetrics: {
        ended: metric(name, this._machine, period),
        started: metric('ExecutionsStarted', this._machine, period),
      },
      label: `${name} of 100 started`,
      period,
    });
    return this._alarm(id, rate, of.percentOfStarted, of, description, missingData(name));
  }

  /** @internal */
  private _ofCount(
    id: string,
    name: string,
    dimensions: { readonly [name: string]: string },
    of: CountAlarm,
    description: string,
    statistic?: string,
  ): cloudwatch.Alarm {
    const threshold = of.threshold ?? 1;
    within(threshold > 0, `threshold: ${threshold}`, 'a number greater than 0', `${this.node.path}/${id}`);
    return this._alarm(
      id,
      metric(name, dimensions, of.period ?? Duration.minutes(5), statistic),
      threshold,
      of,
      description,
      cloudwatch.TreatMissingData.NOT_BREACHING,
    );
  }

  /** @internal */
  private _ofDuration(of: DurationAlarm, description: string): cloudwatch.Alarm {
    const statistic = of.statistic ?? 'p99';
    within(
      /^(p(\d|[1-9]\d)(\.\d+)?|p100|Maximum|Minimum|Average)$/.test(statistic),
      `statistic: ${JSON.stringify(statistic)}`,
      'p50, p99.9, Maximum, Average',
      `${this.node.path}/Duration`,
    );
    const measured = metric('ExecutionTime', this._machine, of.period ?? Duration.minutes(5), statistic);
    return this._alarm(
      'Duration',
      measured,
      of.threshold.toMilliseconds(),
      of,
      description,
      missingData('ExecutionTime'),
    );
  }

  /** @internal */
  private _ofTooFew(of: TooFewAlarm, description: string): cloudwatch.Alarm {
    within(of.atLeast >= 1, `atLeast: ${of.atLeast}`, 'a number from 1 on', `${this.node.path}/TooFewStarted`);
    const measured = metric('ExecutionsStarted', this._machine, of.period ?? Duration.minutes(5));
    return this._alarm(
      'TooFewStarted',
      measured,
      of.atLeast,
      of,
      description,
      cloudwatch.TreatMissingData.BREACHING,
      cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
    );
  }

  /** @internal */
  private _ofActivity(activity: sfn.IActivity, index: number): cloudwatch.Alarm[] {
    return [
      ['Failed', 'ActivitiesFailed'],
      ['TimedOut', 'ActivitiesTimedOut'],
      ['HeartbeatTimedOut', 'ActivitiesHeartbeatTimedOut'],
    ].map(([what, name]) =>
      this._ofCount(
        `Activity${index + 1}${what}`,
        name,
        { ActivityArn: activity.activityArn },
        {},
        `${name} of ${activity.node.id}.`,
      ),
    );
  }

  /** @internal */
  private _alarm(
    id: string,
    measured: cloudwatch.IMetric,
    threshold: number,
    periods: AlarmPeriods,
    alarmDescription: string,
    treatMissingData: cloudwatch.TreatMissingData,
    comparisonOperator = cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  ): cloudwatch.Alarm {
    const { evaluationPeriods = 1, datapointsToAlarm } = periods;
    within(
      Number.isInteger(evaluationPeriods) && evaluationPeriods >= 1,
      `evaluationPeriods: ${evaluationPeriods}`,
      'a whole number from 1 on',
      `${this.node.path}/${id}`,
    );
    within(
      datapointsToAlarm === undefined || (datapointsToAlarm >= 1 && datapointsToAlarm <= evaluationPeriods),
      `datapointsToAlarm: ${datapointsToAlarm}`,
      `1 to ${evaluationPeriods}, the evaluationPeriods`,
      `${this.node.path}/${id}`,
    );
    return new cloudwatch.Alarm(this, id, {
      metric: measured,
      threshold,
      evaluationPeriods,
      datapointsToAlarm,
      alarmDescription,
      treatMissingData,
      comparisonOperator,
    });
  }

  /** @internal */
  private _any(name: string): cloudwatch.CompositeAlarm {
    const { alarms } = this;
    if (alarms.length === 0) {
      throw new StepwrightError('NO_ALARMS', 'A composite alarm needs at least one alarm', {
        where: this.node.path,
        fix: 'enable at least one alarm',
      });
    }
    const rule = cloudwatch.AlarmRule.anyOf(
      ...alarms.map(alarm => cloudwatch.AlarmRule.fromAlarm(alarm, cloudwatch.AlarmState.ALARM)),
    );
    return new cloudwatch.CompositeAlarm(this, 'Any', {
      alarmRule: rule,
      alarmDescription: `Something is wrong with ${name}.`,
    });
  }
}

/** Express workflows have no quota of state transitions, no billed transitions, and no activities. */
const STANDARD_ONLY = ['throttled', 'transitions', 'activities'] as const;

function refuseStandardOnly(props: WorkflowAlarmsProps, where: string): void {
  const given = STANDARD_ONLY.filter(name => props[name] !== undefined);
  if (given.length === 0) return;
  throw new StepwrightError('ALARM_STANDARD_ONLY', `An Express workflow can't have an alarm on ${given.join(', ')}`, {
    where,
    received: given.join(', '),
    allowed: 'failed, timedOut, aborted, duration, tooFewStarted',
    fix: `remove ${given.join(' and ')}: AWS measures them for Standard workflows only`,
  });
}

function within(holds: boolean, received: string, allowed: string, where: string): void {
  if (!holds) {
    throw new StepwrightError('INVALID_ALARM_THRESHOLD', 'This alarm would fire always, or never', {
      where,
      received,
      allowed,
      fix: `choose ${allowed}`,
    });
  }
}
