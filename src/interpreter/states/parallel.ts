import type { ParallelState, QueryLanguage, Json } from '../../asl';
import { compileArguments, compileResult } from '../data-flow';
import { failState } from '../fail-state';
import { isSilent, type Failure } from '../failure';
import { type CompiledScope, type CompiledState, Frame, type Join } from '../frame';
import { frameAs, goOn } from '../redrive/go-on';
import { takenOver, type Progress } from '../redrive/progress';
import { BLOCKED, type Signal } from '../signal';
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
  return frame => new ParallelVisit(frame, { branches, args, flow }).run();
}

/** The compiled parts of a Parallel. */
interface ParallelParts {
  readonly branches: readonly CompiledScope[];
  readonly args: ReturnType<typeof compileArguments>;
  readonly flow: ReturnType<typeof compileResult>;
}

/** A visit of a Parallel. It receives the end of each branch. */
class ParallelVisit implements Join {
  private readonly before: BranchesProgress | undefined;
  private readonly progress: BranchesProgress;
  private open: number;

  constructor(
    private readonly frame: Frame,
    private readonly parts: ParallelParts,
  ) {
    const { execution } = frame;
    const { branches, args } = parts;
    const before = takenOver<BranchesProgress>(frame);
    this.before = before;
    const input = before ? frame.data : args(frame);
    const started = before
      ? before.started
      : (frame.last = execution.record('ParallelStateStarted', frame.last, undefined, undefined, undefined));
    const done: boolean[] = before ? [...before.done] : new Array<boolean>(branches.length).fill(false);
    this.open = done.filter(branch => !branch).length;
    this.progress = {
      kind: 'BRANCHES',
      enteredId: frame.enteredId,
      started,
      children: before
        ? before.children.map((child, index) => (done[index] ? child : frameAs(child, frame, this)))
        : branches.map(branch => new Frame(execution, branch, input, started, frame.bindings, this, undefined, frame)),
      outputs: before ? [...before.outputs] : new Array<Json>(branches.length).fill(null),
      done,
      failure: undefined,
      again: false,
    };
    frame.progress = this.progress;
  }

  /** Starts the branches. */
  run(): Signal {
    const { frame, before } = this;
    const { execution } = frame;
    const { children } = this.progress;
    if (this.open === 0) return this.leave(frame.last);
    frame.children = children;
    for (const child of children) {
      execution.scheduler.soon(() => {
        if (!child.ended) before ? goOn(child) : execution.proceed(child);
      });
    }
    return BLOCKED;
  }

  completed(child: Frame, output: Json): void {
    const { children, outputs, done } = this.progress;
    const index = children.indexOf(child);
    outputs[index] = output;
    done[index] = true;
    if (--this.open === 0) this.frame.execution.resume(this.frame, () => this.leave(child.last));
  }

  failed(child: Frame, reason: Failure): void {
    const { frame, progress } = this;
    const { execution } = frame;
    execution.resume(frame, () => {
      if (child.state.type === 'Task' && !isSilent(reason)) {
        execution.record('TaskStateAborted', child.last, undefined, undefined, undefined);
      }
      cutFrames(progress.children, child, reason);
      frame.children = undefined;
      return failState(frame, reason, child.last);
    });
  }

  private leave(last: number): Signal {
    const { frame, parts } = this;
    const { outputs } = this.progress;
    frame.children = undefined;
    frame.last = frame.execution.record('ParallelStateSucceeded', last, undefined, undefined, undefined);
    frame.taskResult = outputs;
    const assigned = parts.flow.assign?.(frame, outputs);
    const output = parts.flow.output(frame, outputs);
    frame.last = last;
    const signal = frame.execution.leave(frame, output, assigned);
    frame.progress = undefined;
    return signal;
  }
}
