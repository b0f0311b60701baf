import { ERROR_NAMES, type Json } from '../asl';
import { runtimeFailure } from './data-flow';
import { failState } from './fail-state';
import { failure } from './failure';
import type { Frame } from './frame';
import type { LimitName } from './limits';
import type { TaskResource } from './resource';
import { BLOCKED, type Signal } from './signal';
import type { TaskAnswer, TaskCall } from './task-call';
import { fail, recordScheduled, succeed, type Finish } from './task-events';
import type { Outcome, WaitingCall } from './waiting-call';

/** One call of a Task that was made and has not ended: its events, its time-out and its heartbeats. */
export class OpenCall implements WaitingCall {
  ended = false;
  /** A worker has asked for it. */
  polled = false;
  private scheduled = false;
  private started = false;
  private waits = false;
  private early: Outcome | undefined;
  private readonly timeoutAt: number;
  private silentAt = Number.POSITIVE_INFINITY;

  constructor(
    readonly frame: Frame,
    readonly resource: TaskResource,
    readonly call: TaskCall,
    private readonly scheduledDetails: object | undefined,
    private readonly finish: Finish,
  ) {
    this.timeoutAt =
      call.timeoutSeconds === undefined ? Number.POSITIVE_INFINITY : call.time + call.timeoutSeconds * 1000;
  }

  get withoutLimits(): ReadonlySet<LimitName> {
    return this.frame.execution.settings.withoutLimits;
  }

  /** Whether nobody waits for it any more: it has ended, or what it was made in was cut or has ended. */
  get closed(): boolean {
    return this.ended || this.frame.ended;
  }

  /** Records that the call is made; once, before anything else that follows from it. */
  schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    recordScheduled(this.frame, this.resource, this.call.input, this.scheduledDetails);
  }

  /** What the runner answered: now, or at the virtual time that the answer says. */
  answered(answer: TaskAnswer): Signal {
    const { call, resource } = this;
    if ('refused' in answer) {
      this.ended = true;
      throw runtimeFailure(answer.refused);
    }
    this.schedule();
    this.waits = true;
    if (resource.kind !== 'Activity') {
      this.submitted(answer);
      this.beat();
    } else if (answer.workerName !== undefined || answer.takenAfterMs !== undefined || !('pending' in answer)) {
      return this.at(call.time + (answer.takenAfterMs ?? 0), () => {
        this.start(answer.workerName);
        return this.goOn(answer);
      });
    }
    return this.goOn(answer);
  }

  /** A worker takes an activity's task. */
  take(workerName: string | undefined): void {
    if (this.ended) return;
    this.start(workerName);
    if (this.waits) this.arm();
  }

  /** The call ends, by its token; what comes before the runner's own answer waits for that. */
  settle(outcome: Outcome): void {
    if (this.ended) return;
    if (this.waits) this.frame.execution.resume(this.frame, () => this.end(outcome));
    else this.early ??= outcome;
  }

  /** A sign of life. */
  heartbeat(): void {
    if (this.ended || !this.waits) return;
    this.beat();
    this.arm();
  }

  private goOn(answer: TaskAnswer): Signal {
    if (this.early) return this.end(this.early);
    const { call } = this;
    const beats = [...(answer.heartbeatsMs ?? [])].sort((a, b) => a - b).map(ms => call.time + ms);
    const endsAt = 'pending' in answer ? Number.POSITIVE_INFINITY : call.time + (answer.durationMs ?? 0);
    return this.next(beats, endsAt, answer as Outcome);
  }

  private start(workerName: string | undefined): void {
    if (this.started) return;
    this.started = true;
    this.record('ActivityStarted', undefined, workerName === undefined ? {} : { workerName });
    this.beat();
  }

  /** Steps to what comes first: a heartbeat, the answer, or that something is late. An answer at the very deadline counts. */
  private next(beats: readonly number[], endsAt: number, outcome: Outcome): Signal {
    const [beat = Number.POSITIVE_INFINITY, ...later] = beats;
    const late = Math.min(this.timeoutAt, this.silentAt);
    if (beat < endsAt && beat <= late) {
      return this.at(beat, () => {
        this.beat();
        return this.next(later, endsAt, outcome);
      });
    }
    if (endsAt <= late && Number.isFinite(endsAt)) return this.at(endsAt, () => this.end(outcome));
    return this.arm();
  }

  /** Waits for the time-out or the missing heartbeat. */
  private arm(): Signal {
    const { execution } = this.frame;
    execution.scheduler.cancel(this.frame.timer);
    this.frame.timer = undefined;
    const late = Math.min(this.timeoutAt, this.silentAt);
    return Number.isFinite(late) ? this.at(late, () => this.expire(this.silentAt <= this.timeoutAt)) : BLOCKED;
  }

  private beat(): void {
    const { heartbeatSeconds } = this.call;
    if (heartbeatSeconds !== undefined) this.silentAt = this.frame.execution.scheduler.time + heartbeatSeconds * 1000;
  }

  private at(time: number, action: () => Signal): Signal {
    const { frame } = this;
    const { execution } = frame;
    if (time <= execution.scheduler.time) return action();
    frame.timer = execution.scheduler.at(time, () => execution.resume(frame, action));
    return BLOCKED;
  }

  private submitted(answer: TaskAnswer): void {
    const { kind, pattern } = this.resource;
    if (kind !== 'Task' || pattern === 'REQUEST_RESPONSE' || ('error' in answer && answer.submitFailed)) return;
    this.record('TaskSubmitted', answer.submitted ?? {}, this.resource.named);
  }

  private end(outcome: Outcome & { submitFailed?: boolean }): Signal {
    const { frame, resource } = this;
    if (resource.kind === 'Activity') this.start(undefined);
    this.close();
    if ('error' in outcome) return fail(frame, resource, failure(outcome.error, outcome.cause), outcome.submitFailed);
    return succeed(frame, resource, outcome.output, this.finish);
  }

  private expire(silent: boolean): Signal {
    const { frame, resource } = this;
    frame.job?.stop();
    this.close();
    this.record(`${resource.kind}TimedOut`, undefined, { ...resource.named, error: ERROR_NAMES.TIMEOUT });
    return failState(
      frame,
      failure(ERROR_NAMES.TIMEOUT, undefined, silent ? ERROR_NAMES.HEARTBEAT_TIMEOUT : undefined),
    );
  }

  private close(): void {
    this.ended = true;
    this.frame.execution.scheduler.cancel(this.frame.timer);
    this.frame.job = undefined;
  }

  private record(type: Parameters<Frame['execution']['record']>[0], data: Json | undefined, more: object): void {
    const { frame } = this;
    frame.last = frame.execution.record(type, frame.last, undefined, data, more);
  }
}
