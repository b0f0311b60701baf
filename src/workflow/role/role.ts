import { Aws, aws_iam as iam, Stack, type aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { tokenTexts } from './token-texts';
import type { StateGrants } from '../../integrations';
import { derivePermissions, type DerivedStatement, type KnownOfState, type PermissionWarning } from '../../permissions';
import type { WorkflowBody } from '../workflow-body';

/** A statement that a workflow's role needs, and the states for which it does. */
export interface NeededStatement {
  readonly statement: iam.PolicyStatement;
  readonly states: readonly string[];
}

/** What a workflow's role must allow. */
export interface RoleNeeds {
  readonly statements: readonly NeededStatement[];
  /** Those that name the workflow itself. */
  readonly ofItself: readonly NeededStatement[];
}

/** Statements that no single state needs. */
export function forAllStates(statements: readonly iam.PolicyStatement[]): NeededStatement[] {
  return statements.map(statement => ({ statement, states: [] }));
}

/** What a definition needs, and what could not be derived exactly. */
export function definitionNeeds(
  workflow: sfn.StateMachine,
  { bound, opaque }: WorkflowBody,
): RoleNeeds & { warnings: readonly PermissionWarning[] } {
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
  const brought = bound.policyStatements ?? [];
  const derived = statements.filter(statement => !statement.selfReferencing).map(neededStatement);
  return {
    statements: [
      ...forAllStates(brought),
      ...derived.filter(({ statement }) => !brought.some(other => includes(other, statement, stack))),
    ],
    ofItself: statements.filter(statement => statement.selfReferencing).map(neededStatement),
    warnings,
  };
}

/**
 * Adds what is needed to a role of the workflow's own. The policies exist before the workflow, since it depends on its role; what names the workflow
 * itself stands in a policy of its own, or the two would need each other.
 */
export function allow(workflow: sfn.StateMachine, { statements, ofItself }: RoleNeeds): void {
  for (const { statement } of statements) workflow.addToRolePolicy(statement);
  if (ofItself.length === 0) return;
  const policy = new iam.Policy(workflow, 'SelfPolicy', { statements: ofItself.map(({ statement }) => statement) });
  policy.attachToRole(workflow.role);
}

function knownOfState({ encryptionKeys, ...known }: StateGrants): KnownOfState {
  return { ...known, keys: encryptionKeys };
}

function neededStatement({ actions, resources, conditions, states }: DerivedStatement): NeededStatement {
  return {
    statement: new iam.PolicyStatement({ actions: [...actions], resources: [...resources], conditions }),
    states,
  };
}

/** Whether a statement that CDK states bring allows all of another, word for word. */
function includes(brought: iam.PolicyStatement, derived: iam.PolicyStatement, stack: Stack): boolean {
  const texts = (values: readonly string[]): string[] => values.map(value => JSON.stringify(stack.resolve(value)));
  const within = (inner: readonly string[], outer: readonly string[]): boolean =>
    texts(inner).every(text => texts(outer).includes(text));
  return (
    brought.effect === iam.Effect.ALLOW &&
    Object.keys(brought.conditions).length === 0 &&
    within(derived.actions, brought.actions) &&
    within(derived.resources, brought.resources)
  );
}
