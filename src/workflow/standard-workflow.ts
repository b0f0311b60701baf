import { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
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
   * @param scope where it belongs
   * @param id its id in the scope
   * @param props its definition, and how it runs
   * @throws StepwrightError for a definition that cannot be put together, a bad name, or a time-out that is not whole seconds
   */
  public constructor(scope: Construct, id: string, props: StandardWorkflowProps) {
    super(scope, id, sfn.StateMachineType.STANDARD, props);
  }
}
