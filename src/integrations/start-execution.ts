import type { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { INPUT, type Call } from './call';
import { integrationArn } from './integration-arn';

/** What the other workflow receives. */
export interface StartExecutionProps {
  /**
   * Its input.
   *
   * @default - the state's input
   */
  readonly input?: any;

  /**
   * The execution's name, unique for 90 days.
   *
   * @default - AWS makes one up
   */
  readonly name?: string;

  /**
   * The X-Ray trace to join.
   *
   * @default - none
   */
  readonly traceHeader?: string;
}

/** `states:startExecution`. */
export function startExecutionCall(workflow: sfn.IStateMachine, props: StartExecutionProps): Call {
  // an alias is allowed by the machine behind it
  const machine = (workflow as { readonly workflow?: sfn.IStateMachine }).workflow;
  return {
    resource: integrationArn('states:startExecution'),
    args: {
      StateMachineArn: workflow.stateMachineArn,
      Input: props.input ?? INPUT,
      Name: props.name,
      TraceHeader: props.traceHeader,
    },
    grants: machine && { resources: [machine.stateMachineArn] },
    job: 'sync:2',
  };
}
