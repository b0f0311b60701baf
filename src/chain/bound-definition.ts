import type { aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StateGrants } from '../integrations';

/** A definition as a workflow receives it. */
export interface BoundDefinition {
  /**
   * The definition in the Amazon States Language, as an object. It may hold CDK tokens: serialize it with `Stack.of(scope).toJsonString(…)`.
   * The workflow adds `Comment` and `TimeoutSeconds` of its own.
   */
  readonly definition: { [field: string]: any };

  /**
   * What is known of the calls of states and cannot be read from the definition, by the state's name.
   *
   * @default - nothing
   */
  readonly grants?: { [stateName: string]: StateGrants };

  /**
   * What states of the CDK bring to be allowed, beside what is derived from the definition.
   *
   * @default - nothing
   */
  readonly policyStatements?: iam.PolicyStatement[];

  /**
   * Where each state was written, as file, line and column, by the state's name: for messages.
   *
   * @default - unknown
   */
  readonly places?: { [stateName: string]: string };
}

/** What a workflow runs: a flow, or a definition from elsewhere. */
export interface IDefinition {
  /**
   * The definition, for one workflow.
   *
   * @param scope the workflow
   */
  bind(scope: Construct): BoundDefinition;
}
