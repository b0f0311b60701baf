import { ERROR_NAMES } from '../asl';
import { QueryFailure } from '../query';
import { failure, StateFailure, type Failure } from './failure';
import type { Frame } from './frame';

/** The failure of a state, and the event that failed inside of it, where that is another than the last one. */
export interface Thrown {
  readonly reason: Failure;
  readonly inner: number | undefined;
}

/** The failure that an error thrown inside of a state stands for. A failed expression has an event of its own. Anything else is thrown again. */
export function thrownFailure(frame: Frame, error: unknown): Thrown {
  if (error instanceof StateFailure) return { reason: error.failure, inner: undefined };
  if (!(error instanceof QueryFailure)) throw error;
  const { state, enteredId } = frame;
  const reason = failure(error.error, `An error occurred while executing the state '${state.name}' (entered at the event id #${enteredId}). ${error.causeText}`);
  if (error.error !== ERROR_NAMES.QUERY_EVALUATION_ERROR) return { reason, inner: undefined };
  recordEvaluationFailed(frame, reason, error.location);
  return { reason, inner: state.type === 'Map' || state.type === 'Parallel' ? frame.last : undefined };
}

/** AWS links the event to what came before the state, as long as the state has done nothing else; only Wait differs. */
function recordEvaluationFailed(frame: Frame, { error, cause }: Failure, location: string | undefined): void {
  const fresh = frame.last === frame.enteredId && frame.state.type !== 'Wait';
  const more = location === undefined ? { error, cause } : { error, cause, location };
  frame.last = frame.execution.record('EvaluationFailed', fresh ? frame.enteredAfter : frame.last, frame.state.name, undefined, more);
}
