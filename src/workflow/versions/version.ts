import { aws_stepfunctions as sfn, RemovalPolicy, Resource, type IResource } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { splitQualifiedArn } from './qualified-arn';

/** A version of a workflow: a snapshot of its definition and configuration that never changes. */
export interface IWorkflowVersion extends IResource {
  /** The version's ARN: the workflow's, a colon, and the version's number. */
  readonly versionArn: string;

  /** The workflow of which this is a version. */
  readonly workflow: sfn.IStateMachine;
}

/** What is published as a version. */
export interface WorkflowVersionProps {
  /** The workflow. */
  readonly workflow: sfn.StateMachine;

  /**
   * Says what the version is for.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * What becomes of the version when a newer one takes its place in the stack, or the stack is deleted. Executions that run on a version go
   * on when it is deleted, but an alias cannot go back to it.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * Publishes the current definition and configuration of a workflow as a version; each change of them publishes another one.
 * `workflow.currentVersion` is the usual way to get one.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-version.html
 */
export class WorkflowVersion extends Resource implements IWorkflowVersion {
  /**
   * A version from elsewhere.
   *
   * @param scope the parent construct
   * @param id the ID in the scope
   * @param versionArn its ARN, with the number
   */
  public static fromVersionArn(scope: Construct, id: string, versionArn: string): IWorkflowVersion {
    return new ImportedVersion(scope, id, versionArn);
  }

  public readonly versionArn: string;

  public readonly workflow: sfn.IStateMachine;

  /**
   * @param scope the parent construct
   * @param id the ID in the scope
   * @param props what is published
   */
  public constructor(scope: Construct, id: string, props: WorkflowVersionProps) {
    super(scope, id);
    const { workflow, description, removalPolicy = RemovalPolicy.RETAIN } = props;
    const resource = new sfn.CfnStateMachineVersion(this, 'Resource', {
      stateMachineArn: workflow.stateMachineArn,
      stateMachineRevisionId: workflow.stateMachineRevisionId,
      description,
    });
    resource.applyRemovalPolicy(removalPolicy);
    this.workflow = workflow;
    this.versionArn = resource.ref;
  }
}

class ImportedVersion extends Resource implements IWorkflowVersion {
  public readonly workflow: sfn.IStateMachine;

  constructor(
    scope: Construct,
    id: string,
    public readonly versionArn: string,
  ) {
    super(scope, id, { environmentFromArn: versionArn });
    this.workflow = sfn.StateMachine.fromStateMachineArn(this, 'Workflow', splitQualifiedArn(versionArn).machineArn);
  }
}
