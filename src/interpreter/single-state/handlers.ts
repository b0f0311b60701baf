import type { JsonObject, TaskState } from '../../asl';
import { QueryFailure } from '../../query';
import { compileCatchers } from '../catch';
import type { CompiledCatcher, CompiledRetrier } from '../compiled-handlers';
import { errorOutput, failure, matches, namedFailure, StateFailure, type Failure } from '../failure';
import { backOffMs, compileRetriers, retrierFor } from '../retry';
import type { StateOutcome, SingleState, SurroundingState } from './single-state';
import type { TestedFrame } from './tested-execution';

/** The retriers and catchers of one state. */
export interface Handlers {
  readonly retriers: readonly CompiledRetrier[];
  readonly catchers: readonly CompiledCatcher[];
}

/** What a failure led to, and what AWS tells of the retrier and the catcher. */
export interface Handled {
  readonly outcome: Omit<StateOutcome, 'inspectionData'>;
  readonly details: JsonObject;
}

/** The handlers of a Map or Parallel around the state. */
export function handlersOf({ state, language }: SurroundingState): Handlers {
  const { Retry, Catch } = state as TaskState;
  return { retriers: compileRetriers(Retry), catchers: compileCatchers(Catch, language) };
}

/**
 * A failure meets the handlers of its state, then those of the states around it. Where nobody takes it, what is told is that of the state
 * itself. A catcher that fails itself fails its state: the states around it meet the new failure.
 */
export function handle(tested: SingleState, frame: TestedFrame, reason: Failure, levels: readonly Handlers[]): Handled {
  let current = reason;
  let own: JsonObject | undefined;
  for (const level of levels) {
    const tried = attempt(tested, frame, current, level);
    if ('outcome' in tried) return tried;
    current = tried.failed;
    own ??= tried.details;
  }
  return { outcome: { status: 'FAILED', ...namedFailure(current) }, details: own ?? {} };
}

type Attempt = Handled | { readonly failed: Failure; readonly details: JsonObject };

function attempt(
  { configuration }: SingleState,
  frame: TestedFrame,
  reason: Failure,
  { retriers, catchers }: Handlers,
): Attempt {
  const retryIndex = retrierFor(retriers, reason);
  const details: JsonObject = retryIndex < 0 ? {} : { retryIndex };
  const made = configuration.retrierRetryCount ?? 0;
  if (retryIndex >= 0 && made < retriers[retryIndex].maxAttempts) {
    // the API has whole seconds
    return {
      outcome: { status: 'RETRIABLE', ...namedFailure(reason) },
      details: { ...details, retryBackoffIntervalSeconds: Math.floor(backOffMs(retriers[retryIndex], made) / 1000) },
    };
  }
  const catchIndex = catchers.findIndex(catcher => matches(catcher.names, reason));
  if (catchIndex < 0) return { failed: reason, details };
  try {
    frame.caught = errorOutput(reason);
    const output = catchers[catchIndex].output(frame);
    const assigned = catchers[catchIndex].assign?.(frame);
    if (assigned) frame.bindings.assign(assigned);
    return {
      outcome: { status: 'CAUGHT_ERROR', ...namedFailure(reason), output, nextState: catchers[catchIndex].next },
      details: { ...details, catchIndex },
    };
  } catch (error) {
    return { failed: failureOf(error), details };
  }
}

/** The failure that was thrown; anything else is thrown again. */
export function failureOf(error: unknown): Failure {
  if (error instanceof StateFailure) return error.failure;
  if (error instanceof QueryFailure) return failure(error.error, error.causeText);
  throw error;
}
