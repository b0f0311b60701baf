import {
  inexactNumber,
  isJsonObject,
  STATE_FIELDS,
  STATE_TYPES,
  type ChoiceState,
  type FailState,
  type Json,
  type JsonObject,
  type MapState,
  type ParallelState,
  type PassState,
  type QueryLanguage,
  type StateMachineDefinition,
  type StateType,
  type SucceedState,
  type TaskState,
  type WaitState,
  type WorkflowType,
  pointerStep,
} from '../asl';
import { didYouMean, StepwrightError, type ErrorCode } from '../errors';
import { compileCatchers } from './catch';
import type { CompiledScope, CompiledState } from './frame';
import type { HistoryEventType } from './history-event';
import { parseDefinition } from './parse-definition';
import type { Program } from './program';
import { compileRetriers } from './retry';
import { checkShape } from './shape';
import { compileChoice } from './states/choice';
import { compileFail } from './states/fail';
import { compileMap } from './states/map';
import { compileParallel } from './states/parallel';
import { compilePass } from './states/pass';
import { compileSucceed } from './states/succeed';
import { compileTask } from './states/task';
import { compileWait } from './states/wait';

/** What is known while a definition is compiled. */
interface Surroundings {
  readonly machineLanguage: QueryLanguage;
  readonly pointer: string;
}

/**
 * Compiles a definition once into closures: each path, template, expression and rule is parsed here and never again.
 *
 * @param definition the definition, or its JSON text
 * @throws StepwrightError DEFINITION_NOT_JSON, INVALID_DEFINITION, UNKNOWN_STATE_TYPE, UNKNOWN_TARGET, INVALID_RESOURCE, PATH_SYNTAX, INTRINSIC_SYNTAX,
 * JSONATA_SYNTAX and PAYLOAD_TEMPLATE_SYNTAX, each with the JSON pointer of its place
 */
export function compile(definition: Json | string, options: { readonly type?: WorkflowType } = {}): Program {
  const machine = parseDefinition(definition) as unknown as StateMachineDefinition;
  const machineLanguage: QueryLanguage = machine.QueryLanguage === 'JSONata' ? 'JSONata' : 'JSONPath';
  const scope = compileMachine(machine as unknown as JsonObject, machineLanguage);
  const inexact = inexactNumber(machine as unknown as Json);
  return { scope, type: options.type, timeoutSeconds: machine.TimeoutSeconds, ...(inexact ? { inexact } : {}) };
}

