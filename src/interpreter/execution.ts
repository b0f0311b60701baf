import { ERROR_NAMES, MAX_HISTORY_EVENTS, MAX_PAYLOAD_BYTES, type Json, type JsonObject } from '../asl';
import { checkVariables } from './check-variables';
import { checkLoop } from './endless-loop';
import { EventLog } from './event-log';
import type { ExecutionSettings } from './execution-settings';
import type { Ending } from './execution-status';
import { namedFailure, StateFailure, tooLarge, type Failure } from './failure';
import { Frame, type CompiledState } from './frame';
import type { FrameOwner } from './frame-owner';
import type { HistoryEventType } from './history-event';
import type { MachineFinder } from './machine';
import { payloadBound } from './payload';
import type { Program } from './program';
import type { Random } from './random';
import { HistoryFull, runFrame } from './run-frame';
import type { Scheduler } from './scheduler';
import { BLOCKED, GO_ON, type Signal } from './signal';
import { silenceFrames } from './stop-frames';
import type { World } from './world';

/** The world of executions, which can start others. */
export interface RunWorld extends World {
  /** Finds the state machines that a Task can start. */
  readonly machines: MachineFinder;
  /**
   * The executions that were started. Children of a Map Run are included only if they continue after it has ended. The run ends when all
   * of them have ended.
   */
  readonly executions: Execution[];
}

const PROGRESS_EVERY = 8192;

/** One execution: the frames that run, and the events so far. */
export class Execution implements FrameOwner<Frame, CompiledState> {
  readonly events = new EventLog();
  /** How often each Task state was called; made with the first call. */
  private calls: Map<string, number> | undefined;
  /** The children of Distributed Maps that are too many to keep; `children` has only those of them that failed. */
  childrenNotKept = 0;
  /** The executions that a Distributed Map of this one has started. */
  readonly children: Execution[] = [];
  /** The executions that Tasks of this one have started. */
  readonly nested: Execution[] = [];
  readonly scheduler: Scheduler;
  /** The same execution, delivered once more. */
  redelivery: Execution | undefined;
  transitions = 0;
  ending: Ending | undefined;
  stopTime = 0;
  readonly root: Frame;
  private readonly limitEvents: boolean;
  readonly limitPayload: boolean;
  private readonly limitVariables: boolean;
  private variableBytes = 0;

  constructor(
    readonly program: Program,
    readonly settings: ExecutionSettings,
    readonly random: Random,
    readonly world: RunWorld,
    private readonly onEnd?: (ending: Ending) => void,
  ) {
    this.scheduler = world.scheduler;
    this.limitEvents = settings.type === 'STANDARD' && !settings.withoutLimits.has('historyEvents');
    this.limitPayload = !settings.withoutLimits.has('payload');
    this.limitVariables = !settings.withoutLimits.has('variables');
    this.root = new Frame(this, program.scope, settings.input, 0, undefined, undefined, undefined, undefined);
  }

  /** Starts; what there is to do lies with the scheduler then. */
  start(): void {
    this.begin();
    this.scheduler.soon(() => this.proceed(this.root));
  }

  /** Starts, and runs as far as it comes. */
  startNow(): void {
    this.begin();
    this.proceed(this.root);
  }

  private begin(): void {
    this.record('ExecutionStarted', 0, undefined, this.settings.input, { roleArn: this.settings.roleArn });
    this.limitTime();
  }

  /** The time-out of the definition runs from now. */
  limitTime(): void {
    const seconds = this.program.timeoutSeconds;
    if (seconds !== undefined) this.scheduler.at(this.scheduler.time + seconds * 1000, () => this.timeOut());
  }

  /** Takes over what an execution that ended without success has done, its first attempt or a redrive; that one stays as it is. */
  goOnFrom(before: Execution): void {
    this.events.goOnFrom(before.events);
    this.calls = before.calls && new Map(before.calls);
    for (const child of before.children) this.children.push(child);
    for (const child of before.nested) this.nested.push(child);
    this.transitions = before.transitions;
    this.childrenNotKept = before.childrenNotKept;
  }

  /** The variables of a scope that a redrive takes over count again. */
  countVariables(bytes: number): void {
    this.variableBytes += bytes;
  }

  /** Counts a call of a state; how often it was called before. */
  countCall(name: string): number {
    this.calls ??= new Map();
    const before = this.calls.get(name) ?? 0;
    this.calls.set(name, before + 1);
    return before;
  }

