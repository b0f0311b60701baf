import { isJsonObject, type Json, type JsonObject } from '../asl';
import type { Execution } from './execution';
import { startNested } from './nested-execution';
import type { OpenCall } from './open-call';
import type { TaskResource } from './resource';
import type { TaskAnswer } from './task-call';

/** What the run itself answers to a call; undefined leaves it to the mocks. */
export type BuiltIn = (execution: Execution, open: OpenCall) => TaskAnswer | undefined;

type Answer = (execution: Execution, open: OpenCall, input: JsonObject) => TaskAnswer | undefined;

/** The calls that a run answers itself if it knows the machine or the task token. Mocks answer all other calls. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  'states:startExecution': startNested,
  'aws-sdk:sfn:startExecution': startNested,
  'aws-sdk:sfn:startSyncExecution': startNested,
  'aws-sdk:sfn:sendTaskSuccess': (execution, _, input) =>
    sendTask(execution, input, token => execution.world.tokens.succeed(token, parsed(input.Output))),
  'aws-sdk:sfn:sendTaskFailure': (execution, _, input) =>
    sendTask(execution, input, token => execution.world.tokens.fail(token, text(input.Error), text(input.Cause))),
  'aws-sdk:sfn:sendTaskHeartbeat': (execution, _, input) =>
    sendTask(execution, input, token => execution.world.tokens.heartbeat(token)),
};

/** What answers calls of a resource inside the run, or undefined if only mocks do. */
export function builtInOf({ service, action }: TaskResource): BuiltIn | undefined {
  const answer = ANSWERS[`${service}:${action}`];
  return (
    answer &&
    ((execution, open) => (isJsonObject(open.call.input) ? answer(execution, open, open.call.input) : undefined))
  );
}

function sendTask(
  { world }: Execution,
  { TaskToken }: JsonObject,
  send: (token: string) => void,
): TaskAnswer | undefined {
  if (typeof TaskToken !== 'string' || !world.tokens.has(TaskToken)) return undefined;
  send(TaskToken);
  return { output: {} };
}

function parsed(output: Json | undefined): Json {
  if (typeof output !== 'string') return output ?? null;
  try {
    return JSON.parse(output) as Json;
  } catch {
    return output;
  }
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
