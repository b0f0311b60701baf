import { isSilent, type Failure } from './failure';
import type { Frame } from './frame';
import type { HistoryEventType } from './history-event';

/** The types of states that have an Aborted event. */
const ABORTABLE = new Set(['Task', 'Wait', 'Map', 'Parallel']);

/**
 * Ends the frames of a container after one of them has failed. Their states are recorded as aborted, linked to the last event of the
 * frame that failed. If the definition is wrong (States.Runtime), they end without events.
 */
export function cutFrames(frames: Iterable<Frame>, failed: Frame, reason: Failure): void {
  for (const frame of frames) {
    if (frame.ended) continue;
    if (isSilent(reason)) silenceFrames(frame, true);
    else abort(frame, failed.last);
  }
}

function abort(frame: Frame, previous: number): void {
  const { execution } = frame;
  frame.ended = true;
  execution.scheduler.cancel(frame.timer);
  frame.job?.stop();
  if (frame.item && frame.parent) {
    execution.record('MapIterationAborted', previous, frame.parent.state.name, undefined, { index: frame.item.index });
  }
  execution.countVariables(-frame.bindings.bytes());
  for (const child of frame.children ?? []) if (!child.ended) abort(child, previous);
  if (frame.enteredId > 0 && ABORTABLE.has(frame.state.type)) {
    execution.record(`${frame.state.type}StateAborted` as HistoryEventType, previous, undefined, undefined, undefined);
  }
}

/**
 * Ends a frame and the frames inside it, without events.
 *
 * @param continues the execution continues, so that it no longer counts their variables
 */
export function silenceFrames(outermost: Frame, continues: boolean): void {
  const { execution } = outermost;
  const work: Frame[] = [outermost];
  for (let frame = work.pop(); frame; frame = work.pop()) {
    if (continues && !frame.ended) execution.countVariables(-frame.bindings.bytes());
    frame.ended = true;
    execution.scheduler.cancel(frame.timer);
    frame.job?.stop();
    if (frame.children) work.push(...frame.children);
  }
}
