import type { Expression } from '../../../generated/jsonata';
import { ERROR_NAMES, jsonKind, type Json } from '../../asl';
import { StepwrightError } from '../../errors';
import { QueryFailure } from '../environment';
import { randomUuid } from '../uuid';
import { compileDirect } from './direct';
import { OTHERWISE } from './direct-operators';
import { evaluator } from './evaluator';
import type { JsonataScope } from './jsonata-scope';
import { EvaluationLimits, InternalError, LimitExceeded } from './limits';
import { expressionText, parseText } from './parse';
import { RegexRefused } from './regex-pattern';
import { toJson, UnsupportedResult } from './result';
import { scopeFrame } from './scope-frame';

/** Computes the value of an expression. */
export type ComputeExpression = (scope: JsonataScope) => Json;

/** The type that a field wants. */
export type ExpectedType = 'string' | 'boolean' | 'number' | 'integer' | 'array' | 'object';

/**
 * Compiles an expression such as `{% $states.input.a + 1 %}`.
 *
 * @param field the field's name, for messages, such as `Output/a`
 * @param expected the type that the field wants; any if undefined
 * @param orElse another type that it takes
 * @throws JsonataSyntaxError
 */
export function compileExpression(
  text: string,
  field: string,
  expected?: ExpectedType,
  orElse?: ExpectedType,
): ComputeExpression {
  const source = expressionText(text);
  const expression = parseText(source);
  const direct = compileDirect(expression);
  const fail = (what: string): QueryFailure =>
    new QueryFailure(
      ERROR_NAMES.QUERY_EVALUATION_ERROR,
      `The JSONata expression '${source}' specified for the field '${field}' ${what}`,
      field,
    );
  const evaluated = (scope: JsonataScope): Json | undefined => {
    try {
      return evaluateExpression(expression, scope);
    } catch (error) {
      throw fail(explain(error, scope));
    }
  };
  return scope => {
    let value = direct ? direct(scope) : OTHERWISE;
    if (value === OTHERWISE) value = evaluated(scope);
    if (value === undefined) throw fail('returned nothing (undefined).');
    if (expected !== undefined && !hasType(value, expected) && !(orElse !== undefined && hasType(value, orElse))) {
      throw fail(
        `returned an unexpected result type. Expected '${expected}', but was '${jsonKind(value)}' for value: ${JSON.stringify(value)}`,
      );
    }
    return value;
  };
}

/** Evaluates a parsed expression with JSONata's own evaluator. */
export function evaluateExpression(
  expression: Expression,
  scope: JsonataScope,
  limits = new EvaluationLimits(scope),
): Json | undefined {
  return toJson(evaluator().evaluate(expression, undefined, scopeFrame(scope), scope.now(), limits));
}

/** What AWS's cause says of an evaluation that failed. */
function explain(error: unknown, scope: JsonataScope): string {
  if (error instanceof StepwrightError) throw error;
  if (error instanceof UnsupportedResult) return 'returned an unsupported result type.';
  if (error instanceof LimitExceeded || error instanceof RegexRefused) {
    return `threw an error during evaluation: ${error.message}`;
  }
  if (error instanceof RangeError) {
    return `threw an error during evaluation: ${new LimitExceeded(/string|array/i.test(error.message) ? 'memory' : 'depth').message}`;
  }
  if (error instanceof InternalError || error instanceof TypeError) {
    return `threw an internal error during evaluation. ${randomUuid(scope)}`;
  }
  const { code, message } = error as { code?: string; message?: string };
  // AWS measures the memory, not the length
  if (code === 'D2015') return `threw an error during evaluation: ${new LimitExceeded('memory').message}`;
  if (typeof code === 'string') return `threw an error during evaluation. ${code}: ${message}`;
  throw error;
}

function hasType(value: Json, expected: ExpectedType): boolean {
  return expected === 'integer' ? Number.isInteger(value) : jsonKind(value) === expected;
}
