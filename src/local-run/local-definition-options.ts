import type { aws_stepfunctions as sfn } from 'aws-cdk-lib';

/** Options for a definition without a template. */
export interface LocalDefinitionOptions {
  /**
   * The type of the workflow.
   *
   * @default StateMachineType.STANDARD
   */
  readonly type?: sfn.StateMachineType;
}
