import { ERROR_NAMES } from '../../asl';
import type { Failure } from '../failure';

/** What a Parallel or Map has done in one visit. Each of these states keeps more in a type of its own. */
export interface Progress {
  readonly kind: 'BRANCHES' | 'ITERATIONS' | 'MAP_RUN';
  /** The id of the Entered event of the visit. */
  readonly enteredId: number;
  /** The event that started its branches, iterations, or Map Run. */
  readonly started: number;
  /** The failure of the state. Undefined if the state didn't fail, or was stopped. */
  failure: Failure | undefined;
  /** A redrive has taken it over: the state continues from here. */
  readonly again: boolean;
}

/** The visit of a state, with its progress. */
interface Visited {
  readonly enteredId: number;
  progress: Progress | undefined;
}

/**
 * The failures after which a redrive runs the whole state again, what was successful included. A Map Run also starts anew where data could not be
 * selected; that a failed JSONata expression counts as such is inferred.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html#redrive-behavior-states
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html#redrive-eligibility-map-run
 */
const ALL_ANEW: Readonly<Record<Progress['kind'], readonly string[]>> = {
  BRANCHES: [ERROR_NAMES.DATA_LIMIT_EXCEEDED],
  ITERATIONS: [ERROR_NAMES.DATA_LIMIT_EXCEEDED],
  MAP_RUN: [ERROR_NAMES.DATA_LIMIT_EXCEEDED, ERROR_NAMES.RUNTIME, ERROR_NAMES.QUERY_EVALUATION_ERROR],
};

/** From where a redrive goes on at the state of a frame; undefined if it runs the state from its start. */
export function progressKept({ progress, enteredId }: Visited): Progress | undefined {
  if (progress === undefined || progress.enteredId !== enteredId) return undefined;
  const error = progress.failure?.error;
  return error !== undefined && ALL_ANEW[progress.kind].includes(error)
    ? undefined
    : { ...progress, again: true, failure: undefined };
}

/** What a redrive has taken over for the state that starts to run; undefined for every other attempt. */
export function takenOver<T extends Progress>(frame: Visited): T | undefined {
  const { progress } = frame;
  // keep the old progress until the state records its own, so an earlier failure doesn't lose it
  frame.progress = progress?.again ? { ...progress, again: false } : undefined;
  return progress?.again ? (progress as T) : undefined;
}
