import { AspectPriority, Aspects, Stack, type aws_iam as iam, type aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { addWarning } from './annotations';
import { compilePolicy } from '../../permissions';
import { policiesOfRole, statementsOf } from '../role/policies-of-role';
import type { NeededStatement } from '../role/role';

/** Warns at synth, when all policies are known, of what a role that the user gave lacks. */
export function warnOfMissing(workflow: sfn.StateMachine, role: iam.IRole, needed: readonly NeededStatement[]): void {
  Aspects.of(workflow).add(
    {
      visit: construct => {
        if (construct === workflow) warn(workflow, role, needed);
      },
    },
    { priority: AspectPriority.READONLY },
  );
}

function warn(workflow: sfn.StateMachine, role: iam.IRole, needed: readonly NeededStatement[]): void {
  const { statements, unreadable } = policiesOfRole(role);
  const policy = compilePolicy(statements);
  const missing = needed.flatMap(({ statement, states }) => {
    const [{ Action, Resource, Condition }] = statementsOf({
      Statement: Stack.of(workflow).resolve(statement.toStatementJson()),
    }) as any[];
    const context = Object.assign({}, ...Object.values(Condition ?? {}));
    const where = states.length > 0 ? ` (${states.map(state => `'${state}'`).join(', ')})` : '';
    return [Action].flat().flatMap((action: string) =>
      [Resource]
        .flat()
        .filter((resource: string) =>
          ['notAllowed', 'denied'].includes(
            policy.decide({ action, resource, context, missingKeys: 'unknown' }).effect,
          ),
        )
        .map((resource: string) => `${action} on ${resource}${where}`),
    );
  });
  if (missing.length === 0) return;
  const unknown = unreadable.length > 0 ? `, as far as this app tells (${unreadable.join(', ')})` : '';
  addWarning(
    workflow,
    {
      code: 'ROLE_LACKS_PERMISSIONS',
      message: `The role '${role.node.path}' lacks permissions that the workflow needs${unknown}:\n    ${missing.join('\n    ')}`,
      fix: 'add them to the role, or leave `role` out, and the workflow creates a role with exactly these permissions',
    },
    () => undefined,
  );
}
