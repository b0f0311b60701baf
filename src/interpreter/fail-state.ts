import { findCatcher } from './catch';
import type { CompiledCatcher } from './compiled-handlers';
import { isSilent, type Failure } from './failure';
import type { Frame } from './frame';
import type { HistoryEventType } from './history-event';
import { nextRetry } from './retry';
import { BLOCKED, type Signal } from './signal';
import { cutFrames } from './stop-frames';
import { thrownFailure } from './thrown-failure';

/**
 * Fails the state of a frame: retries it, continues with a handler, or fails its scope.
 *
 * @param inner for a Map or Parallel, the event that failed inside
 */
export function failState(frame: Frame, reason: Failure, inner?: number): Signal {
  const { execution } = frame;
  const delay = nextRetry(frame, reason);
  if (frame.children) {
    cutFrames(frame.children, frame, reason);
    frame.children = undefined;
  }
  if (inner !== undefined) frame.last = inner;
  if (delay !== undefined) {
    execution.transitions++;
    frame.timer = execution.scheduler.at(execution.scheduler.time + delay, () =>
      execution.resume(frame, () => frame.state.run(frame)),
    );
    return BLOCKED;
  }
  if (inner !== undefined && !isSilent(reason)) recordFailed(frame);
  const catcher = findCatcher(frame, reason);
  return catcher ? continueWithHandler(frame, catcher, inner) : execution.failScope(frame, reason);
}

function recordFailed(frame: Frame): void {
  const type = `${frame.state.type}StateFailed` as HistoryEventType;
  frame.last = frame.execution.record(type, frame.last, undefined, undefined, undefined);
}

/** Continues with the handler of a catcher. A failure of the catcher itself is neither retried nor caught. */
function continueWithHandler(frame: Frame, catcher: CompiledCatcher, inner: number | undefined): Signal {
  try {
    const output = catcher.output(frame);
    const assigned = catcher.assign?.(frame);
    frame.progress = undefined;
    return frame.execution.leave(frame, output, assigned, frame.scope.states.get(catcher.next));
  } catch (error) {
    const { last } = frame;
    frame.last = inner ?? last;
    const { reason, evaluation } = thrownFailure(frame, error);
    if (evaluation === undefined) frame.last = last;
    else if (inner !== undefined) recordFailed(frame);
    return frame.execution.failScope(frame, reason);
  }
}
