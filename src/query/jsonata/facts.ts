import { evaluator } from './evaluator';
import { stepFunctions } from './functions';
import { JsonataSyntaxError } from './jsonata-syntax-error';
import { parseText } from './parse';
import type { Expression } from '../../../generated/jsonata';

/** What can be said of an expression without evaluating it, or why it is none. */
export type ParsedExpression =
  | ExpressionFacts
  | {
      readonly ok: false;
      /** JSONata's message, without its code. */
      readonly message: string;
      /** The character at which it went wrong, from 0, in the text without the marks. */
      readonly position: number;
      /** JSONata's code; `UNSUPPORTED_REGEX` for a regular expression that is refused. */
      readonly code: string;
    };

/** What an expression uses. */
export interface ExpressionFacts {
  readonly ok: true;
  /** The syntax tree. */
  readonly expression: Expression;
  /** Variables that are read and not assigned by the expression itself, without `$`; neither `states` nor functions. */
  readonly variables: readonly string[];
  /** The paths below `$states` that are read, such as `['input', 'order', 'id']`, as far as they are plain names. */
  readonly statesPaths: ReadonlyArray<readonly string[]>;
  /** Functions that are named, without `$`. */
  readonly functions: readonly string[];
}

/**
 * Parses an expression, without the marks around it, and says what it uses.
 */
export function parseExpression(text: string): ParsedExpression {
  let expression: Expression;
  try {
    expression = parseText(text);
  } catch (error) {
    const { problem, position, code } = JsonataSyntaxError.from(text, error);
    return { ok: false, message: problem, position, code };
  }
  const read = new Set<string>();
  const bound = new Set<string>();
  const statesPaths: string[][] = [];
  const work: unknown[] = [expression];
  while (work.length > 0) {
    const node = work.pop();
    if (typeof node !== 'object' || node === null) continue;
    const { type, value } = node as Expression;
    if (type === 'variable' && typeof value === 'string' && value !== '' && value !== '$') read.add(value);
    if (type === 'path') statesPaths.push(...pathBelowStates((node as Expression).steps as Expression[]));
    for (const name of boundBy(node as Expression)) bound.add(name);
    work.push(...Object.values(node));
  }
  const names = [...read].filter(name => name !== 'states' && !bound.has(name)).sort();
  return {
    ok: true,
    expression,
    variables: names.filter(name => !isFunction(name)),
    statesPaths,
    functions: names.filter(isFunction),
  };
}

/** Whether JSONata or Step Functions has a function of this name, given without `$`. */
export function isFunction(name: string): boolean {
  return Object.hasOwn(stepFunctions(), name) || evaluator().functions.lookup(name) !== undefined;
}

function pathBelowStates([first, ...rest]: Expression[]): string[][] {
  if (first.type !== 'variable' || first.value !== 'states') return [];
  const names: string[] = [];
  for (const { type, value, stages } of rest) {
    if (type !== 'name') break;
    names.push(value as string);
    if (stages !== undefined) break;
  }
  return [names];
}

/** The names to which a part of an expression gives a value itself. */
function boundBy({ type, lhs, arguments: parameters, focus, index }: Expression): string[] {
  const names: unknown[] = [focus, index];
  if (type === 'bind') names.push((lhs as Expression).value);
  if (type === 'lambda') names.push(...(parameters as Expression[]).map(({ value }) => value));
  if (type === 'index') names.push((arguments[0] as Expression).value);
  return names.filter(name => typeof name === 'string');
}
