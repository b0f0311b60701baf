import { compileIntrinsic, IntrinsicSyntaxError, isIntrinsic } from './intrinsics';
import { compilePath, compileReferencePath, PathSyntaxError } from './json-path';
import { parseExpression } from './jsonata';

/** What is wrong with a text of a definition. */
export interface SyntaxProblem {
  readonly message: string;
  /** The character at which it goes wrong, from 0. */
  readonly position: number;
}

/** What is wrong with a JSONPath such as `$.a[*]`; undefined if nothing is. */
export function checkPath(text: string): SyntaxProblem | undefined {
  return problemOf(() => compilePath(text));
}

/** What is wrong with a Reference Path, which names one place; undefined if nothing is. */
export function checkReferencePath(text: string): SyntaxProblem | undefined {
  return problemOf(() => compileReferencePath(text));
}

/** What is wrong with a call such as `States.Format('{}', $.a)`; undefined if nothing is. */
export function checkIntrinsic(text: string): SyntaxProblem | undefined {
  return problemOf(() => compileIntrinsic(text));
}

/** What is wrong with a text that is a path or an intrinsic function call, as in a member `name.$`; undefined if nothing is. */
export function checkPathOrIntrinsic(text: string): SyntaxProblem | undefined {
  return isIntrinsic(text) ? checkIntrinsic(text) : checkPath(text);
}

/** What is wrong with a JSONata expression, without the marks around it; undefined if nothing is. */
export function checkExpression(text: string): SyntaxProblem | undefined {
  const parsed = parseExpression(text);
  return parsed.ok ? undefined : { message: parsed.message, position: parsed.position };
}

function problemOf(compile: () => unknown): SyntaxProblem | undefined {
  try {
    compile();
    return undefined;
  } catch (error) {
    if (error instanceof PathSyntaxError || error instanceof IntrinsicSyntaxError) {
      return { message: error.problem, position: error.column - 1 };
    }
    throw error;
  }
}
