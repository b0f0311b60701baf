import { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type ExpressAlarmsOptions, WorkflowAlarms } from '../monitoring';
import { Workflow } from './workflow';
import type { ExpressWorkflowProps } from './workflow-props';

/**
 * A workflow for many short executions of at most five minutes each, which may run a step more than once. It can't wait
 * for jobs (`.sync`) or callbacks, call activities, or contain a Distributed Map. Its executions emit no EventBridge
 * events, so its history is in the logs. It has a role with the permissions that its definition needs, a log group, and
 * traces.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
 */
export class ExpressWorkflow extends Workflow {
  /**
   * @param scope the parent construct
   * @param id the ID in the scope
   * @param props the definition, and how to run it
   * @throws StepwrightError if the definition's parts can't be combined, the name isn't valid, or the timeout isn't a
   * whole number of seconds
   */
  public constructor(scope: Construct, id: string, props: ExpressWorkflowProps) {
    super(scope, id, sfn.StateMachineType.EXPRESS, props);
  }

  /**
   * Adds alarms: on failures and timeouts, and any others that you choose.
   *
   * @param options the alarms, and their actions
   */
  public addAlarms(options: ExpressAlarmsOptions = {}): WorkflowAlarms {
    return new WorkflowAlarms(this, 'Alarms', { ...options, workflow: this });
  }
}
