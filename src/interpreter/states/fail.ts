import type { FailState, QueryLanguage } from '../../asl';
import { compileExpression, isExpression } from '../../query/jsonata';
import { compilePathOrIntrinsic } from '../../query/payload-template';
import { runtimeFailure, type Compute } from '../data-flow';
import { failure } from '../failure';
import type { CompiledState } from '../frame';

/**
 * Fail: fails its scope with an error name and a cause, both optional.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html
 */
export function compileFail(state: FailState, language: QueryLanguage): CompiledState['run'] {
  const error = textField('Error', state.Error, state.ErrorPath, language);
  const cause = textField('Cause', state.Cause, state.CausePath, language);
  return frame => {
    const name = error?.(frame);
    const text = cause?.(frame);
    const reason = failure(
      name === undefined ? undefined : String(name),
      text === undefined ? undefined : String(text),
    );
    return frame.execution.failScope(frame, { ...reason, terminal: false });
  };
}

function textField(
  name: string,
  text: string | undefined,
  path: string | undefined,
  language: QueryLanguage,
): Compute | undefined {
  if (language === 'JSONata') {
    if (text === undefined) return undefined;
    return isExpression(text) ? compileExpression(text, name, 'string') : () => text;
  }
  if (path !== undefined) {
    const read = compilePathOrIntrinsic(path, `${name}Path`);
    return frame => {
      const value = read(frame.data, frame);
      if (typeof value !== 'string') {
        throw runtimeFailure(
          `The ${name}Path parameter does not reference a string: ${path} == ${JSON.stringify(value)}`,
        );
      }
      return value;
    };
  }
  return text === undefined ? undefined : () => text;
}
