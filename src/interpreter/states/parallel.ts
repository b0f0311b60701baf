import type { ParallelState, QueryLanguage, Json } from '../../asl';
import { compileArguments, compileResult } from '../data-flow';
import { isSilent } from '../failure';
import { type CompiledScope, type CompiledState, Frame, type Join } from '../frame';
import { frameAs, goOn } from '../redrive/go-on';
import { takenOver, type Progress } from '../redrive/progress';
import { BLOCKED, type Signal } from '../signal';
import { failState } from '../fail-state';
import { cutFrames } from '../stop-frames';

/** A Parallel: its branches, and the outputs of those that are done. */
interface BranchesProgress extends Progress {
  readonly kind: 'BRANCHES';
  readonly children: readonly Frame[];
  readonly outputs: Json[];
  readonly done: boolean[];
}

/**
 * Parallel: runs its branches side by side, each with the same input; the result is the array of their outputs.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html
 */
export function compileParallel(
  state: ParallelState,
  language: QueryLanguage,
  branches: readonly CompiledScope[],
): CompiledState['run'] {
  const args = compileArguments(state, language);
  const flow = compileResult(state, language);
  return frame => {
    const { execution } = frame;
    const before = takenOver<BranchesProgress>(frame);
    const input = before ? frame.data : args(frame);
    const started = before
      ? before.started
      : (frame.last = execution.record('ParallelStateStarted', frame.last, undefined, undefined, undefined));
    const outputs: Json[] = before ? [...before.outputs] : new Array(branches.length).fill(null);
    const done: boolean[] = before ? [...before.done] : new Array(branches.length).fill(false);
    let open = done.filter(branch => !branch).length;
    const leave = (last: number): Signal => {
      frame.children = undefined;
      frame.last = execution.record('ParallelStateSucceeded', last, undefined, undefined, undefined);
      frame.taskResult = outputs;
      const assigned = flow.assign?.(frame, outputs);
      const output = flow.output(frame, outputs);
      frame.last = last;
      const signal = execution.leave(frame, output, assigned);
      frame.progress = undefined;
      return signal;
    };
    const join: Join = {
      completed(child, output) {
        const index = children.indexOf(child);
        outputs[index] = output;
        done[index] = true;
        if (--open === 0) execution.resume(frame, () => leave(child.last));
      },
      failed(child, reason) {
        execution.resume(frame, () => {
          if (child.state.type === 'Task' && !isSilent(reason)) {
            execution.record('TaskStateAborted', child.last, undefined, undefined, undefined);
          }
          cutFrames(children, child, reason);
          frame.children = undefined;
          return failState(frame, reason, child.last);
        });
      },
    };
    const children: Frame[] = before
      ? before.children.map((child, index) => (done[index] ? child : frameAs(child, frame, join)))
      : branches.map(branch => new Frame(execution, branch, input, started, frame.bindings, join, undefined, frame));
    const progress: BranchesProgress = {
      kind: 'BRANCHES',
      enteredId: frame.enteredId,
      started,
      children,
      outputs,
      done,
      failure: undefined,
      again: false,
    };
    frame.progress = progress;
    if (open === 0) return leave(frame.last);
    frame.children = children;
    for (const child of children) {
      execution.scheduler.soon(() => {
        if (!child.ended) before ? goOn(child) : execution.proceed(child);
      });
    }
    return BLOCKED;
  };
}
