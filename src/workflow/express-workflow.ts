import { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type ExpressAlarmsOptions, WorkflowAlarms } from '../monitoring';
import { Workflow } from './workflow';
import type { ExpressWorkflowProps } from './workflow-props';

/**
 * A workflow for many short executions of at most five minutes each, which may run a step more than once. It cannot wait for jobs (`.sync`) or
 * task tokens, call activities or hold a Distributed Map, and its executions emit no events to EventBridge: its history is in the logs.
 * It has a role with the permissions that its definition needs, a log group, and traces.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
 */
export class ExpressWorkflow extends Workflow {
  /**
   * @param scope where it belongs
   * @param id its id in the scope
   * @param props its definition, and how it runs
   * @throws StepwrightError for a definition that cannot be put together, a bad name, or a time-out that is not whole seconds
   */
  public constructor(scope: Construct, id: string, props: ExpressWorkflowProps) {
    super(scope, id, sfn.StateMachineType.EXPRESS, props);
  }

  /**
   * Adds alarms: on failures and timeouts, and any others that you choose.
   *
   * @param options the alarms, and who is notified
   */
  public addAlarms(options: ExpressAlarmsOptions = {}): WorkflowAlarms {
    return new WorkflowAlarms(this, 'Alarms', { ...options, workflow: this });
  }
}
