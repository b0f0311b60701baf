import type { Json, JsonObject, QueryLanguage, StateType } from '../asl';
import type { CompiledCatcher, CompiledRetrier } from './compiled-handlers';
import { contextObject } from './context-object';
import type { Failure } from './failure';
import type { FrameOwner } from './frame-owner';
import type { HistoryEventType } from './history-event';
import { mostExact } from './limits';
import type { MapItem } from './map-items';
import type { Progress } from './redrive/progress';
import type { Instant, Timer } from './scheduler';
import type { Signal } from './signal';
import type { MapIteration } from './task-call';
import { Variables } from './variables';
import type { JsonataScope } from '../query/jsonata';

/** A state, compiled once per definition. A state runs a frame and a frame is at a state, so both types are in this file. */
export interface CompiledState {
  readonly name: string;
  readonly type: StateType;
  readonly language: QueryLanguage;
  readonly entered: HistoryEventType;
  readonly exited: HistoryEventType;
  /** The next state. Undefined if the scope ends here or the state chooses. Set when the scope is linked. */
  next: CompiledState | undefined;
  readonly retriers: readonly CompiledRetrier[];
  readonly catchers: readonly CompiledCatcher[];
  /** Runs the state, and runs it again for each retry. Throws a StateFailure or a QueryFailure if it fails. */
  readonly run: (frame: Frame) => Signal;
}

/** A scope of compiled states. */
export interface CompiledScope {
  readonly states: ReadonlyMap<string, CompiledState>;
  readonly start: CompiledState;
}

const NO_ITERATIONS: readonly MapIteration[] = [];

/** Where a frame reports its end: the Parallel or Map around it. */
export interface Join {
  completed(frame: Frame, output: Json): void;
  failed(frame: Frame, failure: Failure): void;
}

/**
 * One thread of control: it stands at one state of one scope. The root of an execution, each branch of a Parallel and each item of a
 * Map has its own. It is also what expressions see of the world.
 */
export class Frame implements JsonataScope {
  /** The state at which the frame stands. */
  state: CompiledState;
  /** The state's input. */
  data: Json;
  /** The data's JSON text has at most this many bytes; 0 if nobody has looked. */
  bound = 0;
  /** The event to which the next one links. */
  last: number;
  /** When the scope entered its last state, and how many it has entered at that instant. Kept only where events have no limit. */
  loopAt: Instant | undefined = undefined;
  statesAtOnce = 0;
  /** The id of the state's Entered event, its predecessor, and when it was. */
  enteredId = 0;
  enteredAfter = 0;
  enteredAt: Instant;
  retryCount = 0;
  /** How often each retrier has fired since the state was entered. */
  retries: number[] | undefined;
  readonly bindings: Variables;
  taskToken: string | undefined;
  taskResult: Json | undefined = undefined;
  caught: JsonObject | undefined = undefined;
  timer: Timer | undefined;
  /** Frames inside, while the state is a Parallel or Map that runs. */
  children: Iterable<Frame> | undefined;
  ended = false;
  /** What a Task has started and waits for; stopped when the frame ends before it. */
  job: { stop(): void } | undefined;
  /** What the Parallel or Map at which the frame stands has done so far: a redrive goes on from there. */
  progress: Progress | undefined;
  /** The item for which a Map computes its ItemSelector. */
  selecting: MapItem | undefined;

  constructor(
    readonly execution: FrameOwner<Frame, CompiledState>,
    readonly scope: CompiledScope,
    input: Json,
    last: number,
    outer: Variables | undefined,
    readonly join: Join | undefined,
    readonly item: MapItem | undefined,
    readonly parent: Frame | undefined,
  ) {
    this.state = scope.start;
    this.data = input;
    this.last = last;
    this.enteredAt = execution.scheduler.instant;
    this.bindings = new Variables(outer);
  }

  /** The Maps around the frame and their items, outermost first. */
  iterations(): readonly MapIteration[] {
    if (this.parent === undefined) return NO_ITERATIONS;
    const found: MapIteration[] = [];
    for (let frame: Frame = this; frame.parent; frame = frame.parent) {
      if (frame.item) found.unshift({ map: frame.parent.state.name, index: frame.item.index });
    }
    return found;
  }

  context(): JsonObject {
    return contextObject(this.execution.settings, this, this.selecting ?? this.nearestItem());
  }

  /** The item of the innermost Map around the frame. */
  private nearestItem(): MapItem | undefined {
    for (let at: Frame | undefined = this; at; at = at.parent) if (at.item) return at.item;
    return undefined;
  }

  variable(name: string): Json | undefined {
    return this.bindings.get(name);
  }

  variables(): JsonObject {
    return this.bindings.all();
  }

  now(): number {
    return this.execution.scheduler.time;
  }

  random(): number {
    return this.execution.random.next();
  }

  mostExact(): number {
    return mostExact(this.execution.settings.withoutLimits);
  }

  input(): Json {
    return this.data;
  }

  result(): Json | undefined {
    return this.taskResult;
  }

  errorOutput(): JsonObject | undefined {
    return this.caught;
  }
}
