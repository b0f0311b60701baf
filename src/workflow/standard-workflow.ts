import { aws_stepfunctions as sfn, type aws_events as events } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type StandardAlarmsOptions, WorkflowAlarms } from '../monitoring';
import {
  type ApiCallOptions,
  apiCallRule,
  type ExecutionEventOptions,
  ExecutionStatus,
  type StatusChangeOptions,
  statusChangeRule,
} from '../notifications';
import { Workflow } from './workflow';
import type { StandardWorkflowProps } from './workflow-props';

/**
 * A workflow whose executions may last a year, run each step exactly once, and keep their history: for what must not happen twice, and for
 * waiting. It has a role with the permissions that its definition needs, a log group, and traces.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
 */
export class StandardWorkflow extends Workflow {
  /**
   * @param scope the parent construct
   * @param id the ID in the scope
   * @param props the definition, and how to run it
   * @throws StepwrightError if the definition's parts can't be combined, the name isn't valid, or the timeout isn't a
   * whole number of seconds
   */
  public constructor(scope: Construct, id: string, props: StandardWorkflowProps) {
    super(scope, id, sfn.StateMachineType.STANDARD, props);
  }

  /**
   * A rule on the status changes of executions. EventBridge delivers at least once, and not always in order.
   *
   * @param id the rule's id below the workflow
   * @param options which changes, and where they go
   * @throws StepwrightError RULE_NEVER_MATCHES for filters that no event can pass
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
   */
  public onStatusChange(id: string, options: StatusChangeOptions = {}): events.Rule {
    return statusChangeRule(this, id, options);
  }

  /**
   * A rule on executions that started, or were redriven.
   *
   * @param id the rule's id below the workflow
   * @param options which of them, and where they go
   */
  public onStarted(id: string, options: ExecutionEventOptions = {}): events.Rule {
    return statusChangeRule(this, id, { ...options, statuses: [ExecutionStatus.RUNNING] });
  }

  /**
   * A rule on executions that ended well.
   *
   * @param id the rule's id below the workflow
   * @param options which of them, and where they go
   */
  public onSucceeded(id: string, options: ExecutionEventOptions = {}): events.Rule {
    return statusChangeRule(this, id, { ...options, statuses: [ExecutionStatus.SUCCEEDED] });
  }

  /**
   * A rule on executions that failed: an error that nothing caught, or a Fail state. Time-outs and aborts are statuses of their own.
   *
   * @param id the rule's id below the workflow
   * @param options which of them, and where they go
   */
  public onFailed(id: string, options: ExecutionEventOptions = {}): events.Rule {
    return statusChangeRule(this, id, { ...options, statuses: [ExecutionStatus.FAILED] });
  }

  /**
   * A rule on executions whose time was over.
   *
   * @param id the rule's id below the workflow
   * @param options which of them, and where they go
   */
  public onTimedOut(id: string, options: ExecutionEventOptions = {}): events.Rule {
    return statusChangeRule(this, id, { ...options, statuses: [ExecutionStatus.TIMED_OUT] });
  }

  /**
   * A rule on executions that were stopped.
   *
   * @param id the rule's id below the workflow
   * @param options which of them, and where they go
   */
  public onAborted(id: string, options: ExecutionEventOptions = {}): events.Rule {
    return statusChangeRule(this, id, { ...options, statuses: [ExecutionStatus.ABORTED] });
  }

  /**
   * A rule on the calls of the API that concern this workflow. The account needs a trail of CloudTrail that logs management events.
   *
   * @param id the rule's id below the workflow
   * @param options which calls, and where they go
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cloud-trail.html
   */
  public onApiCall(id: string, options: ApiCallOptions = {}): events.Rule {
    return apiCallRule(this, id, options);
  }

  /**
   * Adds alarms: on failures, timeouts, and throttled state transitions, and any others that you choose.
   *
   * @param options the alarms, and their actions
   */
  public addAlarms(options: StandardAlarmsOptions = {}): WorkflowAlarms {
    return new WorkflowAlarms(this, 'Alarms', { ...options, workflow: this });
  }
}
