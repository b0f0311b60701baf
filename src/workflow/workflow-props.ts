import type { aws_iam as iam, aws_stepfunctions as sfn, Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IDefinition } from '../chain';

/** What Standard and Express workflows share. */
export interface WorkflowProps {
  /** What the workflow runs: a flow, or a definition from elsewhere. */
  readonly definition: IDefinition;

  /**
   * The physical name, 1 to 80 characters. With logs, AWS asks for letters, digits, hyphens and underscores only.
   *
   * @default - CloudFormation makes one
   * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html
   */
  readonly stateMachineName?: string;

  /**
   * The role to run as. It is used as it is: nothing is added to it, and what it lacks is a warning at synth.
   *
   * @default - a role of its own, with the permissions that the definition needs and no others
   */
  readonly role?: iam.IRole;

  /**
   * Ambiguous permissions are errors instead of warnings: those whose resource is only known when the workflow runs, so that the role gets all
   * resources of a type. `resources` of the integration narrows them.
   *
   * @default false
   */
  readonly strictPermissions?: boolean;

  /**
   * How long an execution may take, in whole seconds.
   *
   * @default - what the definition says, else one year (Standard) or five minutes (Express)
   */
  readonly timeout?: Duration;

  /**
   * The definition's comment.
   *
   * @default - what the definition says
   */
  readonly comment?: string;

  /**
   * What is logged and where. Without a destination the workflow has a log group of its own. Execution data (what goes in and out of the
   * states) may be personal, so it is logged only when asked for.
   *
   * @default - level ERROR, without execution data, to a log group of its own
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/cloudwatch-log-level.html
   */
  readonly logs?: sfn.LogOptions;

  /**
   * Traces executions with X-Ray.
   *
   * @default true
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html
   */
  readonly tracingEnabled?: boolean;

  /**
   * What becomes of the workflow and its own log group when they leave the stack.
   *
   * @default RemovalPolicy.DESTROY
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * The key that encrypts the definition and the executions.
   *
   * @default - a key that AWS owns
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
   */
  readonly encryptionConfiguration?: sfn.EncryptionConfiguration;
}

/** A Standard workflow. */
export interface StandardWorkflowProps extends WorkflowProps {}

/** An Express workflow. */
export interface ExpressWorkflowProps extends WorkflowProps {}
