import { MAX_INLINE_CONCURRENCY, type Json } from '../../asl';
import { isSilent, type Failure } from '../failure';
import { type CompiledState, Frame, type Join } from '../frame';
import { itemAt, type MapItems } from '../map-items';
import { frameAs, goOn } from '../redrive/go-on';
import { takenOver, type Progress } from '../redrive/progress';
import { BLOCKED, type Signal } from '../signal';
import type { MapParts } from './map-parts';
import { failState } from '../fail-state';
import { cutFrames } from '../stop-frames';

/** An inline Map: the outputs of the items that are done, the frames of those that are not, and the first that has not started. */
interface IterationsProgress extends Progress {
  readonly kind: 'ITERATIONS';
  readonly items: MapItems;
  readonly outputs: Json[];
  readonly running: Set<Frame>;
  readonly failed: Frame[];
  next: number;
  open: number;
}

/** An inline Map: its iterations run in frames of the same execution. */
export function compileInlineMap(parts: MapParts): CompiledState['run'] {
  return frame => new InlineMapVisit(frame, parts).run();
}

/** A visit of an inline Map. It receives the end of each iteration. */
class InlineMapVisit implements Join {
  private readonly name: string;
  private readonly before: IterationsProgress | undefined;
  private readonly progress: IterationsProgress;
  private readonly length: number;
  /** The most iterations that run at the same time. */
  private readonly most: number;

  constructor(
    private readonly frame: Frame,
    private readonly parts: MapParts,
  ) {
    const { execution } = frame;
    const before = takenOver<IterationsProgress>(frame);
    this.name = frame.state.name;
    this.before = before;
    const asked = parts.maxConcurrency(frame);
    const items = before ? before.items : parts.items(frame);
    const { length } = items.values;
    this.length = length;
    this.most = execution.settings.withoutLimits.has('mapConcurrency')
      ? asked || length
      : Math.min(asked || MAX_INLINE_CONCURRENCY, MAX_INLINE_CONCURRENCY);
    const started = before
      ? before.started
      : (frame.last = execution.record('MapStateStarted', frame.last, undefined, undefined, { length }));
    this.progress = {
      kind: 'ITERATIONS',
      enteredId: frame.enteredId,
      started,
      items,
      outputs: before ? [...before.outputs] : new Array<Json>(length).fill(null),
      running: new Set<Frame>(),
      failed: [],
      next: before?.next ?? 0,
      open: before?.open ?? length,
      failure: undefined,
      again: false,
    };
    frame.progress = this.progress;
  }

  /** Starts the iterations, up to the limit. */
  run(): Signal {
    const { frame, before, progress } = this;
    const { running, started } = progress;
    if (progress.open === 0) return this.leave(before ? frame.last : started);
    frame.children = running;
    for (const unfinished of before ? unfinishedOf(before) : []) {
      const child = frameAs(unfinished, frame, this);
      running.add(child);
      frame.execution.scheduler.soon(() => {
        if (!child.ended) goOn(child);
      });
    }
    while (running.size < this.most && progress.next < this.length) this.startNext(started);
    return BLOCKED;
  }

  completed(child: Frame, output: Json): void {
    const { frame, progress } = this;
    const { execution } = frame;
    const { index } = child.item!;
    progress.outputs[index] = output;
    progress.running.delete(child);
    const done = execution.record('MapIterationSucceeded', child.last, this.name, undefined, { index });
    progress.open--;
    if (progress.open === 0) execution.resume(frame, () => this.leave(done));
    else if (progress.next < this.length) execution.resume(frame, () => this.startNext(child.last));
  }

  failed(child: Frame, reason: Failure): void {
    const { frame, progress } = this;
    const { execution } = frame;
    progress.running.delete(child);
    progress.failed.push(child);
    execution.resume(frame, () => {
      cutFrames(progress.running, child, reason);
      if (!isSilent(reason)) {
        execution.record('MapIterationFailed', child.last, this.name, undefined, { index: child.item!.index });
      }
      frame.children = undefined;
      return failState(frame, reason, child.last);
    });
  }

  private startNext(previous: number): Signal {
    const { frame, parts, progress } = this;
    const { execution } = frame;
    const index = progress.next;
    const item = itemAt(progress.items, index);
    const input = parts.select(frame, item);
    progress.next++;
    const first = execution.record('MapIterationStarted', previous, this.name, undefined, { index });
    const child = new Frame(execution, parts.scope, input, first, frame.bindings, this, item, frame);
    progress.running.add(child);
    execution.scheduler.soon(() => {
      if (!child.ended) execution.proceed(child);
    });
    return BLOCKED;
  }

  private leave(last: number): Signal {
    const { frame, parts } = this;
    const { outputs } = this.progress;
    frame.children = undefined;
    frame.last = frame.execution.record('MapStateSucceeded', last, undefined, undefined, undefined);
    frame.taskResult = outputs;
    const assigned = parts.flow.assign?.(frame, outputs);
    const output = parts.flow.output(frame, outputs);
    frame.last = last;
    const signal = frame.execution.leave(frame, output, assigned);
    frame.progress = undefined;
    return signal;
  }
}

/** The frames of the items that have started and are not done, in the order of the items. */
function unfinishedOf({ running, failed }: IterationsProgress): Frame[] {
  return [...running, ...failed].sort((a, b) => a.item!.index - b.item!.index);
}
