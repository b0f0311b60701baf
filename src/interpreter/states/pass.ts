import type { PassState, QueryLanguage } from '../../asl';
import { compileArguments, compileResult } from '../data-flow';
import type { CompiledState } from '../frame';

/**
 * Pass: hands on its input, or a fixed `Result`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html
 */
export function compilePass(state: PassState, language: QueryLanguage): CompiledState['run'] {
  const input = compileArguments(language === 'JSONPath' ? state : {}, language);
  const { output, assign } = compileResult(state, language);
  const fixed = language === 'JSONPath' ? state.Result : undefined;
  return frame => {
    // the input is computed even where a fixed result replaces it: a path that finds nothing fails
    const value = input(frame);
    const result = fixed === undefined ? value : fixed;
    const assigned = assign?.(frame, result);
    return frame.execution.leave(frame, output(frame, result), assigned);
  };
}
