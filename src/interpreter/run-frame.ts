import { failState } from './fail-state';
import type { Frame } from './frame';
import { BLOCKED, GO_ON, type Signal } from './signal';
import { thrownFailure } from './thrown-failure';

/** Thrown when the history has no room for another event. */
export class HistoryFull extends Error {
  constructor(readonly execution: { failFull(): void }) {
    super('The history is full.');
  }
}

/** Runs an action and then state after state, until the frame waits or ends. Failures go to the retriers and catchers. */
export function runFrame(frame: Frame, action: () => Signal): void {
  const { execution } = frame;
  let signal: Signal = BLOCKED;
  let first: (() => Signal) | undefined = action;
  for (;;) {
    try {
      signal = first ? first() : execution.enter(frame);
      first = undefined;
      while (signal === GO_ON) signal = execution.enter(frame);
      return;
    } catch (error) {
      if (error instanceof HistoryFull) return error.execution.failFull();
      signal = recover(frame, error);
      if (signal !== GO_ON) return;
      first = undefined;
    }
  }
}

/** Fails a state with an error that it has thrown. */
function recover(frame: Frame, error: unknown): Signal {
  try {
    const { reason, evaluation } = thrownFailure(frame, error);
    const isContainer = frame.state.type === 'Map' || frame.state.type === 'Parallel';
    return failState(frame, reason, isContainer ? evaluation : undefined);
  } catch (full) {
    if (!(full instanceof HistoryFull)) throw full;
    full.execution.failFull();
    return BLOCKED;
  }
}
