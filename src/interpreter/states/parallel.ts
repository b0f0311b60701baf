import type { ParallelState, QueryLanguage, Json } from '../../asl';
import { BLOCKED, type CompiledScope, type CompiledState } from '../compiled';
import { compileArguments, compileResult } from '../data-flow';
import { Frame, type Join } from '../frame';

/**
 * Parallel: runs its branches side by side, each with the same input; the result is the array of their outputs.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html
 */
export function compileParallel(state: ParallelState, language: QueryLanguage, branches: readonly CompiledScope[]): CompiledState['run'] {
  const args = compileArguments(state, language);
  const flow = compileResult(state, language);
  return frame => {
    const { execution } = frame;
    const input = args(frame);
    const started = execution.record('ParallelStateStarted', frame.last, undefined, undefined, undefined);
    frame.last = started;
    const outputs: Json[] = new Array(branches.length).fill(null);
    let open = branches.length;
    const join: Join = {
      completed(child, output) {
        outputs[children.indexOf(child)] = output;
        if (--open > 0) return;
        execution.resume(frame, () => {
          frame.children = undefined;
          execution.record('ParallelStateSucceeded', child.last, undefined, undefined, undefined);
          frame.last = child.last;
          frame.taskResult = outputs;
          const assigned = flow.assign?.(frame, outputs);
          return execution.leave(frame, flow.output(frame, outputs), assigned);
        });
      },
      failed(child, reason) {
        execution.resume(frame, () => {
          if (child.state.type !== 'Fail' && child.state.type !== 'Choice' && child.state.type !== 'Pass' && child.state.type !== 'Succeed') execution.recordAborted(child);
          execution.abort(children, child);
          frame.children = undefined;
          return execution.fail(frame, reason, child.last);
        });
      },
    };
    const children = branches.map(branch => new Frame(execution, branch, input, started, frame.bindings, join, undefined, frame));
    frame.children = children;
    for (const child of children) execution.scheduler.soon(() => { if (!child.ended) execution.proceed(child); });
    return BLOCKED;
  };
}
