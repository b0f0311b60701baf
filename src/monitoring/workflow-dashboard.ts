import { aws_cloudwatch as cloudwatch, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { StepwrightError } from '../errors';
import type { IWatchedWorkflow } from './watched-workflow';
import { workflowWidgets } from './widgets';

/** What a dashboard shows. */
export interface WorkflowDashboardOptions {
  /**
   * The time over which points are put together.
   *
   * @default Duration.minutes(5)
   */
  readonly period?: Duration;

  /**
   * The dashboard's physical name.
   *
   * @default - CloudFormation makes one
   */
  readonly dashboardName?: string;
}

/** A dashboard over several workflows. */
export interface WorkflowDashboardProps extends WorkflowDashboardOptions {
  /** The workflows, from top to bottom. */
  readonly workflows: IWatchedWorkflow[];
}

/**
 * A dashboard: executions by status, durations, state transitions, throttles, an estimated cost, and failed tasks from the logs.
 *
 * The cost of a Standard workflow is its state transitions, retries included, times the price of one; that of an Express workflow its
 * requests, durations and memory. It is an estimate: free tiers and lower prices for large amounts are not in it.
 */
export class WorkflowDashboard extends Construct {
  /**
   * The widgets of one workflow, row by row, for a dashboard of your own: `dashboard.addWidgets(...row)`.
   *
   * @param workflow the workflow
   * @param period the time over which points are put together; five minutes if it is left out
   */
  public static widgetsOf(workflow: IWatchedWorkflow, period?: Duration): cloudwatch.IWidget[] {
    return workflowWidgets(workflow, period ?? Duration.minutes(5)).map(row => new cloudwatch.Row(...row));
  }

  /** The dashboard. */
  public readonly dashboard: cloudwatch.Dashboard;

  /**
   * @param scope where it belongs
   * @param id its id in the scope
   * @param props the workflows
   * @throws StepwrightError NO_WORKFLOWS if there is none to show
   */
  public constructor(scope: Construct, id: string, props: WorkflowDashboardProps) {
    super(scope, id);
    if (props.workflows.length === 0) {
      throw new StepwrightError('NO_WORKFLOWS', 'A dashboard needs at least one workflow', {
        where: this.node.path,
        received: 'workflows: []',
        fix: 'add a workflow',
      });
    }
    this.dashboard = new cloudwatch.Dashboard(this, 'Resource', { dashboardName: props.dashboardName });
    for (const workflow of props.workflows) {
      this.dashboard.addWidgets(...WorkflowDashboard.widgetsOf(workflow, props.period));
    }
  }
}
