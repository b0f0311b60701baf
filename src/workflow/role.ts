import { Aws, aws_iam as iam, Stack, type aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { StateGrants } from '../integrations';
import { derivePermissions, type DerivedStatement, type KnownOfState, type PermissionWarning } from '../permissions';
import { tokenTexts } from './token-texts';
import type { WorkflowBody } from './workflow-body';

/** What a workflow's role must allow. */
export interface RoleNeeds {
  readonly statements: iam.PolicyStatement[];
  /** Those that name the workflow itself. */
  readonly ofItself: iam.PolicyStatement[];
}

/** What a definition needs, and what could not be derived exactly. */
export function definitionNeeds(workflow: sfn.StateMachine, { bound, opaque }: WorkflowBody): RoleNeeds & { warnings: readonly PermissionWarning[] } {
  const stack = Stack.of(workflow);
  const grants = bound.grants ?? {};
  const { statements, warnings } = derivePermissions(opaque, {
    type: workflow.stateMachineType,
    grants: Object.fromEntries(Object.entries(grants).map(([state, known]) => [state, knownOfState(known)])),
    partition: Aws.PARTITION,
    region: stack.region,
    account: stack.account,
    stateMachineName: workflow.stateMachineName,
    opaque: tokenTexts(stack),
  });
  return {
    statements: [...bound.policyStatements ?? [], ...statements.filter(statement => !statement.selfReferencing).map(policyStatement)],
    ofItself: statements.filter(statement => statement.selfReferencing).map(policyStatement),
    warnings,
  };
}

/**
 * Adds what is needed to a role of the workflow's own. The policies exist before the workflow, since it depends on its role; what names the workflow
 * itself stands in a policy of its own, or the two would need each other.
 */
export function allow(workflow: sfn.StateMachine, { statements, ofItself }: RoleNeeds): void {
  for (const statement of statements) workflow.addToRolePolicy(statement);
  if (ofItself.length === 0) return;
  const policy = new iam.Policy(workflow, 'SelfPolicy', { statements: ofItself });
  policy.attachToRole(workflow.role);
}

function knownOfState({ encryptionKeys, ...known }: StateGrants): KnownOfState {
  return { ...known, keys: encryptionKeys };
}

function policyStatement({ actions, resources, conditions }: DerivedStatement): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: [...actions], resources: [...resources], conditions });
}
