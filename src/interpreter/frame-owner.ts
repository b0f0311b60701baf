import type { Json, JsonObject } from '../asl';
import type { ExecutionSettings } from './execution-settings';
import type { Failure } from './failure';
import type { HistoryEventType } from './history-event';
import type { Random } from './random';
import type { Scheduler } from './scheduler';
import type { Signal } from './signal';
import type { World } from './world';

/** The part of an execution that its frames and their states use. `F` is the frame, and `S` a compiled state. */
export interface FrameOwner<F, S> {
  readonly settings: ExecutionSettings;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly world: World;
  /** Results of Tasks are checked against the largest payload. */
  readonly limitPayload: boolean;
  /** State transitions so far, as AWS bills them. */
  transitions: number;
  /** Records an event and returns its id. */
  record(
    type: HistoryEventType,
    previous: number,
    name: string | undefined,
    data: Json | undefined,
    more: object | undefined,
  ): number;
  /** Counts a call of a Task state and returns the number of calls before it. */
  countCall(name: string): number;
  /** Counts the variables of a scope that a redrive keeps. */
  countVariables(bytes: number): void;
  /** Runs a frame from state to state until it waits or ends. */
  proceed(frame: F): void;
  /** Runs an action for a frame that has waited, and continues from there. */
  resume(frame: F, action: () => Signal): void;
  /** Leaves the state of a frame: records its exit, assigns variables, and continues with the next state. */
  leave(frame: F, output: Json, assigned: JsonObject | undefined, next?: S): Signal;
  /** Enters the state at which a frame is, and runs it. */
  enter(frame: F): Signal;
  /** Fails the scope of a frame: the Parallel or Map around it, or the execution. */
  failScope(frame: F, reason: Failure): Signal;
}
