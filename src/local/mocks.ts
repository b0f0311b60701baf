import type { Json, JsonObject } from '../asl';
import { isJsonObject } from '../asl';
import type { TaskAnswer, TaskCall } from '../interpreter';
import { answerOf, payloadResult } from './answer';
import { asMock, isMock, type Mock, type MockOptions } from './mock';

/**
 * A mock that computes its result. It returns the raw result of the service as JSON, or a mock, or a promise of either. If it throws, the Task
 * fails with the error's name.
 *
 * @param input what the service receives: the effective Arguments or Parameters
 * @param call everything else about the call
 */
export type MockFunction = (input: any, call: TaskCall) => any;

/** The mocks of a run, by the name of a state, of a function or other target, or of a resource such as `dynamodb:putItem`. */
export interface Mocks {
  readonly [name: string]: Mock | MockFunction;
}

/** The code of a Lambda function. It receives the event and a Lambda context. */
export type FunctionCode = (event: any, context: any) => unknown;

/**
 * Runs the code of a Lambda function. The code receives the payload, and its return value becomes the function's payload.
 *
 * @param code the function's code, synchronous or asynchronous
 * @param options how long the call takes in virtual time, and more
 */
export function invokes(code: FunctionCode, options: MockOptions = {}): MockFunction {
  return (input: Json, call) => {
    const event = call.kind === 'LambdaFunction' ? input : isJsonObject(input) ? (input.Payload ?? {}) : {};
    const answer = (payload: unknown): Mock =>
      asMock({ returns: payloadResult(throughJson(payload), call), ...options });
    const result = code(structuredClone(event), lambdaContext(call));
    return result instanceof Promise ? result.then(answer) : answer(result);
  };
}

/** The answer of a mock to a call. `place` and `calls` are those of `answerOf`. */
export function answerOfMock(
  mock: Mock | MockFunction,
  call: TaskCall,
  place: string,
  calls: Map<string, number>,
): TaskAnswer | Promise<TaskAnswer> {
  if (typeof mock !== 'function') return answerOf(mock, call, place, calls);
  const answer = (result: Json | Mock): TaskAnswer =>
    isMock(result) ? answerOf(result, call, `${place}, function`, calls) : { output: result };
  const result = mock(call.input, call) as Json | Mock | Promise<Json | Mock>;
  return isPromise(result) ? result.then(answer) : answer(result);
}

function isPromise(value: unknown): value is Promise<Json | Mock> {
  return typeof (value as Promise<unknown> | undefined)?.then === 'function';
}

/** A function's return value as Lambda serializes it: JSON, or null for undefined. */
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
