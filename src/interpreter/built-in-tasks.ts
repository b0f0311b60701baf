import { isJsonObject, type Json, type JsonObject } from '../asl';
import { startNested } from './nested-execution';
import type { OpenCall } from './open-call';
import type { TaskResource } from './resource';
import type { TaskAnswer } from './task-call';
import type { TaskTokens } from './task-tokens';

/** What the run itself answers to a call; undefined leaves it to the mocks. */
export type BuiltIn = (open: OpenCall) => TaskAnswer | undefined;

type Answer = (open: OpenCall, input: JsonObject) => TaskAnswer | undefined;

/** The calls that a run answers itself if it knows the machine or the task token. Mocks answer all other calls. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  'states:startExecution': startNested,
  'aws-sdk:sfn:startExecution': startNested,
  'aws-sdk:sfn:startSyncExecution': startNested,
  'aws-sdk:sfn:sendTaskSuccess': (open, input) =>
    sendTask(open, input, (tokens, token) => tokens.succeed(token, parsed(input.Output))),
  'aws-sdk:sfn:sendTaskFailure': (open, input) =>
    sendTask(open, input, (tokens, token) => tokens.fail(token, text(input.Error), text(input.Cause))),
  'aws-sdk:sfn:sendTaskHeartbeat': (open, input) => sendTask(open, input, (tokens, token) => tokens.heartbeat(token)),
};

/** What answers calls of a resource inside the run, or undefined if only mocks do. */
export function builtInOf({ service, action }: TaskResource): BuiltIn | undefined {
  const answer = ANSWERS[`${service}:${action}`];
  return answer && (open => (isJsonObject(open.call.input) ? answer(open, open.call.input) : undefined));
}

function sendTask(
  { frame }: OpenCall,
  { TaskToken }: JsonObject,
  send: (tokens: TaskTokens, token: string) => void,
): TaskAnswer | undefined {
  const { tokens } = frame.execution.world;
  if (typeof TaskToken !== 'string' || !tokens.has(TaskToken)) return undefined;
  send(tokens, TaskToken);
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
