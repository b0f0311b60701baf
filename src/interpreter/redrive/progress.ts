import { ERROR_NAMES, type Json } from '../../asl';
import type { Failure } from '../failure';
import type { Frame } from '../frame';
import type { MapItems } from '../map-items';
import type { MapRun } from '../map-run/map-run';

/** What every Parallel or Map keeps while it runs. */
interface Begun {
  /** The visit of the state that it belongs to. */
  readonly enteredId: number;
  /** The event with which it started what is inside. */
  readonly started: number;
  /** Why the state failed; undefined if it did not, or was stopped. */
  failure: Failure | undefined;
  /** Taken over by a redrive: the state goes on from here. */
  readonly again: boolean;
}

/** A Parallel: its branches, and the outputs of those that are done. */
export interface BranchesProgress extends Begun {
  readonly kind: 'BRANCHES';
  readonly children: readonly Frame[];
  readonly outputs: Json[];
  readonly done: boolean[];
}

/** An inline Map: the outputs of the items that are done, the frames of those that are not, and the first that has not started. */
export interface IterationsProgress extends Begun {
  readonly kind: 'ITERATIONS';
  readonly items: MapItems;
  readonly outputs: Json[];
  readonly running: Set<Frame>;
  readonly failed: Frame[];
  next: number;
  open: number;
}

/** A Distributed Map: its Map Run. */
export interface MapRunProgress extends Begun {
  readonly kind: 'MAP_RUN';
  readonly mapRunArn: string;
  readonly label: string;
  readonly redriveCount: number;
  /** The items; undefined until they are read. */
  read: MapItems | undefined;
  batches: readonly Json[] | undefined;
  /** Undefined until the first child execution starts. */
  run: MapRun | undefined;
}

/** What a Parallel or Map has done in one visit. */
export type Progress = BranchesProgress | IterationsProgress | MapRunProgress;

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
export function progressKept({ progress, enteredId }: Frame): Progress | undefined {
  if (progress === undefined || progress.enteredId !== enteredId) return undefined;
  const error = progress.failure?.error;
  return error !== undefined && ALL_ANEW[progress.kind].includes(error)
    ? undefined
    : { ...progress, again: true, failure: undefined };
}

/** What a redrive has taken over for the state that starts to run; undefined for every other attempt. */
export function takenOver<T extends Progress>(frame: Frame): T | undefined {
  const { progress } = frame;
  // it stays until the state has its own: what fails before keeps it
  frame.progress = progress?.again ? { ...progress, again: false } : undefined;
  return progress?.again ? (progress as T) : undefined;
}
