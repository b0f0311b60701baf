import { aws_iam as iam, Aws, Stack, type aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { DerivedStatement, PermissionWarning } from '../permissions/statement';
import { derivePermissions } from './derive-lambda';
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
  const { statements, warnings } = derivePermissions(opaque, {
    type: workflow.stateMachineType,
    grants: bound.grants,
    partition: Aws.PARTITION,
    region: stack.region,
    account: stack.account,
    machine: workflow.stateMachineName,
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

function policyStatement({ actions, resources, conditions }: DerivedStatement): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: [...actions], resources: [...resources], conditions });
}
