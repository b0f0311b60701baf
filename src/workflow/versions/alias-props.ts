import type { GradualDeployment } from './gradual-deployment';
import type { IWorkflowVersion } from './version';

/** A second version that an alias leads to. */
export interface WeightedVersion {
  /** The version. */
  readonly version: IWorkflowVersion;

  /** The part of the new executions that run on it, 1 to 99 percent. The rest run on the alias's first version. */
  readonly weight: number;
}

/** An alias of a workflow. */
export interface WorkflowAliasProps {
  /** Its name: 1 to 80 letters, digits, dots, hyphens and underscores, not digits alone. */
  readonly aliasName: string;

  /** The version on which executions run that are started through the alias. */
  readonly version: IWorkflowVersion;

  /**
   * Another version of the same workflow that takes a part of the new executions. Not together with `deployment`.
   *
   * @default - all run on `version`
   */
  readonly secondVersion?: WeightedVersion;

  /**
   * How the alias goes over to another `version` when the stack is updated. Not together with `secondVersion`.
   *
   * @default - at once, and nothing rolls it back
   */
  readonly deployment?: GradualDeployment;

  /**
   * Says what the alias is for.
   *
   * @default - none
   */
  readonly description?: string;
}
