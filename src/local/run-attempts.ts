import type { ExecutionStatus, HistoryEvent, Run } from '../interpreter';

/** One attempt of an execution: its first, or a redrive. */
export interface RunAttempt {
  /** 0 for the first, then 1, 2, … */
  readonly redriveCount: number;
  /** Milliseconds since 1970, of the virtual clock. */
  readonly start: number;
  /** Milliseconds since 1970, of the virtual clock. */
  readonly stop: number;
  readonly status: ExecutionStatus;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  /** How many events the history had at its end. */
  readonly events: number;
}

const ENDS: Readonly<Record<string, ExecutionStatus>> = {
  ExecutionSucceeded: 'SUCCEEDED',
  ExecutionFailed: 'FAILED',
  ExecutionTimedOut: 'TIMED_OUT',
  ExecutionAborted: 'ABORTED',
};

/** The attempts of an execution, in order. */
export function attemptsOf({ history }: Pick<Run, 'history'>): RunAttempt[] {
  const attempts: RunAttempt[] = [];
  let start = 0;
  for (const event of history) {
    if (event.type === 'ExecutionStarted' || event.type === 'ExecutionRedriven') start = event.timestamp.getTime();
    if (!Object.hasOwn(ENDS, event.type)) continue;
    const { error, cause } = failureOf(event);
    attempts.push({
      redriveCount: attempts.length,
      start,
      stop: event.timestamp.getTime(),
      status: ENDS[event.type],
      error,
      cause,
      events: event.id,
    });
  }
  return attempts;
}

function failureOf({
  executionFailedEventDetails,
  executionTimedOutEventDetails,
  executionAbortedEventDetails,
}: HistoryEvent): { error?: string; cause?: string } {
  return executionFailedEventDetails ?? executionTimedOutEventDetails ?? executionAbortedEventDetails ?? {};
}
