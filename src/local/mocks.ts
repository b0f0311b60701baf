import type { Json } from '../asl';
import { copyJson } from '../asl';
import { ownJsonOnce, type TaskAnswer, type TaskCall } from '../interpreter';
import { answerOf } from './answer';
import { callCode, type CodeSurroundings, type FunctionCode } from './function-code';
import { isMock, type Mock, type MockOptions } from './mock';
import { isTaskError } from './task-error';

/**
 * A mock that computes its result. It returns the raw result of the service as JSON, or a mock, or a promise of either.
 * To make the Task fail, it returns `fails(…)` or throws a `TaskError`. Any other error that it throws is a mistake in
 * the test: it ends the run, and no Catch handles it.
 *
 * @param input what the service receives: the effective Arguments or Parameters, as a copy
 * @param call everything else about the call
 */
export type MockFunction = (input: any, call: TaskCall) => any;

/** The mocks of a run, by the name of a state, of a function or other target, or of a resource such as `dynamodb:putItem`. */
export interface Mocks {
  readonly [name: string]: Mock | MockFunction;
}

/** The function that `invokes` creates. It also needs to know about the run. */
type SurroundedFunction = (input: any, call: TaskCall, surroundings: CodeSurroundings) => any;

/**
 * Runs the code of a Lambda function as Lambda does. The code receives the payload, and its return value, as JSON, becomes
 * the function's payload. Whatever it throws is the function's error, except a failed `expect` of jest or vitest, which
 * ends the run.
 *
 * @param code the function's code, synchronous or asynchronous
 * @param options how long the call takes in virtual time, and more
 */
export function invokes(code: FunctionCode, options: MockOptions = {}): MockFunction {
  const mock: SurroundedFunction = (input, call, surroundings) =>
    callCode(code, input as Json, call, options, surroundings);
  return mock as MockFunction;
}

/** Copies the mocks of a run, so that an edit during the run changes no later call. */
export function ownMocks(mocks: Mocks): Mocks {
  return Object.fromEntries(
    Object.entries(mocks).map(([name, mock]) => [
      name,
      typeof mock === 'function' || isMock(mock) ? mock : ownMock(mock),
    ]),
  );
}

/** Data that isn't JSON stays as it is; the call that uses it reports it. */
function ownMock(mock: Mock): Mock {
  return (ownJsonOnce(mock) as Mock | undefined) ?? mock;
}

/** The answer of a mock to a call. `place` and `calls` are those of `answerOf`. */
export function answerOfMock(
  mock: Mock | MockFunction,
  call: TaskCall,
  place: string,
  calls: Map<string, number>,
  surroundings: CodeSurroundings,
): TaskAnswer | Promise<TaskAnswer> {
  if (typeof mock !== 'function') return answerOf(mock, call, place, calls);
  const answer = (result: Json | Mock): TaskAnswer =>
    isMock(result) ? answerOf(result, call, `${place}, function`, calls) : { output: result };
  const input = copyJson(call.input);
  try {
    const result = (mock as SurroundedFunction)(input, { ...call, input }, surroundings) as Result | Promise<Result>;
    return isThenable(result) ? Promise.resolve(result).then(answer).catch(thrown) : answer(result);
  } catch (error) {
    return thrown(error);
  }
}

type Result = Json | Mock;

/** The answer for an error that a mock threw. */
function thrown(error: unknown): TaskAnswer {
  if (isTaskError(error)) return { error: error.error, cause: error.causeText };
  throw error;
}

function isThenable(value: unknown): value is Promise<Result> {
  return typeof (value as PromiseLike<unknown> | undefined | null)?.then === 'function';
}
