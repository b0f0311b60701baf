import type { Json } from '../asl';
import type { HistoryEvent } from '../interpreter';

/** A variable that a state assigned. */
export interface Assignment {
  readonly state: string;
  readonly name: string;
  readonly value: Json;
}

/** All assignments of a history, in order. */
export function assignments(history: readonly HistoryEvent[]): Assignment[] {
  return history.flatMap(({ stateExitedEventDetails: exited }) =>
    Object.entries(exited?.assignedVariables ?? {}).map(([name, text]) => ({
      state: exited!.name,
      name,
      value: JSON.parse(text) as Json,
    })),
  );
}

/** Errors that states caught, in order. A state that is left right after a failure has caught it, unless it was redriven between. */
export function catches(history: readonly HistoryEvent[]): Array<{ readonly state: string; readonly error: string }> {
  let redriven = 0;
  return history.flatMap(event => {
    if (event.type === 'ExecutionRedriven') redriven = event.id;
    const { stateExitedEventDetails: exited } = event;
    const failure = exited && event.previousEventId > redriven ? failureBefore(event, history) : undefined;
    return failure === undefined ? [] : [{ state: exited!.name, error: failure }];
  });
}

/** The error name of the failure that an event follows on; empty for a failure without a name. */
function failureBefore(event: HistoryEvent, history: readonly HistoryEvent[]): string | undefined {
  for (
    let at = history[event.previousEventId - 1] as HistoryEvent | undefined;
    at && /(Failed|TimedOut)$/.test(at.type);
    at = history[at.previousEventId - 1]
  ) {
    const details = Object.entries(at).find(([field]) => field.endsWith('EventDetails'))?.[1] as
      { error?: string } | undefined;
    if (details?.error !== undefined) return details.error;
    if (!/^(Map|Parallel)/.test(at.type)) return '';
  }
  return undefined;
}
