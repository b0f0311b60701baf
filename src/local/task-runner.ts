import { StepwrightError } from '../errors';
import type { TaskAnswer, TaskCall, TaskRunner } from '../interpreter';
import type { LocalApp, Machine } from '../template';
import { handle, type Tasks } from './handlers';
import { namesOf, targetNeighbour, targetOf } from './targets';
import { shortResource } from './task-names';

/** One attempt of one Task, and the names by which it can be asked for. */
export interface RecordedCall {
  readonly call: TaskCall;
  /** The most specific first. */
  readonly names: readonly string[];
}

/** What Tasks of one run, nested executions included, are answered with. */
export interface TaskWorld {
  readonly tasks: Tasks;
  readonly app: LocalApp | undefined;
  /** How often each handler's sequences were asked. */
  readonly calls: Map<string, number>;
  /** All calls so far, in order. */
  readonly recorded: RecordedCall[];
  /** Runs another machine of the app for a Task that starts one; undefined if the call starts none of them. */
  readonly startNested: (call: TaskCall) => TaskAnswer | Promise<TaskAnswer> | undefined;
}

/** Answers the Tasks of one machine: by a handler, else by running the machine that the Task starts, else not at all. */
export function taskRunner(world: TaskWorld, machineNames: readonly string[]): TaskRunner {
  return call => {
    const names = namesOfCall(world.app, machineNames, call);
    world.recorded.push({ call, names });
    const key = names.find(name => Object.hasOwn(world.tasks, name));
    if (key !== undefined) return handle(world.tasks[key], call, key, world.calls);
    const nested = world.startNested(call);
    if (nested === undefined) throw withoutHandler(world, call);
    return nested;
  };
}

/** The names of a machine, for handlers that qualify a state by it. */
export function machineNamesOf(machine: Machine): string[] {
  return namesOf({ ...pick(machine), type: 'AWS::StepFunctions::StateMachine', ref: undefined, properties: {} });
}

function pick({ logicalId, stack, path, name, arn }: Machine): { logicalId: string; stack: string; path?: string; name: string; arn: string } {
  return { logicalId, stack, path, name, arn };
}

/** The names under which a handler can be given for a call: the most specific first. */
function namesOfCall(app: LocalApp | undefined, machineNames: readonly string[], call: TaskCall): string[] {
  const target = targetOf(call);
  const neighbour = target === undefined ? undefined : targetNeighbour(app, target);
  const short = shortResource(call.resource);
  return [
    ...machineNames.map(machine => `${machine}/${call.stateName}`),
    call.stateName,
    ...neighbour ? namesOf(neighbour) : [],
    ...target === undefined ? [] : [target],
    call.resource,
    short,
    short.replace(/\.(sync(:2)?|waitForTaskToken)$/, ''),
  ];
}

function withoutHandler({ app }: TaskWorld, call: TaskCall): StepwrightError {
  const target = targetOf(call);
  const neighbour = target === undefined ? undefined : targetNeighbour(app, target);
  const what = call.kind === 'Task' ? shortResource(call.resource) : call.kind === 'Activity' ? 'an activity' : 'a Lambda function';
  const answer = call.service === 'lambda' && call.pattern === 'REQUEST_RESPONSE' ? 'returnsPayload({ … })' : 'returns({ … })';
  return new StepwrightError('TASK_WITHOUT_HANDLER', `the Task '${call.stateName}' has no handler`, {
    where: `state '${call.stateName}'`,
    received: `a call of ${what}${neighbour ? ` on ${neighbour.logicalId}` : ''} with ${shortened(JSON.stringify(call.input))}`,
    fix: `Add one to tasks: { ${JSON.stringify(call.stateName)}: ${answer} }`,
  });
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
