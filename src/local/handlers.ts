import type { Json, JsonObject } from '../asl';
import { isJsonObject } from '../asl';
import type { TaskAnswer, TaskCall } from '../interpreter';
import { answerOf, payloadResult } from './answer';
import { behaviour, isBehaviour, type Behaviour, type Timing } from './behaviour';

/**
 * Answers a Task. What it returns, now or as a promise, is the raw result of the service, as JSON, or a behaviour; an error that it throws
 * fails the Task with the error's name.
 *
 * @param input what the service receives: the effective Arguments or Parameters
 * @param call all else about the call
 */
export type TaskFunction = (input: any, call: TaskCall) => any;

/** What answers a Task: a behaviour, or a function. */
export type TaskHandler = Behaviour | TaskFunction;

/** Who answers which Task, by the name of a state, of a function or other target, or of a resource such as `dynamodb:putItem`. */
export interface Tasks {
  readonly [name: string]: TaskHandler;
}

/** What a Lambda function's code looks like: it receives the event and a context. */
export type LambdaHandler = (event: any, context: any) => unknown;

/**
 * Runs the code of a Lambda function: it receives the payload, and what it returns comes back as the function's payload.
 *
 * @param handler the function's handler, synchronous or asynchronous
 * @param timing how long the call takes in virtual time
 */
export function invokes(handler: LambdaHandler, timing: Timing = {}): TaskFunction {
  return (input: Json, call) => {
    const event = call.kind === 'LambdaFunction' ? input : isJsonObject(input) ? (input.Payload ?? {}) : {};
    const answer = (payload: unknown): Behaviour =>
      behaviour({ returns: payloadResult(throughJson(payload), call), ...timing });
    const result = handler(structuredClone(event), lambdaContext(call));
    return result instanceof Promise ? result.then(answer) : answer(result);
  };
}

/** What a handler answers to a call. */
export function handle(
  handler: TaskHandler,
  call: TaskCall,
  place: string,
  calls: Map<string, number>,
): TaskAnswer | Promise<TaskAnswer> {
  if (typeof handler !== 'function') return answerOf(handler, call, place, calls);
  const answer = (result: Json | Behaviour): TaskAnswer =>
    isBehaviour(result) ? answerOf(result, call, `${place}, function`, calls) : { output: result };
  const result = handler(call.input, call) as Json | Behaviour | Promise<Json | Behaviour>;
  return isPromise(result) ? result.then(answer) : answer(result);
}

function isPromise(value: unknown): value is Promise<Json | Behaviour> {
  return typeof (value as Promise<unknown> | undefined)?.then === 'function';
}

/** What Lambda makes of a function's return value: JSON, null for nothing. */
function throughJson(value: unknown): Json {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? null : (JSON.parse(text) as Json);
}

function lambdaContext({ input, resource, kind }: TaskCall): JsonObject {
  const named =
    kind === 'LambdaFunction'
      ? resource
      : isJsonObject(input) && typeof input.FunctionName === 'string'
        ? input.FunctionName
        : resource;
  return {
    awsRequestId: '00000000-0000-4000-8000-000000000000',
    functionName: named.split(':')[6] ?? named,
    invokedFunctionArn: named,
  };
}
