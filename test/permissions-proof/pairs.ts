import { exemptionOf } from './exemptions';
import type { Json, JsonObject } from '../../src/asl';
import type { LocalApp, Machine, Role } from '../../src/cloudformation';
import { runLocally, type LocalRunOptions, type RunResult, type CompiledWorkflow } from '../../src/local';

/** One action on one resource that a role allows, with the statement's condition. */
export type Pair = JsonObject & { readonly Action: string; readonly Resource: string };

/** All pairs of a role, each once. */
export function pairsOf(role: Role): Pair[] {
  const pairs = role.statements.flatMap(({ Effect, Action, Resource, Condition }) =>
    listOf(Action).flatMap(action =>
      listOf(Resource).map(
        resource =>
          ({ Effect, Action: action, Resource: resource, ...(Condition === undefined ? {} : { Condition }) }) as Pair,
      ),
    ),
  );
  return [...new Map(pairs.map(pair => [JSON.stringify(pair), pair])).values()];
}

/** A pair as test names and lists show it. */
function textOf({ Action, Resource }: Pair): string {
  return `${Action} on ${Resource}`;
}

/** The same workflow, whose role allows these pairs only. */
export function withPairs(workflow: CompiledWorkflow, pairs: readonly Pair[]): CompiledWorkflow {
  const machine = workflow.machine!;
  const own = machine.role!;
  const role: Role = Object.create(own, {
    policies: { value: [{ name: 'Pairs', logicalId: own.logicalId, statements: pairs }] },
    statements: { value: pairs },
    unreadPolicies: { value: [] },
    unresolved: { value: [] },
  }) as Role;
  const changed: Machine = Object.create(machine, { role: { value: role } }) as Machine;
  const app: LocalApp = {
    ...workflow.app!,
    machines: workflow.app!.machines.map(one => (one === machine ? changed : one)),
    roles: workflow.app!.roles.map(one => (one === own ? role : one)),
  };
  return { ...workflow, machine: changed, app };
}

/** The pairs of the workflow's role without which no run is denied or in doubt: a plain one, or one that is stopped while its jobs run. */
export function unneededOf(workflow: CompiledWorkflow, options: LocalRunOptions): string[] {
  const pairs = pairsOf(workflow.machine!.role!);
  return pairs
    .filter(pair => exemptionOf(pair) === undefined)
    .filter(
      pair =>
        deniedBy(
          withPairs(
            workflow,
            pairs.filter(one => one !== pair),
          ),
          options,
        ).length === 0,
    )
    .map(textOf);
}

/** What a run with these pairs is denied: by a plain run, else by one that is stopped while its jobs run. */
function deniedBy(workflow: CompiledWorkflow, options: LocalRunOptions): string[] {
  const plain = denied(workflow, options);
  if (plain.length > 0) return plain;
  const names = Object.keys(options.mocks ?? {});
  return denied(workflow, {
    ...options,
    mocks: Object.fromEntries(names.map(name => [name, { pending: true as const }])),
    abortAfter: 1,
  });
}

/** What is denied, and what AWS documents as needed without anybody knowing whether a run fails without it. */
function denied(workflow: CompiledWorkflow, options: LocalRunOptions): string[] {
  let result: RunResult;
  try {
    result = runLocally(workflow, {}, options);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ROLE_CANNOT_CREATE_RULE') throw error;
    return [(error as Error).message];
  }
  return [...result.permissions.denied.map(one => one.text), ...result.permissions.unknown];
}

function listOf(value: Json | undefined): string[] {
  return (Array.isArray(value) ? (value as readonly Json[]) : [value]).filter(item => typeof item === 'string');
}
