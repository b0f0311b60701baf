import type { Json } from '../../asl';
import { BLOCKED, type CompiledState, type Signal } from '../compiled';
import { Frame, type Join } from '../frame';
import type { MapParts } from './map';

/** At most this many items of an inline Map run side by side. @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html */
const MOST_SIDE_BY_SIDE = 40;

/** An inline Map: items run in frames of the same execution. */
export function compileInlineMap(parts: MapParts): CompiledState['run'] {
  return frame => {
    const { execution } = frame;
    const { name } = frame.state;
    const asked = parts.maxConcurrency(frame);
    const items = parts.items(frame);
    const most = execution.settings.withoutLimits.has('mapConcurrency') ? asked || items.length : Math.min(asked || MOST_SIDE_BY_SIDE, MOST_SIDE_BY_SIDE);
    const started = execution.record('MapStateStarted', frame.last, undefined, undefined, { length: items.length });
    frame.last = started;
    const outputs: Json[] = new Array(items.length).fill(null);
    const running = new Set<Frame>();
    let next = 0;
    let open = items.length;

    const leave = (last: number): Signal => {
      frame.children = undefined;
      execution.record('MapStateSucceeded', last, undefined, undefined, undefined);
      frame.last = last;
      frame.taskResult = outputs;
      const assigned = parts.flow.assign?.(frame, outputs);
      return execution.leave(frame, parts.flow.output(frame, outputs), assigned);
    };
    const join: Join = {
      completed(child, output) {
        const { index } = child.item!;
        outputs[index] = output;
        running.delete(child);
        const done = execution.record('MapIterationSucceeded', child.last, name, undefined, { index });
        open--;
        if (open === 0) execution.resume(frame, () => leave(done));
        else if (next < items.length) execution.resume(frame, () => startNext(child.last));
      },
      failed(child, reason) {
        running.delete(child);
        execution.record('MapIterationFailed', child.last, name, undefined, { index: child.item!.index });
        execution.resume(frame, () => {
          execution.abort(running);
          frame.children = undefined;
          return execution.fail(frame, reason, child.last);
        });
      },
    };
    const startNext = (previous: number): Signal => {
      const index = next++;
      const item = { index, value: items[index] };
      const input = parts.select(frame, item);
      const first = execution.record('MapIterationStarted', previous, name, undefined, { index });
      const child = new Frame(execution, parts.scope, input, first, frame.bindings, join, item, frame);
      running.add(child);
      execution.scheduler.soon(() => { if (!child.ended) execution.proceed(child); });
      return BLOCKED;
    };

    if (items.length === 0) return leave(started);
    frame.children = running;
    for (let i = 0; i < Math.min(most, items.length); i++) startNext(started);
    return BLOCKED;
  };
}
