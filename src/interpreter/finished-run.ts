import { copyJson, freezeDeep, type Json, type WorkflowType } from '../asl';
import type { Execution } from './execution';
import type { ExecutionStatus, RedriveStatus } from './execution-status';
import { historyEvent } from './history';
import type { HistoryEvent } from './history-event';
import { refusal } from './redrive/redriven-execution';
import type { Run } from './run';
import { StepwrightError } from '../errors';

/**
 * An execution that has ended. What takes work is done when it is read first. The getters lie on the class: accessors on an object of its own
 * would keep each execution alive until the next full collection.
 */
export class FinishedRun implements Run {
  /** The execution behind a run. @throws StepwrightError NOT_A_RUN */
  static executionOf(run: Run): Execution {
    if (run instanceof FinishedRun) return run.#execution;
    throw new StepwrightError('NOT_A_RUN', 'only the result of a local run can be redriven', {
      received: typeof run,
      fix: 'Pass the result of run() or runAsync() itself, not a copy.',
    });
  }

  readonly status: ExecutionStatus;
  declare readonly error?: string;
  declare readonly cause?: string;
  readonly startTime: number;
  readonly stopTime: number;
  readonly transitions: number;
  readonly type: WorkflowType;
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly #execution: Execution;
  #history: readonly HistoryEvent[] | undefined;
  #visited: readonly string[] | undefined;
  #nested: readonly Run[] | undefined;
  #children: readonly Run[] | undefined;
  #redelivery: Run | undefined;

  constructor(execution: Execution) {
    const { settings, ending } = execution;
    this.#execution = execution;
    this.status = ending!.status;
    // omit properties that are undefined
    const { error, cause } = ending!;
    if (error !== undefined) this.error = error;
    if (cause !== undefined) this.cause = cause;
    this.startTime = settings.startTime;
    this.stopTime = execution.stopTime;
    this.transitions = execution.transitions;
    this.type = settings.type;
    this.executionArn = settings.executionArn;
    this.stateMachineArn = settings.stateMachineArn;
  }

  /** A copy, so that an edit changes neither the recorded value nor a constant of the definition. */
  get output(): Json | undefined {
    return copyJson(this.#execution.ending!.output);
  }

  get redriveCount(): number {
    return this.#execution.settings.redrive?.count ?? 0;
  }

  get redriveDate(): number | undefined {
    return this.#execution.settings.redrive?.time;
  }

  get redriveStatus(): RedriveStatus {
    const { settings } = this.#execution;
    if (settings.mapItem !== undefined && this.status !== 'SUCCEEDED') return 'REDRIVABLE_BY_MAP_RUN';
    return refusal(this.#execution, this.stopTime) === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE';
  }

  get redriveStatusReason(): string | undefined {
    return this.redriveStatus === 'NOT_REDRIVABLE' ? refusal(this.#execution, this.stopTime) : undefined;
  }

  get history(): readonly HistoryEvent[] {
    return (this.#history ??= readOnly(eventsOf(this.#execution)));
  }

  get visited(): readonly string[] {
    return (this.#visited ??= freezeDeep(this.#execution.events.visited()));
  }

  get nested(): readonly Run[] {
    return (this.#nested ??= Object.freeze(this.#execution.nested.map(child => new FinishedRun(child))));
  }

  get children(): readonly Run[] {
    return (this.#children ??= Object.freeze(
      this.#execution.children.filter(child => child.ending).map(child => new FinishedRun(child)),
    ));
  }

  get childrenNotKept(): number {
    return this.#execution.childrenNotKept;
  }

  get written(): ReadonlyMap<string, string> {
    return new Map(this.#execution.world.written.texts);
  }

  get redelivery(): Run | undefined {
    const { redelivery } = this.#execution;
    return (this.#redelivery ??= redelivery && new FinishedRun(redelivery));
  }
}

/**
 * The events of an execution, as AWS returns them.
 *
 * @param most a longer history is cut to its first 1,000 events
 */
export function eventsOf(execution: Execution, most = Number.POSITIVE_INFINITY): HistoryEvent[] {
  const records = execution.events.records();
  const shown = records.length > most ? records.slice(0, 1000) : records;
  return shown.map((record, i) => historyEvent(record, i + 1));
}

/** Events that no reader can edit. A Date can be edited even if it is frozen, so each read of a timestamp gives a new one. */
function readOnly(events: HistoryEvent[]): readonly HistoryEvent[] {
  for (const event of events) {
    const time = event.timestamp.getTime();
    Object.defineProperty(event, 'timestamp', { get: () => new Date(time), enumerable: true });
    for (const details of Object.values(event)) if (!(details instanceof Date)) freezeDeep(details);
    Object.freeze(event);
  }
  return Object.freeze(events);
}
