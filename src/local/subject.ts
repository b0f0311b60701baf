import type { JsonObject, WorkflowType } from '../asl';
import { compile, type Program } from '../interpreter';
import type { LocalApp, Machine } from '../template';
import { reachableMachines, type NamedDefinition } from './task-names';
import { machineNamesOf } from './task-runner';

/** What runs: a machine of an app, or a definition alone. */
export interface Subject {
  readonly definition: JsonObject;
  readonly type: WorkflowType | undefined;
  readonly program: Program;
  readonly machine: Machine | undefined;
  readonly app: LocalApp | undefined;
}

/** Compiles what runs, once for many runs. */
export function subjectOf(definition: JsonObject, type?: WorkflowType, machine?: Machine, app?: LocalApp): Subject {
  return { definition, type, program: compile(definition, { type }), machine, app };
}

/** A machine of an app as what runs. */
export function subjectOfMachine(machine: Machine, app: LocalApp): Subject {
  return subjectOf(machine.definition, machine.type, machine, app);
}

/** The definitions that a run may reach, with the names of their machines. */
export function namedDefinitions({ definition, machine, app }: Subject): NamedDefinition[] {
  if (!machine) return [{ names: [], definition }];
  return reachableMachines(machine, app).map(reachable => ({ names: machineNamesOf(reachable), definition: reachable.definition }));
}
