import type { LocalApp, Machine } from '../cloudformation';
import { StepwrightError } from '../errors';
import type { TaskCall, TaskRunner } from '../interpreter';
import { handle, type Tasks } from './handlers';
import { checkNestedStart, machineOf } from './machine-finder';
import { namesOf, targetNeighbour, targetOf } from './targets';
import { shortResource } from './task-names';

/** One attempt of one Task, and the names by which it can be asked for. */
export interface RecordedCall {
  readonly call: TaskCall;
  /** The most specific first. */
  readonly names: readonly string[];
}

/** What the Tasks of one run are answered with, those of nested executions included. */
export interface TaskWorld {
  readonly tasks: Tasks;
  readonly app: LocalApp | undefined;
  /** The names of the run's own machine. */
  readonly machineNames: readonly string[];
}

/** The two places where a run asks about its Tasks, and what was asked. */
export interface TaskAnswers {
  /** Answers a call by its handler. @throws StepwrightError TASK_WITHOUT_HANDLER */
  readonly onTask: TaskRunner;
  /** Whether a call that the run can answer itself has a handler. */
  readonly answersItself: (call: TaskCall) => boolean;
  /** All calls so far, in order. */
  readonly recorded: readonly RecordedCall[];
}

/** Handlers, and how often each was asked. */
interface Handlers {
  readonly tasks: Tasks;
  readonly asked: Map<string, number>;
}

/** Answers by handlers, which a redrive asks on. */
export interface HandlerAnswers extends TaskAnswers {
  /** The answers of a redrive: other handlers are asked first, then these, from where they stand now. */
  readonly again: (tasks: Tasks | undefined) => HandlerAnswers;
}

/** Answers the Tasks of one run by their handlers. */
export function taskAnswers(world: TaskWorld): HandlerAnswers {
  return answersBy(world, [{ tasks: world.tasks, asked: new Map() }], []);
}

function answersBy(world: TaskWorld, handlers: readonly Handlers[], recorded: RecordedCall[]): HandlerAnswers {
  const { app } = world;
  const callNames = rememberedNames(world);
  /** The handler of a call, and its key. Calls that the run can answer itself are asked about before; they are recorded once. */
  const handlerOf = (call: TaskCall): { readonly of: Handlers; readonly key: string } | undefined => {
    const last = recorded.at(-1);
    const { names } = last?.call === call ? last : recorded[recorded.push({ call, names: callNames(call) }) - 1];
    for (const of of handlers) {
      const key = names.find(name => Object.hasOwn(of.tasks, name));
      if (key !== undefined) return { of, key };
    }
    return undefined;
  };
  return {
    recorded,
    answersItself: call => {
      const handled = handlerOf(call) !== undefined;
      if (!handled) checkNestedStart(app, call);
      return handled;
    },
    onTask: call => {
      const found = handlerOf(call);
      if (found === undefined) throw withoutHandler(world, call);
      return handle(found.of.tasks[found.key], call, found.key, found.of.asked);
    },
    again: tasks =>
      answersBy(
        world,
        [
          ...(tasks ? [{ tasks, asked: new Map<string, number>() }] : []),
          ...handlers.map(of => ({ tasks: of.tasks, asked: new Map(of.asked) })),
        ],
        [...recorded],
      ),
  };
}

/** The names of a machine, for handlers that qualify a state by it. */
export function machineNamesOf(machine: Machine): string[] {
  return namesOf(machine);
}

/** The names of calls; those of one state that go to one target are the same. */
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

/** The names under which a handler can be given for a call: the most specific first. */
function namesOfCall({ app, machineNames }: TaskWorld, call: TaskCall, target: string | undefined): string[] {
  const machine = machineOf(app, call.stateMachineArn);
  const neighbour = target === undefined ? undefined : targetNeighbour(app, target);
  const short = shortResource(call.resource);
  return [
    ...(machine ? machineNamesOf(machine) : machineNames).map(name => `${name}/${call.stateName}`),
    call.stateName,
    ...(neighbour ? namesOf(neighbour) : []),
    ...(target === undefined ? [] : [target]),
    call.resource,
    short,
    short.replace(/\.(sync(:2)?|waitForTaskToken)$/, ''),
  ];
}

function withoutHandler({ app }: TaskWorld, call: TaskCall): StepwrightError {
  const target = targetOf(call);
  const neighbour = target === undefined ? undefined : targetNeighbour(app, target);
  const what =
    call.kind === 'Task'
      ? shortResource(call.resource)
      : call.kind === 'Activity'
        ? 'an activity'
        : 'a Lambda function';
  const answer =
    call.service === 'lambda' && call.pattern === 'REQUEST_RESPONSE' ? 'returnsPayload({ … })' : 'returns({ … })';
  return new StepwrightError('TASK_WITHOUT_HANDLER', `the Task '${call.stateName}' has no handler`, {
    where: `state '${call.stateName}'`,
    received: `a call of ${what}${neighbour ? ` on ${neighbour.logicalId}` : ''} with ${shortened(JSON.stringify(call.input))}`,
    fix: `Add one to tasks: { ${JSON.stringify(call.stateName)}: ${answer} }`,
  });
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
