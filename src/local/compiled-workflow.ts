import { isJsonObject, type Json, type JsonObject, type WorkflowType } from '../asl';
import type { LocalApp, Machine } from '../cloudformation';
import { StepwrightError } from '../errors';
import { compile, type Program } from '../interpreter';
import { validate, type Diagnostic } from '../validation';
import { reachableMachines, taskNamesOf, type NamedDefinition, type TaskNames } from './task-names';
import { machineNamesOf } from './task-runner';

/** A compiled workflow: a state machine of an app, or a definition alone. */
export interface CompiledWorkflow {
  readonly definition: JsonObject;
  readonly type: WorkflowType | undefined;
  readonly program: Program;
  readonly machine: Machine | undefined;
  readonly app: LocalApp | undefined;
}

/**
 * Compiles a workflow, once for many runs. A definition that AWS refuses to create is refused here too.
 *
 * @throws StepwrightError what compiling it throws, and INVALID_DEFINITION with all that is wrong
 */
export function compileWorkflow(
  definition: JsonObject,
  type?: WorkflowType,
  machine?: Machine,
  app?: LocalApp,
): CompiledWorkflow {
  const own = ownDefinition(definition);
  const program = compile(own, { type });
  const errors = validate(own, { type }).filter(({ severity }) => severity === 'ERROR');
  if (errors.length > 0) throw invalid(errors, machine);
  return { definition: own, type, program, machine, app };
}

/** A copy of the definition as JSON, so that a later edit changes no run. */
function ownDefinition(definition: JsonObject): JsonObject {
  let text: string | undefined;
  try {
    text = JSON.stringify(definition) as string | undefined;
  } catch (cause) {
    throw new StepwrightError('INVALID_DEFINITION', "the definition can't be written as JSON", {
      where: '/',
      received: (cause as Error).message,
      fix: cause instanceof RangeError ? 'Nest it less deeply.' : 'Remove values that are not JSON.',
      cause,
    });
  }
  const own = text === undefined ? undefined : (JSON.parse(text) as Json);
  if (isJsonObject(own)) return own;
  throw new StepwrightError('INVALID_DEFINITION', 'a definition is a JSON object', {
    where: '/',
    received: text?.slice(0, 80) ?? 'nothing',
  });
}

function invalid(errors: readonly Diagnostic[], machine: Machine | undefined): StepwrightError {
  const [first] = errors;
  const shown = errors.slice(0, 5).map(({ message, pointer }) => `${message} (${pointer || '/'})`);
  const more = errors.length > shown.length ? [`and ${errors.length - shown.length} more`] : [];
  return new StepwrightError(
    'INVALID_DEFINITION',
    `AWS would reject this definition: ${[...shown, ...more].join('; ')}`,
    {
      where: machine ? `${machine.logicalId}, ${first.pointer || '/'}` : first.pointer || '/',
      fix: first.fix,
    },
  );
}

/** Compiles a state machine of an app. */
export function compileMachine(machine: Machine, app: LocalApp): CompiledWorkflow {
  return compileWorkflow(machine.definition, machine.type, machine, app);
}

/** The definitions that a run may reach, with the names of their machines. */
export function namedDefinitions({ definition, machine, app }: CompiledWorkflow): NamedDefinition[] {
  if (!machine) return [{ names: [], definition }];
  return reachableMachines(machine, app).map(reachable => ({
    names: machineNamesOf(reachable),
    definition: reachable.definition,
  }));
}

const TASK_NAMES = new WeakMap<CompiledWorkflow, TaskNames>();

/** The names that the mocks of a workflow can have. They are collected once, not for each run. */
export function mockNames(workflow: CompiledWorkflow): TaskNames {
  const before = TASK_NAMES.get(workflow);
  if (before) return before;
  const names = taskNamesOf(namedDefinitions(workflow), workflow.app);
  TASK_NAMES.set(workflow, names);
  return names;
}
