import { sitesOf, type JsonObject, type StateSite } from '../asl';
import { argumentsOf } from './argument';
import { callNeeds } from './call-needs';
import { withGrants } from './grants';
import { mapNeeds } from './map-needs';
import type { CallView, Need, MachineLocation } from './need';
import { BY_NAME, type DeriveOptions } from './options';
import { merged, type DerivedStatement, type PermissionWarning } from './statement';
import { taskTarget, type TaskTarget } from './task-resource';
import { needWarnings, unknownCall } from './warnings';

/** What a role must allow to run a definition, and what could not be said exactly. */
export interface DerivedPermissions {
  readonly statements: readonly DerivedStatement[];
  readonly warnings: readonly PermissionWarning[];
}

/**
 * The IAM statements that the role of a state machine needs to run a definition: no more, and no less.
 * The definition may hold tokens and substitutions. Nothing is guessed: what only a run knows is covered by its kind
 * and named in a warning; roles that only a run knows are left out.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
 */
export function derivePermissions(definition: JsonObject, options: DeriveOptions): DerivedPermissions {
  const statements: DerivedStatement[] = [];
  const warnings: PermissionWarning[] = [];
  for (const site of sitesOf(definition).states) {
    const { needs, target } = stateNeeds(site, options);
    const known = options.grants?.[site.name];
    if (needs === undefined && !known?.actions) warnings.push(unknownCall(site, target!));
    for (const need of withGrants(needs ?? [], known)) {
      warnings.push(...needWarnings(site, need));
      const statement = statementOf(site, need);
      if (statement !== undefined) statements.push(statement);
    }
  }
  return { statements: merged(statements), warnings: distinct(warnings) };
}

function stateNeeds(
  site: StateSite,
  options: DeriveOptions,
): { needs: readonly Need[] | undefined; target?: TaskTarget } {
  const { state, language } = site;
  const opaque = options.opaque ?? BY_NAME;
  const grants = options.grants?.[site.name];
  const common = { place: placeOf(options), opaque, passRoles: grants?.passRoles, keys: grants?.keys };
  if (site.type === 'Map') {
    return {
      needs: mapNeeds(state, { ...common, service: '', action: '', pattern: 'requestResponse' }, value =>
        argumentsOf(value, language),
      ),
    };
  }
  if (site.type !== 'Task' || typeof state.Resource !== 'string') return { needs: [] };
  const assumed = assumeRole(site);
  if (assumed !== undefined) return { needs: [assumed] };
  const target = taskTarget(state.Resource, opaque);
  const named =
    target.kind === 'integration' ? target : { service: '', action: '', pattern: 'requestResponse' as const };
  const view: CallView = {
    ...common,
    service: named.service,
    action: named.action,
    pattern: named.pattern,
    args: argumentsOf(language === 'JSONata' ? state.Arguments : state.Parameters, language),
  };
  return { needs: callNeeds(target, view), target };
}

function placeOf(options: DeriveOptions): MachineLocation {
  return {
    partition: options.partition ?? '${AWS::Partition}',
    region: options.region ?? '${AWS::Region}',
    account: options.account ?? '${AWS::AccountId}',
    machine: options.stateMachineName ?? '${StateMachineName}',
  };
}

/** A Task with Credentials calls with the assumed role: the machine's own role needs to assume it, and nothing else. */
function assumeRole({ state, language }: StateSite): Need | undefined {
  if (state.Credentials === undefined) return undefined;
  const role = argumentsOf(state.Credentials, language).text('RoleArn');
  const known = role !== undefined && role.pattern !== '*';
  return {
    actions: ['sts:AssumeRole'],
    resources: [{ arn: role?.pattern ?? '*', ...(known && role.known ? {} : { gaps: ['Credentials.RoleArn'] }) }],
    phase: 'call',
    reason: 'the Task calls with the role in Credentials',
    passesRole: true,
  };
}

function statementOf(site: StateSite, need: Need): DerivedStatement | undefined {
  const resources = need.resources.filter(({ gaps }) => !(need.passesRole && gaps)).map(({ arn }) => arn);
  if (resources.length === 0 || need.onlyIf !== undefined) return undefined;
  return {
    actions: need.actions,
    resources,
    ...(need.conditions ? { conditions: need.conditions } : {}),
    states: [site.name],
    reason: need.reason,
    ...(need.selfReferencing ? { selfReferencing: true as const } : {}),
  };
}

function distinct(warnings: readonly PermissionWarning[]): PermissionWarning[] {
  return [...new Map(warnings.map(warning => [JSON.stringify(warning), warning])).values()];
}
