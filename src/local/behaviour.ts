/** What every behaviour can say about time. It is virtual: nobody waits. */
export interface Timing {
  /** How long the call takes, in virtual seconds. @default 0 */
  readonly durationSeconds?: number;
  /** When heartbeats are sent, in virtual seconds after the call. @default - none */
  readonly heartbeatSeconds?: readonly number[];
  /** `.sync` and `.waitForTaskToken`: the immediate answer. @default - an empty answer */
  readonly submitted?: any;
  /** Activities: the worker that takes the task. @default - a worker without a name */
  readonly workerName?: string;
}

/** The call succeeds with this result: the raw one of the service, what a worker or the holder of the task token sends. */
export interface Returns<R = any> extends Timing {
  readonly returns: R;
}

/** A Lambda function answers with this payload. Behind `lambda:invoke` it comes in the envelope of that API. */
export interface ReturnsPayload<P = any> extends Timing {
  readonly returnsPayload: P;
}

/** The call fails, or its worker or the holder of the task token reports a failure. */
export interface Fails extends Timing {
  readonly fails: { readonly error: string; readonly cause?: string };
}

/** A Lambda function throws: the error's name is the Task's error, the cause is the JSON text that Lambda makes of it. */
export interface Throws extends Timing {
  readonly throws: { readonly name: string; readonly message: string };
}

/** The call never answers: a time-out, a missing heartbeat or the end of the execution ends it. */
export interface Pending extends Timing {
  readonly pending: true;
}

/** One behaviour after another, one for each call; a call beyond the last is an error. */
export interface Sequence<B = any> {
  readonly sequence: readonly B[];
}

/** What stands in for the world behind a Task. It is data: a test, a JSON file and another language can say it. */
export type Behaviour = Returns | ReturnsPayload | Fails | Throws | Pending | Sequence;

/** Behaviours as the functions below make them; only these are told apart from a result that a function returns. */
const MADE = new WeakSet<object>();

/** Whether a value is a behaviour that one of the functions below has made. */
export function isBehaviour(value: unknown): value is Behaviour {
  return typeof value === 'object' && value !== null && MADE.has(value);
}

/** Marks a behaviour, so that it is told apart from a result. */
export function behaviour<T extends Behaviour>(made: T): T {
  MADE.add(made);
  return made;
}

/** The call succeeds with this result: the raw one of the service, what a worker or the holder of the task token sends. */
export function returns<R = any>(result: R, timing: Timing = {}): Returns<R> {
  return behaviour({ returns: result, ...timing });
}

/** A Lambda function answers with this payload. Behind `lambda:invoke` it comes in the envelope of that API. */
export function returnsPayload<P = any>(payload: P, timing: Timing = {}): ReturnsPayload<P> {
  return behaviour({ returnsPayload: payload, ...timing });
}

/** The call fails, or its worker or the holder of the task token reports a failure. */
export function fails(error: string, cause?: string, timing: Timing = {}): Fails {
  return behaviour({ fails: cause === undefined ? { error } : { error, cause }, ...timing });
}

/** A Lambda function throws: the error's name is the Task's error, the cause is the JSON text that Lambda makes of it. */
export function throws(name: string, message: string, timing: Timing = {}): Throws {
  return behaviour({ throws: { name, message }, ...timing });
}

/** The call never answers: a time-out, a missing heartbeat or the end of the execution ends it. */
export function pending(timing: Timing = {}): Pending {
  return behaviour({ pending: true, ...timing });
}

/** One behaviour after another, one for each call; a call beyond the last is an error. */
export function sequence<B extends Behaviour[]>(...behaviours: B): Sequence<B[number]> {
  return behaviour({ sequence: behaviours });
}
