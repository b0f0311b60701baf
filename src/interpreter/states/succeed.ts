import type { QueryLanguage, SucceedState } from '../../asl';
import { compileAssign, compileInput, compileOutput, compileResult } from '../data-flow';
import type { CompiledState } from '../frame';

/**
 * Succeed: ends its scope with success.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-succeed.html
 */
export function compileSucceed(state: SucceedState, language: QueryLanguage): CompiledState['run'] {
  if (language === 'JSONata') {
    const { output, assign } = compileResult(state, language);
    return frame => frame.execution.leave(frame, output(frame, frame.data), assign?.(frame, frame.data));
  }
  const input = compileInput(state.InputPath);
  const output = compileOutput(state.OutputPath);
  const assign = compileAssign(state.Assign, language, 'Assign');
  return frame => {
    const value = input(frame);
    return frame.execution.leave(frame, output(frame, value), assign?.(frame, value));
  };
}
