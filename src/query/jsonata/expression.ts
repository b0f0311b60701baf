import { ERROR_NAMES, jsonKind, type Json, type JsonObject } from '../../asl';
import { evaluate, parse, type Expression } from '../../../generated/jsonata';
import { QueryFailure, type Environment } from '../environment';
import { JsonataSyntaxError } from './jsonata-syntax-error';
import { EvaluationLimits, LimitExceeded } from './limits';
import { linearRegex } from './regex';
import { toJson, UnsupportedResult } from './result';
import { scopeFrame } from './scope-frame';

/** What an expression sees: the environment, and the data of its state. */
export interface JsonataScope extends Environment {
  /** `$states.input`. */
  input(): Json;
  /** `$states.result`, or undefined where there is none. */
  result(): Json | undefined;
  /** `$states.errorOutput`, or undefined where there is none. */
  errorOutput(): JsonObject | undefined;
}

/** Computes the value of an expression. */
export type ComputeExpression = (scope: JsonataScope) => Json;

/** The type that a field wants. */
export type ExpectedType = 'string' | 'boolean' | 'number' | 'integer' | 'array' | 'object';

/** Whether a text is a JSONata expression: it starts with `{%` and ends with `%}`, without spaces around. */
export function isExpression(text: string): boolean {
  return text.length >= 4 && text.startsWith('{%') && text.endsWith('%}');
}

/** The expression between `{%` and `%}`, as AWS's messages show it. */
export function expressionText(text: string): string {
  return text.slice(2, -2).trim();
}

/** Parses an expression, without the marks around it. @throws JsonataSyntaxError */
export function parseText(source: string): Expression {
  try {
    return parse(source, linearRegex);
  } catch (error) {
    throw JsonataSyntaxError.from(source, error);
  }
}

/**
 * Compiles an expression such as `{% $states.input.a + 1 %}`.
 *
 * @param field the field's name, for messages, such as `Output/a`
 * @param expected the type that the field wants; any if undefined
 * @throws JsonataSyntaxError
 */
export function compileExpression(text: string, field: string, expected?: ExpectedType): ComputeExpression {
  const source = expressionText(text);
  const expression = parseText(source);
  const fail = (what: string): QueryFailure => (
    new QueryFailure(ERROR_NAMES.QUERY_EVALUATION_ERROR, `The JSONata expression '${source}' specified for the field '${field}' ${what}`, field)
  );
  return scope => {
    let value: Json | undefined;
    try {
      value = toJson(evaluate(expression, undefined, scopeFrame(scope), scope.now(), new EvaluationLimits(scope)));
    } catch (error) {
      throw fail(explain(error));
    }
    if (value === undefined) throw fail('returned nothing (undefined).');
    if (expected !== undefined && !hasType(value, expected)) {
      throw fail(`returned an unexpected result type. Expected '${expected}', but was '${jsonKind(value)}' for value: ${JSON.stringify(value)}`);
    }
    return value;
  };
}

function explain(error: unknown): string {
  if (error instanceof UnsupportedResult) return 'returned an unsupported result type.';
  if (error instanceof LimitExceeded) return `threw an error during evaluation: ${error.message}`;
  if (error instanceof RangeError) return `threw an error during evaluation: ${new LimitExceeded('depth').message}`;
  const { code, message } = error as { code?: string; message?: string };
  if (typeof code === 'string') return `threw an error during evaluation. ${code}: ${message}`;
  throw error;
}

function hasType(value: Json, expected: ExpectedType): boolean {
  if (expected === 'integer') return Number.isInteger(value);
  return jsonKind(value) === expected;
}
