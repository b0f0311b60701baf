import type { InexactNumber, QueryLanguage, StateType, WorkflowType } from '../asl';
import type { CompiledCatcher } from './catch';
import type { Frame } from './frame';
import type { HistoryEventType } from './history-event';
import type { CompiledRetrier } from './retry';

/** What a state has done: it went on to the next state, or it waits or ended. */
export type Signal = typeof BLOCKED | typeof GO_ON;

/** The state waits, or its scope has ended. */
export const BLOCKED = 0;

/** The frame stands at the next state. */
export const GO_ON = 1;

/** One state, compiled once per definition. */
export interface CompiledState {
  readonly name: string;
  readonly type: StateType;
  readonly language: QueryLanguage;
  readonly entered: HistoryEventType;
  readonly exited: HistoryEventType;
  /** The state that follows; undefined where the scope ends or the state chooses. Filled when the scope is linked. */
  next: CompiledState | undefined;
  readonly retriers: readonly CompiledRetrier[];
  readonly catchers: readonly CompiledCatcher[];
  /** Does what the state does; called again for each retry. It throws a StateFailure or a QueryFailure when it fails. */
  readonly run: (frame: Frame) => Signal;
}

/** A scope of compiled states. */
export interface CompiledScope {
  readonly states: ReadonlyMap<string, CompiledState>;
  readonly start: CompiledState;
}

/** A compiled definition. It holds nothing of a run: many runs can share it. */
export interface Program {
  readonly scope: CompiledScope;
  /** What the definition was compiled for; undefined if nobody said. */
  readonly type: WorkflowType | undefined;
  /** The whole execution may take this many seconds. */
  readonly timeoutSeconds: number | undefined;
  /** A number of the definition that a run cannot hold exactly. */
  readonly inexact?: InexactNumber;
}