/** States inside of states go on the stack; what is nested deeper than any machine that AWS takes is refused before it overflows into the reader's face. */
function compileMachine(machine: JsonObject, machineLanguage: QueryLanguage): CompiledScope {
  try {
    return compileScope(machine, { machineLanguage, pointer: '' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new StepwrightError('INVALID_DEFINITION', 'the definition is nested too deeply', {
      where: '/',
      fix: 'Move a part of it into another state machine, and start that from a Task.',
      cause: error,
    });
  }
}

function compileScope(scope: JsonObject, around: Surroundings): CompiledScope {
  const { pointer } = around;
  const states = scope.States;
  if (!isJsonObject(states) || Object.keys(states).length === 0) {
    throw new StepwrightError('INVALID_DEFINITION', 'States is missing or empty', {
      where: pointer || '/',
      received: JSON.stringify(states) ?? 'nothing',
      allowed: 'an object with at least one state',
    });
  }
  const compiled = new Map<string, CompiledState>();
  for (const [name, state] of Object.entries(states)) {
    const place = `${pointer}/States${pointerStep(name)}`;
    if (!isJsonObject(state)) {
      throw new StepwrightError('INVALID_DEFINITION', `the state '${name}' is not an object`, {
        where: place,
        received: JSON.stringify(state),
      });
    }
    compiled.set(name, compileState(name, state, { ...around, pointer: place }));
  }
  link(states, compiled, pointer);
  return { states: compiled, start: target(scope.StartAt, compiled, `${pointer}/StartAt`, 'StartAt') };
}

/** Connects states with those that follow; every target must exist, also those that a run might not reach. */
function link(states: JsonObject, compiled: ReadonlyMap<string, CompiledState>, pointer: string): void {
  for (const [name, state] of compiled) {
    const place = `${pointer}/States${pointerStep(name)}`;
    const source = states[name] as JsonObject;
    if (source.Next !== undefined) state.next = target(source.Next, compiled, `${place}/Next`, 'Next');
    if (source.Default !== undefined) target(source.Default, compiled, `${place}/Default`, 'Default');
    for (const field of ['Choices', 'Catch']) {
      const rules = source[field];
      if (Array.isArray(rules)) {
        rules.forEach((rule: Json, i) =>
          target((rule as JsonObject).Next, compiled, `${place}/${field}/${i}/Next`, 'Next'),
        );
      }
    }
    const continues = Object.hasOwn(STATE_FIELDS[state.type], 'End');
    if (continues && source.Next === undefined && source.End !== true) {
      throw new StepwrightError('INVALID_DEFINITION', `the state '${name}' has neither Next nor End`, {
        where: place,
        fix: 'Add "Next", or "End": true.',
      });
    }
  }
}

function target(
  name: Json | undefined,
  compiled: ReadonlyMap<string, CompiledState>,
  where: string,
  field: string,
): CompiledState {
  const state = typeof name === 'string' ? compiled.get(name) : undefined;
  if (state) return state;
  throw new StepwrightError('UNKNOWN_TARGET', `${field} names a state that doesn't exist in its scope`, {
    where,
    received: JSON.stringify(name) ?? 'nothing',
    allowed: [...compiled.keys()]
      .slice(0, 20)
      .map(known => JSON.stringify(known))
      .join(', '),
    fix: `Use the name of a state in the same scope${typeof name === 'string' ? didYouMean(name, compiled.keys()) : ''}`,
  });
}

function compileState(name: string, state: JsonObject, around: Surroundings): CompiledState {
  const type = state.Type;
  if (!STATE_TYPES.includes(type as StateType)) {
    throw new StepwrightError('UNKNOWN_STATE_TYPE', `the state '${name}' has an unknown Type`, {
      where: `${around.pointer}/Type`,
      received: JSON.stringify(type) ?? 'nothing',
      allowed: STATE_TYPES.join(', '),
      fix: `Use one of the eight types${typeof type === 'string' ? didYouMean(type, STATE_TYPES) : ''}`,
    });
  }
  const known = type as StateType;
  checkShape(name, state, around.pointer);
  const language: QueryLanguage =
    (state.QueryLanguage ?? around.machineLanguage) === 'JSONata' ? 'JSONata' : 'JSONPath';
  const compiled = placed(around.pointer, name, () => ({
    name,
    type: known,
    language,
    entered: `${known}StateEntered` as HistoryEventType,
    exited: `${known}StateExited` as HistoryEventType,
    next: undefined,
    retriers: compileRetriers((state as unknown as TaskState).Retry),
    catchers: compileCatchers((state as unknown as TaskState).Catch, language),
    run: runOf(known, state, language, around),
  }));
  return compiled;
}

function runOf(
  type: StateType,
  state: JsonObject,
  language: QueryLanguage,
  around: Surroundings,
): CompiledState['run'] {
  const source: unknown = state;
  switch (type) {
    case 'Pass':
      return compilePass(source as PassState, language);
    case 'Task':
      return compileTask(source as TaskState, language);
    case 'Choice':
      return compileChoice(source as ChoiceState, language);
    case 'Wait':
      return compileWait(source as WaitState, language);
    case 'Succeed':
      return compileSucceed(source as SucceedState, language);
    case 'Fail':
      return compileFail(source as FailState, language);
    case 'Parallel': {
      const branches = (source as ParallelState).Branches as unknown as JsonObject[];
      return compileParallel(
        source as ParallelState,
        language,
        branches.map((branch, i) => compileScope(branch, { ...around, pointer: `${around.pointer}/Branches/${i}` })),
      );
    }
    case 'Map': {
      const field = state.ItemProcessor === undefined ? 'Iterator' : 'ItemProcessor';
      return compileMap(
        source as MapState,
        language,
        compileScope((state[field] ?? {}) as JsonObject, { ...around, pointer: `${around.pointer}/${field}` }),
      );
    }
  }
}

/** The codes of syntax errors, by error class. */
const SYNTAX_CODES: Readonly<Record<string, ErrorCode>> = {
  PathSyntaxError: 'PATH_SYNTAX',
  IntrinsicSyntaxError: 'INTRINSIC_SYNTAX',
  JsonataSyntaxError: 'JSONATA_SYNTAX',
  TemplateSyntaxError: 'PAYLOAD_TEMPLATE_SYNTAX',
};

/** Errors of paths and expressions know their text; the place is added here, once. */
function placed<T>(where: string, name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StepwrightError && error.where?.startsWith('/')) throw error;
    if (error instanceof RangeError) throw error;
    const { name: kind, message } = error as Error;
    const { code, summary, fix } =
      error instanceof StepwrightError
        ? error
        : { code: SYNTAX_CODES[kind] ?? ('INVALID_DEFINITION' as const), summary: message, fix: undefined };
    throw new StepwrightError(code, `the state '${name}' can't be compiled: ${summary}`, { where, fix, cause: error });
  }
}
