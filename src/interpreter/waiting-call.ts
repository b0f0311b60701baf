import type { Json } from '../asl';
import type { LimitName } from './limits';
import type { TaskCall } from './task-call';

/** The end of a call that comes from outside: by its task token, or from the execution that it started. */
export type Outcome =
  { readonly output: Json } | { readonly error: string | undefined; readonly cause: string | undefined };

/** A call that waits for its end. Its task token reaches it through this interface. */
export interface WaitingCall {
  readonly call: TaskCall;
  /** The limits that its run ignores. */
  readonly withoutLimits: ReadonlySet<LimitName>;
  /** The call has ended, or its state no longer waits for it. */
  readonly closed: boolean;
  /** A worker has asked for it. */
  polled: boolean;
  /** Ends the call. */
  settle(outcome: Outcome): void;
  /** Records a sign of life. */
  heartbeat(): void;
  /** A worker takes the task of an activity. */
  take(workerName: string | undefined): void;
}