  /** Records an event and returns its id. */
  record(
    type: HistoryEventType,
    previous: number,
    name: string | undefined,
    data: Json | undefined,
    more: object | undefined,
  ): number {
    if (this.limitEvents && this.events.length >= MAX_HISTORY_EVENTS - 1 && !type.startsWith('Execution')) {
      throw new HistoryFull(this);
    }
    const id = this.events.add(type, previous, this.scheduler.instant, name, data, more);
    if (id % PROGRESS_EVERY === 0) {
      this.settings.onProgress?.({ transitions: this.transitions, time: this.scheduler.time });
    }
    return id;
  }

  /** Runs a frame from state to state until it waits or ends. */
  proceed(frame: Frame): void {
    runFrame(frame, () => this.enter(frame));
  }

  /** Does something for a frame that has waited, and goes on from there. */
  resume(frame: Frame, action: () => Signal): void {
    if (frame.ended || this.ending) return;
    runFrame(frame, action);
  }

  /** The state is done: records its exit, assigns, and goes on. */
  leave(
    frame: Frame,
    output: Json,
    assigned: JsonObject | undefined,
    next: CompiledState | undefined = frame.state.next,
  ): Signal {
    if (this.limitPayload && output !== frame.data) {
      frame.bound = payloadBound(output, frame.data, frame.bound);
      if (frame.bound > MAX_PAYLOAD_BYTES) throw new StateFailure(tooLarge(frame.state.name));
    }
    if (assigned && this.limitVariables) this.variableBytes += checkVariables(frame, assigned, this.variableBytes);
    frame.last = this.record(frame.state.exited, frame.last, frame.state.name, output, assigned);
    if (assigned) frame.bindings.assign(assigned);
    frame.taskResult = undefined;
    frame.caught = undefined;
    frame.taskToken = undefined;
    frame.data = output;
    if (next === undefined) return this.finish(frame, output);
    frame.state = next;
    return GO_ON;
  }

  /** StopExecution. */
  stop(error?: string, cause?: string): void {
    if (this.ending) return;
    this.halt();
    const named = namedFailure({ error, cause });
    this.record('ExecutionAborted', 0, undefined, undefined, named);
    this.end({ status: 'ABORTED', ...named });
  }

  /** The time of the whole execution is over. */
  timeOut(): void {
    if (this.ending) return;
    this.halt();
    this.record('ExecutionTimedOut', 0, undefined, undefined, { error: ERROR_NAMES.TIMEOUT });
    this.end({ status: 'TIMED_OUT', error: ERROR_NAMES.TIMEOUT });
  }

  /** The whole scope of a frame fails: the Parallel or Map around it, or the execution. */
  failScope(frame: Frame, reason: Failure): Signal {
    frame.ended = true;
    if (frame.progress) frame.progress.failure = reason;
    if (frame.join) {
      this.variableBytes -= frame.bindings.bytes();
      frame.join.failed(frame, reason);
      return BLOCKED;
    }
    const { error, cause } = reason;
    this.halt();
    this.record('ExecutionFailed', frame.last, undefined, undefined, namedFailure({ error, cause }));
    this.end({ status: 'FAILED', error, cause });
    return BLOCKED;
  }

  /** Enters the state at which a frame is, and runs it. */
  enter(frame: Frame): Signal {
    const { state } = frame;
    frame.enteredAfter = frame.last;
    frame.enteredId = frame.last = this.record(state.entered, frame.last, state.name, frame.data, undefined);
    frame.enteredAt = this.scheduler.instant;
    frame.retryCount = 0;
    frame.retries = undefined;
    this.transitions++;
    if (!this.limitEvents) checkLoop(frame);
    return state.run(frame);
  }

  /** The history has no room but for its end. */
  failFull(): void {
    const reason = {
      error: ERROR_NAMES.RUNTIME,
      cause: `The execution reached the maximum number of history events (${MAX_HISTORY_EVENTS}).`,
    };
    this.halt();
    this.record('ExecutionFailed', this.events.length, undefined, undefined, reason);
    this.end({ status: 'FAILED', ...reason });
  }

  private finish(frame: Frame, output: Json): Signal {
    frame.ended = true;
    if (frame.join) {
      this.variableBytes -= frame.bindings.bytes();
      frame.join.completed(frame, output);
    } else {
      this.record('ExecutionSucceeded', frame.last, undefined, output, undefined);
      this.end({ status: 'SUCCEEDED', output });
    }
    return BLOCKED;
  }

  /** Stops all that runs, without a trace in the history. */
  private halt(): void {
    silenceFrames(this.root, false);
  }

  private end(ending: Ending): void {
    this.ending = ending;
    this.stopTime = this.scheduler.time;
    this.onEnd?.(ending);
  }
}

/** The execution that owns a frame. Frames know only the part of it that they use, so that imports go one way. */
export function executionOf({ execution }: Frame): Execution {
  return execution as Execution;
}
