import { Stack, type aws_events as events, type aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { ArnFormat } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import { ruleTo } from './delivery';
import type { DeliveryOptions } from './status-change-options';

/**
 * A call of the API of Step Functions that concerns one workflow.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cloud-trail.html
 */
export enum WorkflowApiCall {
  /** An execution is started. */
  START_EXECUTION = 'StartExecution',
  /** An Express execution is started, and its end awaited. */
  START_SYNC_EXECUTION = 'StartSyncExecution',
  /** An execution is stopped. */
  STOP_EXECUTION = 'StopExecution',
  /** A failed execution is run on from where it stopped. */
  REDRIVE_EXECUTION = 'RedriveExecution',
  /** The definition or the configuration is changed. */
  UPDATE_STATE_MACHINE = 'UpdateStateMachine',
  /** The workflow is deleted. */
  DELETE_STATE_MACHINE = 'DeleteStateMachine',
}

/** A rule on API calls. */
export interface ApiCallOptions extends DeliveryOptions {
  /**
   * Which calls.
   *
   * @default - stop, update, delete and redrive: what people do, and programs seldom
   */
  readonly calls?: WorkflowApiCall[];
}

/** The calls that name an execution instead of the workflow. */
const OF_EXECUTIONS: ReadonlySet<WorkflowApiCall> = new Set([
  WorkflowApiCall.STOP_EXECUTION,
  WorkflowApiCall.REDRIVE_EXECUTION,
]);

const BY_PEOPLE = [
  WorkflowApiCall.STOP_EXECUTION,
  WorkflowApiCall.UPDATE_STATE_MACHINE,
  WorkflowApiCall.DELETE_STATE_MACHINE,
  WorkflowApiCall.REDRIVE_EXECUTION,
];

/** A rule on the API calls that concern a workflow, as CloudTrail reports them. */
export function apiCallRule(workflow: sfn.StateMachine, id: string, options: ApiCallOptions): events.Rule {
  const calls = options.calls ?? BY_PEOPLE;
  if (calls.length === 0) {
    throw new StepwrightError('RULE_NEVER_MATCHES', 'A rule without API calls never matches', {
      where: `${workflow.node.path}/${id}`,
      received: 'calls: []',
      fix: 'leave it out',
    });
  }
  const executions = Stack.of(workflow).formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${workflow.stateMachineName}:`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  const [ofExecutions, ofWorkflow] = [
    calls.filter(call => OF_EXECUTIONS.has(call)),
    calls.filter(call => !OF_EXECUTIONS.has(call)),
  ];
  const whose = [
    ...(ofWorkflow.length === 0
      ? []
      : [
          {
            eventName: ofWorkflow,
            requestParameters: {
              stateMachineArn: [workflow.stateMachineArn, { prefix: `${workflow.stateMachineArn}:` }],
            },
          },
        ]),
    ...(ofExecutions.length === 0
      ? []
      : [{ eventName: ofExecutions, requestParameters: { executionArn: [{ prefix: executions }] } }]),
  ];
  const pattern: events.EventPattern = {
    source: ['aws.states'],
    detailType: ['AWS API Call via CloudTrail'],
    detail: { eventSource: ['states.amazonaws.com'], ...(whose.length === 1 ? whose[0] : { $or: whose }) },
  };
  return ruleTo(workflow, id, pattern, options, `API calls on ${workflow.node.id}: ${calls.join(', ')}`);
}
