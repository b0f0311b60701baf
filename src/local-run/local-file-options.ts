import type { aws_stepfunctions as sfn } from 'aws-cdk-lib';

/** What a file with workflows leaves open. */
export interface LocalFileOptions {
  /**
   * Values of the template's parameters.
   *
   * @default - their defaults
   */
  readonly parameters?: { [name: string]: string };

  /**
   * Values of the placeholders of a definition, such as `${Name}`.
   *
   * @default - none
   */
  readonly substitutions?: { [name: string]: string };

  /**
   * Values that only a deployment knows, as `LOGICALID` or `LOGICALID.ATTRIBUTE`.
   *
   * @default - made of names, stable and valid
   */
  readonly values?: { [name: string]: string };

  /**
   * The name of the stack.
   *
   * @default "Stack"
   */
  readonly stackName?: string;

  /**
   * The type of the workflow.
   *
   * @default - what the template says, else StateMachineType.STANDARD
   */
  readonly type?: sfn.StateMachineType;
}
