import { MAX_INLINE_CONCURRENCY, type Json } from '../../asl';
import { isSilent } from '../failure';
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

/** An inline Map: items run in frames of the same execution. */
export function compileInlineMap(parts: MapParts): CompiledState['run'] {
  return frame => {
    const { execution } = frame;
    const { name } = frame.state;
    const before = takenOver<IterationsProgress>(frame);
    const asked = parts.maxConcurrency(frame);
    const items = before ? before.items : parts.items(frame);
    const { length } = items.values;
    const most = execution.settings.withoutLimits.has('mapConcurrency')
      ? asked || length
      : Math.min(asked || MAX_INLINE_CONCURRENCY, MAX_INLINE_CONCURRENCY);
    const started = before
      ? before.started
      : (frame.last = execution.record('MapStateStarted', frame.last, undefined, undefined, { length }));
    const outputs: Json[] = before ? [...before.outputs] : new Array(length).fill(null);
    const running = new Set<Frame>();
    const progress: IterationsProgress = {
      kind: 'ITERATIONS',
      enteredId: frame.enteredId,
      started,
      items,
      outputs,
      running,
      failed: [],
      next: before?.next ?? 0,
      open: before?.open ?? length,
      failure: undefined,
      again: false,
    };
    frame.progress = progress;

    const leave = (last: number): Signal => {
      frame.children = undefined;
      frame.last = execution.record('MapStateSucceeded', last, undefined, undefined, undefined);
      frame.taskResult = outputs;
      const assigned = parts.flow.assign?.(frame, outputs);
      const output = parts.flow.output(frame, outputs);
      frame.last = last;
      const signal = execution.leave(frame, output, assigned);
      frame.progress = undefined;
      return signal;
    };
    const join: Join = {
      completed(child, output) {
        const { index } = child.item!;
        outputs[index] = output;
        running.delete(child);
        const done = execution.record('MapIterationSucceeded', child.last, name, undefined, { index });
        progress.open--;
        if (progress.open === 0) execution.resume(frame, () => leave(done));
        else if (progress.next < length) execution.resume(frame, () => startNext(child.last));
      },
      failed(child, reason) {
        running.delete(child);
        progress.failed.push(child);
        execution.resume(frame, () => {
          cutFrames(running, child, reason);
          if (!isSilent(reason)) {
            execution.record('MapIterationFailed', child.last, name, undefined, { index: child.item!.index });
          }
          frame.children = undefined;
          return failState(frame, reason, child.last);
        });
      },
    };
    const startNext = (previous: number): Signal => {
      const index = progress.next;
      const item = itemAt(items, index);
      const input = parts.select(frame, item);
      progress.next++;
      const first = execution.record('MapIterationStarted', previous, name, undefined, { index });
      const child = new Frame(execution, parts.scope, input, first, frame.bindings, join, item, frame);
      running.add(child);
      execution.scheduler.soon(() => {
        if (!child.ended) execution.proceed(child);
      });
      return BLOCKED;
    };

    if (progress.open === 0) return leave(before ? frame.last : started);
    frame.children = running;
    for (const unfinished of before ? unfinishedOf(before) : []) {
      const child = frameAs(unfinished, frame, join);
      running.add(child);
      execution.scheduler.soon(() => {
        if (!child.ended) goOn(child);
      });
    }
    while (running.size < most && progress.next < length) startNext(started);
    return BLOCKED;
  };
}

/** The frames of the items that have started and are not done, in the order of the items. */
function unfinishedOf({ running, failed }: IterationsProgress): Frame[] {
  return [...running, ...failed].sort((a, b) => a.item!.index - b.item!.index);
}
