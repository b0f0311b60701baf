import { Token, type aws_cloudwatch as cloudwatch, type aws_stepfunctions as sfn, type Duration } from 'aws-cdk-lib';
import type { IWorkflowVersion } from './version';
import { StepwrightError } from '../../errors';

/** The longest time between two shifts of traffic, in minutes. */
const LONGEST_MINUTES = 2100;

/** How a deployment is watched. */
export interface DeploymentProps {
  /**
   * When one of these alarms rings during the deployment, it is rolled back.
   *
   * @default - nothing rolls it back
   */
  readonly alarms?: cloudwatch.IAlarm[];
}

/** How traffic shifts. */
export interface ShiftProps extends DeploymentProps {
  /** The part of the new executions that each shift moves, 1 to 99 percent. */
  readonly percentage: number;

  /** The time between two shifts, 1 to 2,100 whole minutes. */
  readonly interval: Duration;
}

/**
 * How an alias goes over to a new version when the stack is updated.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/version-rolling-deployment.html
 */
export class GradualDeployment {
  /**
   * All new executions at once.
   *
   * @param props the alarms that roll it back
   */
  public static allAtOnce(props: DeploymentProps = {}): GradualDeployment {
    return new GradualDeployment('ALL_AT_ONCE', props);
  }

  /**
   * A part of the new executions first, the rest after the interval.
   *
   * @param props how much, how long, and the alarms that roll it back
   * @throws StepwrightError DEPLOYMENT_OUT_OF_RANGE for a percentage or an interval out of range
   */
  public static canary(props: ShiftProps): GradualDeployment {
    return new GradualDeployment('CANARY', props, shift('canary', props));
  }

  /**
   * A part of the new executions after each interval.
   *
   * @param props how much, how often, and the alarms that roll it back
   * @throws StepwrightError DEPLOYMENT_OUT_OF_RANGE for a percentage or an interval out of range
   */
  public static linear(props: ShiftProps): GradualDeployment {
    return new GradualDeployment('LINEAR', props, shift('linear', props));
  }

  /** @internal */
  private readonly _type: string;
  /** @internal */
  private readonly _alarms?: cloudwatch.IAlarm[];
  /** @internal */
  private readonly _shift: { percentage?: number; interval?: number };

  private constructor(
    type: string,
    { alarms }: DeploymentProps,
    shifting: { percentage?: number; interval?: number } = {},
  ) {
    this._type = type;
    this._alarms = alarms;
    this._shift = shifting;
  }

  /** @internal */
  public _to(version: IWorkflowVersion): sfn.CfnStateMachineAlias.DeploymentPreferenceProperty {
    return {
      type: this._type,
      ...this._shift,
      alarms: this._alarms?.map(alarm => alarm.alarmName),
      stateMachineVersionArn: version.versionArn,
    };
  }
}

function shift(kind: string, { percentage, interval }: ShiftProps): { percentage: number; interval: number } {
  const minutes = interval.isUnresolved() ? undefined : interval.toMinutes({ integral: false });
  if (!Token.isUnresolved(percentage) && !(Number.isInteger(percentage) && percentage >= 1 && percentage <= 99)) {
    throw new StepwrightError('DEPLOYMENT_OUT_OF_RANGE', 'The percentage of a gradual deployment is out of range', {
      where: `GradualDeployment.${kind}`,
      received: `${percentage}`,
      allowed: 'a whole number from 1 to 99',
      fix: 'use GradualDeployment.allAtOnce() to shift everything',
    });
  }
  if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_MINUTES)) {
    throw new StepwrightError('DEPLOYMENT_OUT_OF_RANGE', 'The interval of a gradual deployment is out of range', {
      where: `GradualDeployment.${kind}`,
      received: `${minutes} minutes`,
      allowed: `whole minutes from 1 to ${LONGEST_MINUTES}`,
      fix: `Duration.minutes(${Math.min(LONGEST_MINUTES, Math.max(1, Math.round(minutes)))})`,
    });
  }
  return { percentage, interval: minutes ?? interval.toMinutes() };
}
