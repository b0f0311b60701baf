import { payloadResult } from './answer';
import { isAssertionError } from './assertion-error';
import { lambdaContext, type FunctionSettings } from './lambda-context';
import { lambdaError } from './lambda-error';
import { asMock, type Mock, type MockOptions } from './mock';
import { isJsonObject, type Json } from '../asl';
import { StepwrightError } from '../errors';
import type { TaskCall } from '../interpreter';

/** The code of a Lambda function. It receives the event, a Lambda context, and, up to Node.js 22, a callback. */
export type FunctionCode = (event: any, context: any, callback?: any) => unknown;

/** The parts of a run that function code needs. */
export interface CodeSurroundings {
  /** The settings of the function that a call names, from its template. */
  readonly settingsOf: (call: TaskCall) => FunctionSettings;
  /** Adds a warning to the run's result, once. */
  readonly warn: (text: string) => void;
}

/** From Node.js 24 on, Lambda accepts no callbacks and returns what a function that isn't async returns. */
const WITHOUT_CALLBACKS = 24;

const CALLBACK_REMOVED =
  'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.';

/**
 * Calls function code as Lambda's Node.js runtime does, and makes a mock of its outcome.
 *
 * Observed in aws-lambda-ric 3.3.0 (up to Node.js 22) and 4.0.2 (Node.js 24).
 */
export function callCode(
  code: FunctionCode,
  input: Json,
  call: TaskCall,
  options: MockOptions,
  { settingsOf, warn }: CodeSurroundings,
): Mock | Promise<Mock> {
  const settings = settingsOf(call);
  const node = nodeVersion(settings.runtime);
  const event = call.kind === 'LambdaFunction' ? input : isJsonObject(input) ? (input.Payload ?? {}) : {};
  const succeeded = (value: unknown): Mock => {
    const payload = serialized(value, node);
    return 'failed' in payload
      ? failed(payload.failed)
      : asMock({ returns: payloadResult(payload.json, call), ...options });
  };
  const failed = (thrown: unknown): Mock => {
    if (isAssertionError(thrown) || thrown instanceof StepwrightError) throw thrown;
    const error = lambdaError(thrown);
    return asMock({ fails: { error: error.errorType, cause: JSON.stringify(error) }, ...options });
  };
  if (node !== undefined && node >= WITHOUT_CALLBACKS && code.length >= 3) {
    return failed(Object.assign(new Error(CALLBACK_REMOVED), { name: 'Runtime.CallbackHandlerDeprecated' }));
  }
  const outcome = new Outcome();
  try {
    const context = lambdaContext(call, settings, Date.now);
    if (node === undefined || node < WITHOUT_CALLBACKS) {
      Object.assign(context, { done: outcome.done, succeed: outcome.succeed, fail: outcome.fail });
    }
    const result = code(event, context, outcome.done);
    if (isThenable(result)) return Promise.resolve(result).then(succeeded, failed);
    if (outcome.settled) {
      return outcome.settled.failed ? failed(outcome.settled.value) : succeeded(outcome.settled.value);
    }
    if (code.length >= 3) return outcome.later().then(succeeded, failed);
    return succeeded(plainResult(result, node, settings, warn));
  } catch (error) {
    return failed(error);
  }
}

/** The value of code that isn't async: up to Node.js 22, Lambda waits for the callback and then returns null. */
function plainResult(
  result: unknown,
  node: number | undefined,
  settings: FunctionSettings,
  warn: CodeSurroundings['warn'],
): unknown {
  if (result === undefined || result === null || (node !== undefined && node >= WITHOUT_CALLBACKS)) return result;
  const named = settings.name === undefined ? 'A function' : `The function ${settings.name}`;
  if (node !== undefined) {
    warn(
      `${named} isn't async and returns a value. On ${settings.runtime}, Lambda ignores that value and returns null. Make the function async, or call its callback.`,
    );
    return null;
  }
  warn(
    `${named} isn't async and returns a value. Up to Node.js 22, Lambda ignores that value and returns null. Make the function async. The run can't tell which runtime it has, so it used the value.`,
  );
  return result;
}

/** The outcome that a callback reports. Only the first report counts. */
class Outcome {
  settled: { readonly failed: boolean; readonly value: unknown } | undefined;
  private listener: (() => void) | undefined;

  readonly done = (error?: unknown, value?: unknown): void => {
    this.settle(error !== undefined && error !== null, error ?? value);
  };
  readonly succeed = (value?: unknown): void => this.settle(false, value);
  readonly fail = (error?: unknown): void => this.settle(true, error ?? 'handled');

  /** Waits for the callback. */
  later(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.listener = () =>
        this.settled!.failed ? reject(this.settled!.value as Error) : resolve(this.settled!.value);
    });
  }

  private settle(failed: boolean, value: unknown): void {
    if (this.settled) return;
    this.settled = { failed, value };
    this.listener?.();
  }
}

/** A function's return value as Lambda serializes it: JSON, or null for undefined. */
function serialized(value: unknown, node: number | undefined): { readonly json: Json } | { readonly failed: Error } {
  try {
    const text = JSON.stringify(value) as string | undefined;
    return { json: text === undefined ? null : (JSON.parse(text) as Json) };
  } catch {
    const error = new Error('Unable to stringify response body');
    if (node !== undefined && node >= WITHOUT_CALLBACKS) error.name = 'Runtime.JSONStringifyError';
    return { failed: error };
  }
}

function nodeVersion(runtime: string | undefined): number | undefined {
  const [, version] = /^nodejs(\d+)/.exec(runtime ?? '') ?? [];
  return version === undefined ? undefined : Number(version);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined | null)?.then === 'function';
}
