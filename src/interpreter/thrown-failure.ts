import { ERROR_NAMES } from '../asl';
import { QueryFailure } from '../query';
import { failure, StateFailure, type Failure } from './failure';
import type { Frame } from './frame';

/** The failure of a state, and the event of the expression that failed, where it was one. */
export interface Thrown {
  readonly reason: Failure;
  readonly evaluation: number | undefined;
}

/** The failure that an error thrown inside of a state stands for. A failed expression has an event of its own. Anything else is thrown again. */
export function thrownFailure(frame: Frame, error: unknown): Thrown {
  if (error instanceof StateFailure) return { reason: error.failure, evaluation: undefined };
  if (!(error instanceof QueryFailure)) throw error;
  const { state, enteredId } = frame;
  const reason = failure(
    error.error,
    `An error occurred while executing the state '${state.name}' (entered at the event id #${enteredId}). ${error.causeText}`,
  );
  if (error.error !== ERROR_NAMES.QUERY_EVALUATION_ERROR) return { reason, evaluation: undefined };
  return { reason, evaluation: recordEvaluationFailed(frame, reason, error.location) };
}

/** In November 2024 AWS linked the event to what came before the state, as long as the state had done nothing else; by the end of December no more. */
const LINKED_TO_THE_STATE_SINCE = Date.UTC(2024, 11, 1);

function recordEvaluationFailed(frame: Frame, { error, cause }: Failure, location: string | undefined): number {
  const { execution } = frame;
  const before = execution.settings.asOf < LINKED_TO_THE_STATE_SINCE && frame.last === frame.enteredId;
  const more = location === undefined ? { error, cause } : { error, cause, location };
  frame.last = execution.record(
    'EvaluationFailed',
    before ? frame.enteredAfter : frame.last,
    frame.state.name,
    undefined,
    more,
  );
  return frame.last;
}
