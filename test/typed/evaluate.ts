import type { Json, JsonObject } from '../../src/asl';
import { compileExpression, type JsonataScope } from '../../src/query/jsonata';
import type { Expr, Ref } from '../../src/typed';
import { expression, template } from '../../src/typed/code';

/** An expression over an input, evaluated by the interpreter's own engine. */
export function evaluate<I>(input: I, make: (input: Ref<I>) => Expr<unknown>): Json | undefined {
  return compileExpression(template(make(expression('$states.input'))), 'Output')(scopeOf(input as Json));
}

function scopeOf(input: Json): JsonataScope {
  const context: JsonObject = {};
  return {
    input: () => input,
    result: () => undefined,
    errorOutput: () => undefined,
    context: () => context,
    variable: () => undefined,
    variables: () => ({}),
    now: () => Date.UTC(2027, 2, 14, 1, 59),
    random: () => 0.25,
  };
}
