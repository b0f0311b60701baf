import {
  ERROR_NAMES,
  MAX_MAP_RUN_CONCURRENCY,
  MAX_MAP_RUN_REDRIVES,
  type Json,
  type MapState,
  type QueryLanguage,
} from '../../asl';
import { compileExpression, isExpression } from '../../query/jsonata';
import { runtimeFailure } from '../data-flow';
import { failure, namedFailure, StateFailure, type Failure } from '../failure';
import type { CompiledState, Frame } from '../frame';
import { itemAt, type MapItems } from '../map-items';
import { compileBatcher } from '../map-run/batcher';
import { compileItemReader } from '../map-run/item-reader';
import { compileMapPermission } from '../map-run/map-permission';
import { MapRun, type Tolerance } from '../map-run/map-run';
import { compileResultWriter } from '../map-run/result-writer';
import { numberPath } from '../number-path';
import type { Program } from '../program';
import { takenOver, type Progress } from '../redrive/progress';
import { BLOCKED, type Signal } from '../signal';
import type { MapParts } from './map-parts';
import { failState } from '../fail-state';

const EXCEEDED: Failure = failure(
  ERROR_NAMES.EXCEED_TOLERATED_FAILURE_THRESHOLD,
  'The specified tolerated failure threshold was exceeded',
);

