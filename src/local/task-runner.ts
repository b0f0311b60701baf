import type { LocalApp, Machine } from '../cloudformation';
import { StepwrightError } from '../errors';
import type { TaskAnswer, TaskCall, TaskRunner } from '../interpreter';
import type { CallChecks } from './call-checks';
import type { CodeSurroundings } from './function-code';
import { functionOf, type FunctionSettings } from './lambda-context';
import { checkNestedStart, machineOf } from './machine-finder';
import { answerOfMock, ownMocks, type Mocks } from './mocks';
import { namesOf, targetNeighbor, targetOf } from './targets';
import { shortResource } from './task-names';

/** One attempt of one Task, and the names that a test can use for it. */
export interface RecordedCall {
  readonly call: TaskCall;
  /** The most specific first. */
  readonly names: readonly string[];
}

/** What answers the Tasks of one run, including those of nested executions. */
export interface TaskWorld {
  readonly mocks: Mocks;
  readonly app: LocalApp | undefined;
  readonly checks: CallChecks;
  /** The names of the run's own machine. */
  readonly machineNames: readonly string[];
}

/** How a run gets the answers of its Tasks, and the calls so far. */
export interface TaskAnswers {
  /** Answers a call with its mock. @throws StepwrightError TASK_WITHOUT_MOCK */
  readonly onTask: TaskRunner;
  /** Reports whether a call that the run can answer itself has a mock. */
  readonly answersItself: (call: TaskCall) => boolean;
  /** All calls so far, in order. */
  readonly recorded: readonly RecordedCall[];
  /** Warnings so far, each once. */
  readonly warnings: ReadonlySet<string>;
}

/** Mocks, and how often each was called. */
interface CountedMocks {
  readonly mocks: Mocks;
  readonly calls: Map<string, number>;
}

/** Answers from mocks, which a redrive continues. */
export interface MockAnswers extends TaskAnswers {
  /** The answers of a redrive: the new mocks come first, then these, which continue where they stopped. */
  readonly again: (mocks: Mocks | undefined) => MockAnswers;
}

/** Answers the Tasks of one run with their mocks. */
export function taskAnswers(world: TaskWorld): MockAnswers {
  return answersFrom(world, [{ mocks: ownMocks(world.mocks), calls: new Map() }], [], new Set());
}

function answersFrom(
  world: TaskWorld,
  layers: readonly CountedMocks[],
  recorded: RecordedCall[],
  warnings: Set<string>,
): MockAnswers {
  const { app } = world;
  const surroundings: CodeSurroundings = {
    settingsOf: call => settingsOfFunction(app, call),
    warn: text => warnings.add(text),
  };
  const callNames = rememberedNames(world);
  /** The mock of a call, and its key. The run asks twice about a call that it can answer itself, but the call is recorded once. */
  const mockOf = (call: TaskCall): { readonly of: CountedMocks; readonly key: string } | undefined => {
    const last = recorded.at(-1);
    const { names } = last?.call === call ? last : recorded[recorded.push({ call, names: callNames(call) }) - 1];
    for (const of of layers) {
      const key = names.find(name => Object.hasOwn(of.mocks, name));
      if (key !== undefined) return { of, key };
    }
    return undefined;
  };
  return {
    recorded,
    warnings,
    answersItself: call => {
      const mocked = mockOf(call) !== undefined;
      if (!mocked) checkNestedStart(app, call);
      return mocked;
    },
    onTask: call => {
      const found = mockOf(call);
      const refused = world.checks.refused(call);
      if (refused !== undefined) return refused;
      if (found === undefined) return answerWithoutMock(world, call);
      const mock = found.of.mocks[found.key];
      const answer = answerOfMock(mock, call, found.key, found.of.calls, surroundings);
      const how = { literal: typeof mock !== 'function', warn: surroundings.warn };
      return answer instanceof Promise
        ? answer.then(one => world.checks.checked(call, one, how))
        : world.checks.checked(call, answer, how);
    },
    again: mocks =>
      answersFrom(
        world,
        [
          ...(mocks ? [{ mocks: ownMocks(mocks), calls: new Map<string, number>() }] : []),
          ...layers.map(of => ({ mocks: of.mocks, calls: new Map(of.calls) })),
        ],
        [...recorded],
        new Set(warnings),
      ),
  };
}

/** The names of a machine, for mocks that qualify a state with it. */
export function machineNamesOf(machine: Machine): string[] {
  return namesOf(machine);
}

/** The settings of the function that a call names, from its template. */
function settingsOfFunction(app: LocalApp | undefined, call: TaskCall): FunctionSettings {
  const found = targetNeighbor(app, functionOf(call));
  const number = (name: string): number | undefined => {
    const value = Number(found?.property(name));
    return Number.isFinite(value) ? value : undefined;
  };
  const runtime = found?.property('Runtime');
  return {
    name: found?.name,
    runtime: typeof runtime === 'string' ? runtime : undefined,
    timeoutSeconds: number('Timeout'),
    memoryMb: number('MemorySize'),
  };
}

/** The names of calls. All calls of one state to one target have the same names. */
function rememberedNames(world: TaskWorld): (call: TaskCall) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return call => {
    const target = targetOf(call);
    const key = JSON.stringify([call.stateMachineArn, call.stateName, target]);
    const before = known.get(key);
    if (before) return before;
    const names = namesOfCall(world, call, target);
    known.set(key, names);
    return names;
  };
}

/** The names that a mock of this call can have, the most specific first. */
function namesOfCall({ app, machineNames }: TaskWorld, call: TaskCall, target: string | undefined): string[] {
  const machine = machineOf(app, call.stateMachineArn);
  const neighbor = target === undefined ? undefined : targetNeighbor(app, target);
  const short = shortResource(call.resource);
  return [
    ...(machine ? machineNamesOf(machine) : machineNames).map(name => `${name}/${call.stateName}`),
    call.stateName,
    ...(neighbor ? namesOf(neighbor) : []),
    ...(target === undefined ? [] : [target]),
    call.resource,
    short,
    short.replace(/\.(sync(:2)?|waitForTaskToken)$/, ''),
  ];
}

function answerWithoutMock(world: TaskWorld, call: TaskCall): TaskAnswer {
  const answer = world.checks.unmocked(call);
  if (answer === undefined) throw withoutMock(world, call);
  return answer;
}

function withoutMock({ app }: TaskWorld, call: TaskCall): StepwrightError {
  const target = targetOf(call);
  const neighbor = target === undefined ? undefined : targetNeighbor(app, target);
  const what =
    call.kind === 'Task'
      ? shortResource(call.resource)
      : call.kind === 'Activity'
        ? 'an activity'
        : 'a Lambda function';
  const answer =
    call.service === 'lambda' && call.pattern === 'REQUEST_RESPONSE' ? 'returnsPayload({ … })' : 'returns({ … })';
  return new StepwrightError('TASK_WITHOUT_MOCK', `the Task '${call.stateName}' has no mock`, {
    where: `state '${call.stateName}'`,
    received: `a call of ${what}${neighbor ? ` on ${neighbor.logicalId}` : ''} with ${shortened(JSON.stringify(call.input))}`,
    fix: `Add one to mocks: { ${JSON.stringify(call.stateName)}: ${answer} }`,
  });
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
