import { isJsonObject, type Json, type JsonObject } from '../asl';
import type { Execution } from './execution';
import { startNested } from './nested-execution';
import type { OpenCall } from './open-call';
import type { TaskAnswer, TaskCall } from './task-call';

type Answer = (execution: Execution, open: OpenCall, input: JsonObject) => TaskAnswer | undefined;

/** What a run answers by itself when it knows the machine or the task token; everything else is the handlers' work. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  'states:startExecution': startNested,
  'aws-sdk:sfn:startExecution': startNested,
  'aws-sdk:sfn:startSyncExecution': startNested,
  'aws-sdk:sfn:sendTaskSuccess': (execution, { call }, input) => (
    sendTask(execution, call, input, token => execution.world.tokens.succeed(token, parsed(input.Output)))
  ),
  'aws-sdk:sfn:sendTaskFailure': (execution, { call }, input) => (
    sendTask(execution, call, input, token => execution.world.tokens.fail(token, text(input.Error), text(input.Cause)))
  ),
  'aws-sdk:sfn:sendTaskHeartbeat': (execution, { call }, input) => sendTask(execution, call, input, token => execution.world.tokens.heartbeat(token)),
};

/** The answer that the run itself gives to a call, or undefined. */
export function builtInAnswer(execution: Execution, open: OpenCall): TaskAnswer | undefined {
  const { service, action, input } = open.call;
  const answer = ANSWERS[`${service}:${action}`];
  return answer !== undefined && isJsonObject(input) ? answer(execution, open, input) : undefined;
}

function sendTask({ world }: Execution, _call: TaskCall, { TaskToken }: JsonObject, send: (token: string) => void): TaskAnswer | undefined {
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

