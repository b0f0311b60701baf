import type { RunPermissions } from './enforcement';
import type { Json, JsonObject } from '../../asl';
import type { Machine, Role } from '../../cloudformation';
import { evaluatePolicy, type CallRequirement } from '../../permissions';

/** A statement of a role of which the given runs needed nothing, or not all. */
export interface UnusedPermission {
  /** The logical id of the role. */
  readonly role: string;
  readonly policy: string;
  /** The statement's number in its policy, from 1. */
  readonly statement: number;
  /** Whether none of it was needed. */
  readonly whole: boolean;
  /** The actions that were not needed, as the statement has them. */
  readonly actions: readonly string[];
  /** The resources that were not needed, as the statement has them. */
  readonly resources: readonly string[];
  /** All of it in a line. */
  readonly text: string;
}

/**
 * What the roles of the machines grant and none of the given runs needed. What a job needs to be stopped or redriven counts as needed, and so
 * does what logging, tracing and the machine's own key need.
 */
export function unusedPermissions(runs: ReadonlyArray<{ readonly permissions: RunPermissions }>): UnusedPermission[] {
  const needed = new Map<Role, Array<Pick<CallRequirement, 'action' | 'resource'>>>();
  for (const { permissions } of runs) {
    for (const use of permissions.used) {
      needed.set(use.role, [...(needed.get(use.role) ?? []), ...use.needed, ...use.machines.flatMap(ownNeeds)]);
    }
  }
  return [...needed].flatMap(([role, requirements]) =>
    role.policies.flatMap(({ name, statements }) =>
      statements.flatMap((statement, index) =>
        unusedOf(statement, requirements).map(unused => described(role, name, index + 1, statement, unused)),
      ),
    ),
  );
}

interface Unused {
  readonly whole: boolean;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

function unusedOf(
  statement: JsonObject,
  needed: ReadonlyArray<Pick<CallRequirement, 'action' | 'resource'>>,
): Unused[] {
  if (statement.Effect !== 'Allow') return [];
  const { Action, NotAction, Resource, NotResource } = statement;
  const actions = listOf(Action);
  const resources = listOf(Resource);
  const covers = (action: Json | undefined, resource: Json | undefined): boolean => {
    const part = {
      Effect: 'Allow',
      ...(NotAction === undefined ? { Action: action! } : { NotAction }),
      ...(NotResource === undefined ? { Resource: resource! } : { NotResource }),
    };
    return needed.some(one => evaluatePolicy([part], one).effect !== 'notAllowed');
  };
  if (!covers(Action, Resource)) return [{ whole: true, actions, resources }];
  const unusedActions = actions.filter(action => !covers(action, Resource));
  const unusedResources = resources.filter(resource => !covers(Action, resource));
  return unusedActions.length + unusedResources.length === 0
    ? []
    : [{ whole: false, actions: unusedActions, resources: unusedResources }];
}

function described(role: Role, policy: string, statement: number, json: JsonObject, unused: Unused): UnusedPermission {
  const what = unused.whole
    ? `nothing of ${JSON.stringify({ Action: json.Action, NotAction: json.NotAction, Resource: json.Resource, NotResource: json.NotResource })}`
    : `not ${[...unused.actions, ...unused.resources].join(', ')}`;
  return {
    role: role.logicalId,
    policy,
    statement,
    ...unused,
    text: `${role.logicalId}, policy '${policy}', statement ${statement}: ${what} was needed`,
  };
}

const LOGGING = [
  'CreateLogDelivery',
  'DeleteLogDelivery',
  'DescribeLogGroups',
  'DescribeResourcePolicies',
  'GetLogDelivery',
  'ListLogDeliveries',
  'PutResourcePolicy',
  'UpdateLogDelivery',
];
const TRACING = ['GetSamplingRules', 'GetSamplingTargets', 'PutTelemetryRecords', 'PutTraceSegments'];

/** What a machine needs whatever it runs. A star as resource is covered by statements on stars only, as these services demand. */
function ownNeeds({ logging, tracing, encryptionKey }: Machine): Array<Pick<CallRequirement, 'action' | 'resource'>> {
  return [
    ...(logging ? LOGGING.map(action => ({ action: `logs:${action}`, resource: '*' })) : []),
    ...(tracing ? TRACING.map(action => ({ action: `xray:${action}`, resource: '*' })) : []),
    ...(encryptionKey === undefined
      ? []
      : ['Decrypt', 'GenerateDataKey'].map(action => ({ action: `kms:${action}`, resource: encryptionKey }))),
  ];
}

function listOf(value: Json | undefined): string[] {
  return (Array.isArray(value) ? (value as readonly Json[]) : [value]).filter(item => typeof item === 'string');
}
