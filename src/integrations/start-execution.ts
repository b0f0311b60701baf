import { Arn, ArnFormat, Aws, aws_iam as iam, type aws_stepfunctions as sfn } from 'aws-cdk-lib';
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
  const arn = workflow.stateMachineArn;
  return {
    resource: integrationArn('states:startExecution'),
    args: { StateMachineArn: arn, Input: props.input ?? INPUT, Name: props.name, TraceHeader: props.traceHeader },
    statements: [new iam.PolicyStatement({ actions: ['states:StartExecution'], resources: [arn] })],
    job: {
      pattern: 'sync:2',
      statements: [
        new iam.PolicyStatement({ actions: ['states:DescribeExecution', 'states:StopExecution'], resources: [`${executionArn(workflow)}:*`] }),
        // AWS tells the waiting workflow through a rule of its own
        new iam.PolicyStatement({
          actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
          resources: [`arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`],
        }),
      ],
    },
  };
}

function executionArn(workflow: sfn.IStateMachine): string {
  const { resourceName } = Arn.split(workflow.stateMachineArn, ArnFormat.COLON_RESOURCE_NAME);
  return workflow.stack.formatArn({ service: 'states', resource: 'execution', resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
}
