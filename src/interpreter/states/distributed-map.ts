import {
  ERROR_NAMES,
  MAX_MAP_RUN_CONCURRENCY,
  MAX_MAP_RUN_REDRIVES,
  type Json,
  type MapState,
  type QueryLanguage,
} from '../../asl';
import { runtimeFailure } from '../data-flow';
import { failState } from '../fail-state';
import { failure, namedFailure, StateFailure, type Failure } from '../failure';
import type { CompiledState, Frame } from '../frame';
import { itemAt, type MapItems } from '../map-items';
import { compileBatcher } from '../map-run/batcher';
import { compileItemReader } from '../map-run/item-reader';
import { compileMapPermission } from '../map-run/map-permission';
import { MapRun, type Tolerance } from '../map-run/map-run';
import { compileResultWriter } from '../map-run/result-writer';
import type { Program } from '../program';
import { takenOver, type Progress } from '../redrive/progress';
import { BLOCKED, type Signal } from '../signal';
import type { MapParts } from './map-parts';
import { compileTolerance } from './tolerance';

const EXCEEDED: Failure = failure(
  ERROR_NAMES.EXCEED_TOLERATED_FAILURE_THRESHOLD,
  'The specified tolerated failure threshold was exceeded',
);

/** The progress of a Distributed Map: its Map Run. */
interface MapRunProgress extends Progress {
  readonly kind: 'MAP_RUN';
  readonly mapRunArn: string;
  readonly label: string;
  readonly redriveCount: number;
  /** The items. Undefined until they are read. */
  read: MapItems | undefined;
  batches: readonly Json[] | undefined;
  /** Undefined until the first child execution starts. */
  run: MapRun | undefined;
}

/** The compiled parts of a Distributed Map. */
type DistributedParts = MapParts & ReturnType<typeof compileParts>;

/**
 * A Distributed Map: each item, or batch of items, is an execution of its own.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export function compileDistributedMap(state: MapState, language: QueryLanguage, parts: MapParts): CompiledState['run'] {
  const compiled: DistributedParts = { ...parts, ...compileParts(state, language, parts) };
  return frame => new DistributedMapVisit(frame, compiled).run();
}

function compileParts(state: MapState, language: QueryLanguage, { scope }: MapParts) {
  const program: Program = {
    scope,
    type: state.ItemProcessor?.ProcessorConfig?.ExecutionType ?? 'STANDARD',
    timeoutSeconds: undefined,
  };
  return {
    label: state.Label,
    reader: state.ItemReader && compileItemReader(state.ItemReader, state.InputPath, language),
    batch: state.ItemBatcher && compileBatcher(state.ItemBatcher, state.InputPath, language),
    refused: compileMapPermission(state, language),
    tolerated: compileTolerance(state, language),
    program,
    write: compileResultWriter(state, language),
  };
}

/** A visit of a Distributed Map: a Map Run, or its redrive. */
class DistributedMapVisit {
  private readonly before: MapRunProgress | undefined;
  private readonly sideBySide: number;
  /** The items, unless a reader reads them. */
  private readonly direct: MapItems | undefined;
  private readonly limit: number;
  private readonly tolerance: Tolerance;
  private readonly progress: MapRunProgress;

  constructor(
    private readonly frame: Frame,
    private readonly parts: DistributedParts,
  ) {
    const { execution } = frame;
    const { reader } = parts;
    const before = takenOver<MapRunProgress>(frame);
    this.before = before;
    this.sideBySide = Math.min(parts.maxConcurrency(frame) || MAX_MAP_RUN_CONCURRENCY, MAX_MAP_RUN_CONCURRENCY);
    this.direct = reader ? undefined : (before?.read ?? parts.items(frame));
    if (!before) {
      const length = this.direct?.values.length ?? 0;
      frame.last = execution.record('MapStateStarted', frame.last, undefined, undefined, { length });
    }
    this.limit = reader?.limit(frame) ?? 0;
    this.tolerance = parts.tolerated(frame);
    this.progress = this.startMapRun();
    frame.progress = this.progress;
  }

