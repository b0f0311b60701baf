import { aws_stepfunctions as sfn, type aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { JsonObject } from '../asl';
import type { BoundDefinition, IDefinition } from '../chain';
import { definitionConfig } from './definition-config';
import { opaqueDefinition } from './opaque-definition';

/** A definition as the CDK's state machine takes it: it asks for it while it is built, when the workflow can be its scope. */
export class WorkflowBody extends sfn.DefinitionBody {
  /** What the definition gave; known once the state machine is built. */
  public bound!: BoundDefinition;
  /** The whole definition, its tokens opaque, for what reads definitions. */
  public opaque!: JsonObject;
  /** What CloudFormation puts into the definition. */
  public substitutions?: Record<string, string>;

  constructor(
    private readonly definition: IDefinition,
    private readonly own: { readonly comment?: string; readonly timeoutSeconds?: number },
  ) {
    super();
  }

  public bind(
    scope: Construct,
    _principal: iam.IPrincipal,
    _props: sfn.StateMachineProps,
    _graph?: sfn.StateGraph,
  ): sfn.DefinitionConfig {
    this.bound = this.definition.bind(scope);
    const { Comment, ...rest } = this.bound.definition;
    const definition = {
      Comment: this.own.comment ?? Comment,
      ...rest,
      TimeoutSeconds: this.own.timeoutSeconds ?? rest.TimeoutSeconds,
    };
    this.opaque = opaqueDefinition(definition);
    const { config, substitutions } = definitionConfig(scope, definition);
    this.substitutions = substitutions;
    return config;
  }
}
