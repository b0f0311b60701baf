import { progressKept } from './progress';
import { Frame, type Join } from '../frame';

/** Puts a frame where another one stands, with its variables. */
export function standAs(frame: Frame, before: Frame): void {
  frame.state = before.state;
  frame.data = before.data;
  frame.last = before.last;
  frame.enteredId = before.enteredId;
  frame.enteredAfter = before.enteredAfter;
  frame.enteredAt = before.enteredAt;
  frame.bindings.goOnFrom(before.bindings);
  frame.execution.countVariables(frame.bindings.bytes());
  frame.progress = progressKept(before);
}

/** A frame inside of a container that stands where another one stood in the same container. */
export function frameAs(before: Frame, parent: Frame, join: Join): Frame {
  const frame = new Frame(
    parent.execution,
    before.scope,
    before.data,
    before.last,
    parent.bindings,
    join,
    before.item,
    parent,
  );
  standAs(frame, before);
  return frame;
}

/**
 * Goes on with a frame from where it stands. A state that was entered is not entered again, but for Fail; what it did for its retries starts from zero.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html#redrive-behavior-states
 */
export function goOn(frame: Frame): void {
  const { execution, state } = frame;
  if (frame.enteredId === 0 || state.type === 'Fail') {
    execution.proceed(frame);
    return;
  }
  execution.resume(frame, () => {
    if (frame.progress === undefined) execution.transitions++;
    return state.run(frame);
  });
}