  /** Starts the child executions. */
  run(): Signal {
    const { frame, parts, before, progress } = this;
    try {
      const reason = parts.refused(frame, before?.run?.redrivesExecutions ?? false);
      if (reason) throw new StateFailure(reason);
      return this.runOver(progress.read ?? (parts.reader ? parts.reader.read(frame, this.limit) : this.direct!));
    } catch (error) {
      if (error instanceof StateFailure) return this.fail(error.failure);
      throw error;
    }
  }

  private startMapRun(): MapRunProgress {
    const { frame, before } = this;
    const { execution } = frame;
    const label = before?.label ?? this.parts.label ?? execution.random.uuid();
    const mapRunArn = before?.mapRunArn ?? newMapRunArn(frame, label);
    const started =
      before?.started ?? execution.record('MapRunStarted', frame.last, undefined, undefined, { mapRunArn });
    const redriveCount = before ? countRedrive(before) : 0;
    frame.last = before
      ? execution.record('MapRunRedriven', frame.last, undefined, undefined, { mapRunArn, redriveCount })
      : started;
    return {
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
  }

  private runOver(items: MapItems): Signal {
    const { frame, parts, progress, before } = this;
    progress.read = items;
    const batches = (progress.batches ??= parts.batch?.(
      frame,
      items.values.map((_, index) => this.select(index)),
    ));
    const children = batches?.length ?? items.values.length;
    if (children === 0) return this.leave(undefined);
    const run = new MapRun(
      {
        frame,
        program: parts.program,
        mapRunArn: progress.mapRunArn,
        label: progress.label,
        children,
        input: batches
          ? index => batches[index]
          : parts.reader
            ? index => this.take(index)
            : index => this.select(index),
        sideBySide: this.sideBySide,
        tolerance: this.tolerance,
        keepResults: parts.write !== undefined,
        before: before?.run,
      },
      exceeded => frame.execution.resume(frame, () => this.end(run, exceeded)),
    );
    frame.job = progress.run = run;
    run.start();
    return BLOCKED;
  }

  private select(index: number): Json {
    return this.parts.select(this.frame, itemAt(this.progress.read!, index));
  }

  /** The items that a reader has read belong to this run, so each is released with its child execution. */
  private take(index: number): Json {
    const value = this.select(index);
    (this.progress.read!.values as Json[])[index] = null;
    return value;
  }

  private end(run: MapRun, exceeded: boolean): Signal {
    this.frame.job = undefined;
    if (!exceeded) return this.leave(run);
    run.stop();
    return this.fail(EXCEEDED);
  }

  private leave(run: MapRun | undefined): Signal {
    const { frame, parts, progress } = this;
    const { execution } = frame;
    let result: Json;
    try {
      result = parts.write ? parts.write(frame, progress.mapRunArn, run?.results ?? []) : (run?.succeeded() ?? []);
    } catch (error) {
      if (error instanceof StateFailure) return this.fail(error.failure);
      throw error;
    }
    const succeeded = execution.record('MapRunSucceeded', frame.last, undefined, undefined, undefined);
    frame.last = execution.record('MapStateSucceeded', succeeded, undefined, undefined, undefined);
    frame.taskResult = result;
    const assigned = parts.flow.assign?.(frame, result);
    const output = parts.flow.output(frame, result);
    frame.last = progress.started;
    const signal = execution.leave(frame, output, assigned);
    frame.progress = undefined;
    return signal;
  }

  private fail(reason: Failure): Signal {
    const { frame } = this;
    frame.last = frame.execution.record('MapRunFailed', frame.last, undefined, undefined, namedFailure(reason));
    return failState(frame, reason, frame.last);
  }
}

function newMapRunArn({ execution: { settings, random } }: Frame, label: string): string {
  const { partition, region, account, stateMachineName } = settings;
  return `arn:${partition}:states:${region}:${account}:mapRun:${stateMachineName}/${label}:${random.uuid()}`;
}

/** The number of redrives of the Map Run, this one included. */
function countRedrive({ redriveCount, mapRunArn }: MapRunProgress): number {
  if (redriveCount >= MAX_MAP_RUN_REDRIVES) {
    throw runtimeFailure(`The Map Run ${mapRunArn} has been redriven ${MAX_MAP_RUN_REDRIVES} times.`);
  }
  return redriveCount + 1;
}
