import type { Json } from '../asl';
import { ownJsonOnce } from '../interpreter';

/** Settings of a mock. All times are virtual: no test waits for them. */
export interface MockOptions {
  /** How long the call takes, in virtual seconds. @default 0 */
  readonly durationSeconds?: number;
  /** The times at which heartbeats are sent, in virtual seconds after the call. @default - no heartbeats */
  readonly heartbeatsAtSeconds?: readonly number[];
  /** The immediate response of a `.sync` or `.waitForTaskToken` call. @default - an empty response */
  readonly submitted?: any;
  /** The name of the worker that takes an activity's task. @default - a worker without a name */
  readonly workerName?: string;
}

/** The call succeeds with this result: the raw result of the service, or what a worker or the owner of the task token sends. */
export interface Returns<R = any> extends MockOptions {
  readonly returns: R;
}

/** A Lambda function returns this payload. For `lambda:invoke`, the result wraps it as the Lambda API does. */
export interface ReturnsPayload<P = any> extends MockOptions {
  readonly returnsPayload: P;
}

/** The call fails, or its worker or the owner of the task token reports a failure. */
export interface Fails extends MockOptions {
  readonly fails: { readonly error: string; readonly cause?: string };
}

/** A Lambda function throws. The Task's error is the error's name, and its cause is the JSON that Lambda returns for it. */
export interface Throws extends MockOptions {
  readonly throws: { readonly name: string; readonly message: string };
}

/** The call never completes. A timeout, a missed heartbeat, or the end of the execution ends it. */
export interface Pending extends MockOptions {
  readonly pending: true;
}

/** One mock for each call, in order. A call after the last one is an error. */
export interface Sequence<M = any> {
  readonly sequence: readonly M[];
}

/** A stub for whatever a Task calls. It is plain data, so a test, a JSON file, and other languages can all supply it. */
export type Mock = Returns | ReturnsPayload | Fails | Throws | Pending | Sequence;

/** The mocks that the functions below created. It distinguishes them from a result that a mock function returns. */
const CREATED = new WeakSet<object>();

/** Reports whether one of the functions below created this value. */
export function isMock(value: unknown): value is Mock {
  return typeof value === 'object' && value !== null && CREATED.has(value);
}

/** Marks a value as a mock, to distinguish it from a result. */
export function asMock<T extends Mock>(created: T): T {
  CREATED.add(created);
  return created;
}

/** The data of the mocks that the functions below created, as it was then. */
const DATA = new WeakMap<object, Json>();

/** The data that a mock returns: a copy made when the mock was created, or the given data if there is none. */
export function dataOf(mock: object, given: Json): Json {
  return DATA.get(mock) ?? given;
}

/** Creates a mock and copies its data, so that a later edit reaches no run. Data that isn't JSON is rejected by the run. */
function mockWithData<T extends Mock>(created: T, data: unknown): T {
  const own = ownJsonOnce(data);
  if (own !== undefined && own !== null) DATA.set(created, own);
  return asMock(created);
}

/** The call succeeds with this result: the raw result of the service, or what a worker or the owner of the task token sends. */
export function returns<R = any>(result: R, options: MockOptions = {}): Returns<R> {
  return mockWithData({ returns: result, ...options }, result);
}

/** A Lambda function returns this payload. For `lambda:invoke`, the result wraps it as the Lambda API does. */
export function returnsPayload<P = any>(payload: P, options: MockOptions = {}): ReturnsPayload<P> {
  return mockWithData({ returnsPayload: payload, ...options }, payload);
}

/** The call fails, or its worker or the owner of the task token reports a failure. */
export function fails(error: string, cause?: string, options: MockOptions = {}): Fails {
  return asMock({ fails: cause === undefined ? { error } : { error, cause }, ...options });
}

/** A Lambda function throws. The Task's error is the error's name, and its cause is the JSON that Lambda returns for it. */
export function throws(name: string, message: string, options: MockOptions = {}): Throws {
  return asMock({ throws: { name, message }, ...options });
}

/** The call never completes. A timeout, a missed heartbeat, or the end of the execution ends it. */
export function pending(options: MockOptions = {}): Pending {
  return asMock({ pending: true, ...options });
}

/** One mock for each call, in order. A call after the last one is an error. */
export function sequence<M extends Mock[]>(...mocks: M): Sequence<M[number]> {
  return asMock({ sequence: mocks });
}
