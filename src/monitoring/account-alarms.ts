import {
  Aws,
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  Duration,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { OPTIMIZED_SERVICES } from '../asl';
import { StepwrightError } from '../errors';
import { metric, missingData } from './metric';

/** What the account can be watched for. */
export interface AccountAlarmsProps {
  /**
   * So many open executions, or more. AWS counts them only from about 10,000 on.
   *
   * @default 100000
   */
  readonly openExecutions?: number;

  /**
   * So many open Map Runs, or more; the quota is 1,000.
   *
   * @default 900
   */
  readonly openMapRuns?: number;

  /**
   * Integrations whose failures are watched, of all workflows together: `lambda:invoke`, `glue:startJobRun.sync`.
   *
   * @default - none
   */
  readonly integrations?: string[];

  /**
   * Topics that are told when an alarm sounds.
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
}

/**
 * Alarms on what Step Functions measures for the whole account in a region only: they say nothing about one workflow. Have them once.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
 */
export class AccountAlarms extends Construct {
  /** On open executions. */
  public readonly openExecutions: cloudwatch.Alarm;
  /** On open Map Runs. */
  public readonly openMapRuns: cloudwatch.Alarm;
  /** On Map Runs that wait for the quota. */
  public readonly mapRunBacklog: cloudwatch.Alarm;
  /** On integrations, in the order in which they were given. */
  public readonly integrations: cloudwatch.Alarm[];

  /**
   * @param scope where they belong
   * @param id their id in the scope
   * @param props thresholds and who is told
   * @throws StepwrightError UNKNOWN_INTEGRATION for an integration that is written in another way than AWS does
   */
  public constructor(scope: Construct, id: string, props: AccountAlarmsProps = {}) {
    super(scope, id);
    this.openExecutions = this._gauge(
      'OpenExecutions',
      'OpenExecutionCount',
      props.openExecutions ?? 100_000,
      'Many executions of this account are open.',
    );
    this.openMapRuns = this._gauge(
      'OpenMapRuns',
      'ApproximateOpenMapRunCount',
      props.openMapRuns ?? 900,
      'Many Map Runs of this account are open; the quota is 1,000.',
    );
    this.mapRunBacklog = this._gauge(
      'MapRunBacklog',
      'ApproximateMapRunBacklogSize',
      1,
      'Map Runs of this account wait for the quota.',
    );
    this.integrations = (props.integrations ?? []).map((resource, i) => this._integration(resource, i));
    for (const action of [
      ...(props.topics ?? []).map(topic => new actions.SnsAction(topic)),
      ...(props.actions ?? []),
    ]) {
      for (const alarm of [this.openExecutions, this.openMapRuns, this.mapRunBacklog, ...this.integrations]) {
        alarm.addAlarmAction(action);
      }
    }
  }

  /** @internal */
  private _gauge(id: string, name: string, threshold: number, alarmDescription: string): cloudwatch.Alarm {
    return new cloudwatch.Alarm(this, id, {
      metric: metric(name, {}, Duration.minutes(5)),
      threshold,
      evaluationPeriods: 1,
      alarmDescription,
      treatMissingData: missingData(name),
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    });
  }

  /** @internal */
  private _integration(resource: string, index: number): cloudwatch.Alarm {
    const [service] = resource.split(':');
    if (
      !/^[a-z0-9-]+(:[A-Za-z0-9-]+)+(\.[A-Za-z0-9:]+)?$/.test(resource) ||
      (service !== 'aws-sdk' && !Object.hasOwn(OPTIMIZED_SERVICES, service))
    ) {
      throw new StepwrightError('UNKNOWN_INTEGRATION', 'Step Functions has no integration with this name', {
        where: `${this.node.path}, integrations`,
        received: JSON.stringify(resource),
        allowed: 'the part after arn:aws:states::: in the Resource of a Task, such as lambda:invoke',
        fix: `use one of the services ${Object.keys(OPTIMIZED_SERVICES).join(', ')}, or aws-sdk:…`,
      });
    }
    return new cloudwatch.Alarm(this, `Integration${index + 1}`, {
      metric: metric(
        'ServiceIntegrationsFailed',
        { ServiceIntegrationResourceArn: `arn:${Aws.PARTITION}:states:::${resource}` },
        Duration.minutes(5),
      ),
      threshold: 1,
      evaluationPeriods: 1,
      alarmDescription: `Tasks with ${resource} failed, in any workflow of this account.`,
      treatMissingData: missingData('ServiceIntegrationsFailed'),
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    });
  }
}
