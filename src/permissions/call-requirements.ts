import type { Json, JsonObject } from '../asl';
import { concreteArguments, type Arguments } from './argument';
import { callNeeds } from './call-needs';
import { withGrants } from './grants';
import { mapNeeds } from './map-needs';
import type { CallView, Need, Phase, MachineLocation } from './need';
import { BY_NAME, type KnownOfState } from './options';
import { taskTarget } from './task-resource';

/** One call of a Task, with everything that a run knows. */
export interface ConcreteCall {
  /** The Resource of the Task. */
  readonly resource: string;
  /** What the service receives. */
  readonly input: Json;
  /** The role that the Task assumes. @default - none */
  readonly credentialsRoleArn?: string;
}

/** Who calls. */
export interface CallerOptions {
  /** The ARN of the state machine: its partition, region and account are those of the call. */
  readonly machineArn: string;
  /** What is known of the state beside its call. @default - nothing */
  readonly known?: KnownOfState;
}

/** One action on one resource that a call needs. */
export interface CallRequirement {
  readonly action: string;
  /** An ARN. Where only AWS makes up the last part (the id of a job), `*` stands for it. */
  readonly resource: string;
  /** What the request says: condition keys with their values. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  /** When it is needed. */
  readonly phase: Phase;
  readonly reason: string;
  /** Whose policies decide: the machine's own role, or the role that the Task assumes. */
  readonly principal: 'execution' | 'assumed';
  /** Why the resource cannot be told: then nobody can say whether it is allowed. */
  readonly unknown?: string;
}

/** What a call needs; `undefined` where nothing is known of such a call, so that nobody can say whether it is allowed. */
export function callRequirements(call: ConcreteCall, options: CallerOptions): readonly CallRequirement[] | undefined {
  return requirementsOf(call, options, concreteArguments(call.input));
}

/** The same, with the arguments read by somebody who wants to know which are looked at. */
export function requirementsOf(
  call: ConcreteCall,
  options: CallerOptions,
  args: Arguments,
): readonly CallRequirement[] | undefined {
  const target = taskTarget(call.resource, BY_NAME);
  const named =
    target.kind === 'integration' ? target : { service: '', action: '', pattern: 'requestResponse' as const };
  const { service, action, pattern } = named;
  const view: CallView = { ...common(options), service, action, pattern, args };
  const needs = callNeeds(target, view);
  if (needs === undefined && options.known?.actions === undefined) return undefined;
  const principal = call.credentialsRoleArn === undefined ? 'execution' : 'assumed';
  const own = withGrants(needs ?? [], options.known).flatMap(need => requirements(need, principal));
  return call.credentialsRoleArn === undefined ? own : [assumed(call.credentialsRoleArn), ...own];
}

/**
 * What a Distributed Map needs for its children, reader and writer. `state` is the Map as the definition has it, with
 * concrete values in the `Parameters` or `Arguments` of `ItemReader` and `ResultWriter`.
 */
export function mapRequirements(state: JsonObject, options: CallerOptions): readonly CallRequirement[] {
  const view = { ...common(options), service: '', action: '', pattern: 'requestResponse' as const };
  return withGrants(mapNeeds(state, view, concreteArguments), options.known).flatMap(need =>
    requirements(need, 'execution'),
  );
}

function common({ machineArn, known }: CallerOptions): Pick<CallView, 'place' | 'opaque' | 'passRoles' | 'keys'> {
  return { place: placeOf(machineArn), opaque: BY_NAME, passRoles: known?.passRoles, keys: known?.keys };
}

function placeOf(machineArn: string): MachineLocation {
  const [, partition = 'aws', , region = '', account = '', , machine = ''] = machineArn.split(':');
  return { partition, region, account, machine };
}

function assumed(roleArn: string): CallRequirement {
  return {
    action: 'sts:AssumeRole',
    resource: roleArn,
    context: {},
    phase: 'call',
    reason: 'the Task calls with the role in Credentials',
    principal: 'execution',
  };
}

function requirements(need: Need, principal: CallRequirement['principal']): CallRequirement[] {
  const context = { ...equalities(need), ...need.context };
  return need.actions.flatMap(action =>
    need.resources.map((resource): CallRequirement => ({
      action,
      resource: resource.arn,
      context,
      phase: need.phase,
      reason: need.reason,
      principal,
      ...(resource.gaps ? { unknown: `${resource.gaps.join(', ')} is not in the call` } : {}),
    })),
  );
}

/** Where a statement asks that a key equals one value, the request has that value. */
function equalities({ conditions = {} }: Need): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(conditions.StringEquals ?? {}).map(([key, values]) => [key, values.slice(0, 1)]),
  );
}
