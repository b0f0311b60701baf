import { aws_stepfunctions as sfn, Stack, type aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { IDefinition } from './definition';

/** A definition as the `definitionBody` of the CDK's own state machine. */
export class DefinitionOfFlow extends sfn.DefinitionBody {
  constructor(private readonly definition: IDefinition) {
    super();
  }

  public bind(scope: Construct, principal: iam.IPrincipal, props: sfn.StateMachineProps, _graph?: sfn.StateGraph): sfn.DefinitionConfig {
    const { definition, policyStatements } = this.definition.bind(scope);
    for (const statement of policyStatements ?? []) principal.addToPrincipalPolicy(statement);
    const withProps = { ...definition, Comment: props.comment, TimeoutSeconds: props.timeout?.toSeconds() };
    return { definitionString: Stack.of(scope).toJsonString(withProps) };
  }
}