/** A Distributed Map: its Map Run. */
interface MapRunProgress extends Progress {
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

/**
 * A Distributed Map: each item, or batch of items, is an execution of its own.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function compileDistributedMap(state: MapState, language: QueryLanguage, parts: MapParts): CompiledState['run'] {
  const reader = state.ItemReader && compileItemReader(state.ItemReader, state.InputPath, language);
  const batch = state.ItemBatcher && compileBatcher(state.ItemBatcher, state.InputPath, language);
  const refused = compileMapPermission(state, language);
  const tolerated = compileTolerance(state, language);
  const program: Program = {
    scope: parts.scope,
    type: state.ItemProcessor?.ProcessorConfig?.ExecutionType ?? 'STANDARD',
    timeoutSeconds: undefined,
  };
  const write = compileResultWriter(state, language);
  return frame => {
    const { execution } = frame;
    const { settings } = execution;
    const before = takenOver<MapRunProgress>(frame);
    const sideBySide = Math.min(parts.maxConcurrency(frame) || MAX_MAP_RUN_CONCURRENCY, MAX_MAP_RUN_CONCURRENCY);
    const direct = reader ? undefined : (before?.read ?? parts.items(frame));
    if (!before) {
      frame.last = execution.record('MapStateStarted', frame.last, undefined, undefined, {
        length: direct?.values.length ?? 0,
      });
    }
    const limit = reader?.limit(frame) ?? 0;
    const tolerance = tolerated(frame);
    const label = before?.label ?? state.Label ?? execution.random.uuid();
    const mapRunArn =
      before?.mapRunArn ??
      `arn:${settings.partition}:states:${settings.region}:${settings.account}:mapRun:${settings.stateMachineName}/${label}:${execution.random.uuid()}`;
    const started =
      before?.started ?? execution.record('MapRunStarted', frame.last, undefined, undefined, { mapRunArn });
    const redriveCount = before ? countRedrive(before) : 0;
    frame.last = before
      ? execution.record('MapRunRedriven', frame.last, undefined, undefined, { mapRunArn, redriveCount })
      : started;
    const progress: MapRunProgress = {
      kind: 'MAP_RUN',
      enteredId: frame.enteredId,
      started,
      mapRunArn,
      label,
      redriveCount,
      read: before?.read && { ...before.read, values: before.read.values.slice() },
      batches: before?.batches,
      run: before?.run,
      failure: undefined,
      again: false,
    };
    frame.progress = progress;

    const failRun = (reason: Failure): Signal => {
      frame.last = execution.record('MapRunFailed', frame.last, undefined, undefined, namedFailure(reason));
      return failState(frame, reason, frame.last);
    };
    const leave = (run: MapRun | undefined): Signal => {
      let result: Json;
      try {
        result = write ? write(frame, mapRunArn, run?.results ?? []) : (run?.succeeded() ?? []);
      } catch (error) {
        if (error instanceof StateFailure) return failRun(error.failure);
        throw error;
      }
      const succeeded = execution.record('MapRunSucceeded', frame.last, undefined, undefined, undefined);
      frame.last = execution.record('MapStateSucceeded', succeeded, undefined, undefined, undefined);
      frame.taskResult = result;
      const assigned = parts.flow.assign?.(frame, result);
      const output = parts.flow.output(frame, result);
      frame.last = started;
      const signal = execution.leave(frame, output, assigned);
      frame.progress = undefined;
      return signal;
    };
    const over = (run: MapRun, exceeded: boolean): Signal => {
      frame.job = undefined;
      if (!exceeded) return leave(run);
      run.stop();
      return failRun(EXCEEDED);
    };
    const runOver = (items: MapItems): Signal => {
      progress.read = items;
      const { values } = items;
      const select = (index: number): Json => parts.select(frame, itemAt(items, index));
      // what a reader has read belongs to this run: an item is let go with its child
      const take = (index: number): Json => {
        const value = select(index);
        (values as Json[])[index] = null;
        return value;
      };
      const batches = (progress.batches ??= batch?.(
        frame,
        values.map((_, index) => select(index)),
      ));
      const children = batches?.length ?? values.length;
      if (children === 0) return leave(undefined);
      const input = batches ? (index: number) => batches[index] : reader ? take : select;
      const run = new MapRun(
        {
          frame,
          program,
          mapRunArn,
          label,
          children,
          input,
          sideBySide,
          tolerance,
          keepResults: write !== undefined,
          before: before?.run,
        },
        exceeded => execution.resume(frame, () => over(run, exceeded)),
      );
      frame.job = progress.run = run;
      run.start();
      return BLOCKED;
    };
    return reading(failRun, () => {
      const reason = refused(frame, before?.run?.redrivesExecutions ?? false);
      if (reason) throw new StateFailure(reason);
      return runOver(progress.read ?? (reader ? reader.read(frame, limit) : direct!));
    });
  };
}

/** How often the Map Run was redriven, this time included. */
function countRedrive({ redriveCount, mapRunArn }: MapRunProgress): number {
  if (redriveCount >= MAX_MAP_RUN_REDRIVES) {
    throw runtimeFailure(`The Map Run ${mapRunArn} has been redriven ${MAX_MAP_RUN_REDRIVES} times.`);
  }
  return redriveCount + 1;
}

/** Does what a failed reader fails the Map Run for. */
function reading(failRun: (reason: Failure) => Signal, work: () => Signal): Signal {
  try {
    return work();
  } catch (error) {
    if (error instanceof StateFailure) return failRun(error.failure);
    throw error;
  }
}

/** How many failures a Map Run takes; both limits hold where both are given, none is none. */
export function compileTolerance(state: MapState, language: QueryLanguage): (frame: Frame) => Tolerance {
  const count = toleratedNumber(
    'ToleratedFailureCount',
    state.ToleratedFailureCount,
    state.ToleratedFailureCountPath,
    state,
    language,
    'integer',
  );
  const percentage = toleratedNumber(
    'ToleratedFailurePercentage',
    state.ToleratedFailurePercentage,
    state.ToleratedFailurePercentagePath,
    state,
    language,
    'float',
  );
  return frame => {
    const most = count?.(frame);
    const share = percentage?.(frame);
    if (most !== undefined && most < 0) throw runtimeFailure('ToleratedFailureCount cannot be negative.');
    if (share !== undefined && (share < 0 || share > 100)) {
      throw runtimeFailure('ToleratedFailurePercentage must be between 0 and 100.');
    }
    if (most === undefined && share === undefined) return { count: 0, percentage: 100 };
    return { count: most ?? Number.POSITIVE_INFINITY, percentage: share ?? 100 };
  };
}

/** A number of failures that is given, read or computed. */
export function toleratedNumber(
  field: string,
  literal: number | string | undefined,
  path: string | undefined,
  state: MapState,
  language: QueryLanguage,
  kind: 'integer' | 'float',
): ((frame: Frame) => number) | undefined {
  if (language === 'JSONPath' && path !== undefined) return numberPath(`${field}Path`, path, state.InputPath, kind);
  if (typeof literal === 'string' && isExpression(literal)) {
    return compileExpression(literal, field, kind === 'integer' ? 'integer' : 'number') as (frame: Frame) => number;
  }
  return typeof literal === 'number' ? () => literal : undefined;
}
