import fc from 'fast-check';
import type { Json } from '../../../src/asl';
import { QueryFailure } from '../../../src/query';
import { compileExpression, JsonataSyntaxError, parseExpression } from '../../../src/query/jsonata';
import { compileDirect } from '../../../src/query/jsonata/direct';
import { OTHERWISE } from '../../../src/query/jsonata/direct-operators';
import { evaluateExpression } from '../../../src/query/jsonata/expression';
import { parseText } from '../../../src/query/jsonata/parse';
import { arbitraryJson, frozen, NAMES } from '../arbitrary-json';
import { fixedEnvironment } from '../fixed-environment';

/** Expressions of the shapes that are computed directly, and some that only look like them. */
const directShapes = fc.letrec<{ expression: string }>(tie => {
  const one = tie('expression');
  const name = fc.constantFrom(...NAMES.filter(text => text !== ''));
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        '1',
        '0',
        '-1',
        '2.5',
        '1e21',
        "'a'",
        "''",
        "'1'",
        'true',
        'false',
        'null',
        '$x',
        '$y',
        '$states.input',
        '$states.result',
        '$states.context',
        '$nope',
      ),
      fc
        .tuple(
          fc.constantFrom('$x', '$states.input', '$states.errorOutput'),
          fc.array(name, { minLength: 1, maxLength: 3 }),
        )
        .map(([root, steps]) => [root, ...steps].join('.')),
      fc
        .tuple(
          one,
          fc.constantFrom('+', '-', '*', '/', '%', '&', '=', '!=', '<', '<=', '>', '>=', 'and', 'or', 'in', '~>'),
          one,
        )
        .map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
      fc.tuple(one, one, one).map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
      fc.tuple(one, one).map(([a, b]) => `(${a}) ? (${b})`),
      fc.array(one, { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
      fc.tuple(one, one).map(([a, b]) => `[(${a})..(${b})]`),
      fc
        .array(fc.tuple(name, one), { maxLength: 3 })
        .map(pairs => `{${pairs.map(([key, value]) => `"${key}": ${value}`).join(', ')}}`),
      fc
        .tuple(
          fc.constantFrom(
            'string',
            'exists',
            'not',
            'count',
            'sum',
            'length',
            'uppercase',
            'lowercase',
            'boolean',
            'keys',
          ),
          one,
        )
        .map(([fn, value]) => `$${fn}(${value})`),
      fc
        .tuple(one, fc.constantFrom('[0]', '[$ > 1]', '.a', '[]', '{"k": $}', '^($)'))
        .map(([value, suffix]) => `(${value})${suffix}`),
    ),
  };
}).expression;

/** Texts made of JSONata's words. */
const wordSalad = fc
  .array(
    fc.constantFrom(
      '$',
      '$$',
      '$x',
      '$states',
      '.',
      'input',
      'a',
      '*',
      '**',
      '%',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ':',
      ';',
      ',',
      '+',
      '-',
      '/',
      '&',
      '=',
      '<',
      '>',
      '..',
      '?',
      ':=',
      '~>',
      '^',
      '@',
      '#',
      '|',
      '!',
      '"',
      "'a'",
      '1',
      '0.5',
      '`b c`',
      'and',
      'or',
      'in',
      'function($i){',
      '$map(',
      '$sum(',
      '$string(',
      '$match(',
      '/a+/',
      '/(a)|b/i',
      'true',
      'null',
      '$sort(',
      '$reduce(',
      '$each(',
      'λ',
      '/*',
      '*/',
      ' ',
    ),
    { maxLength: 14 },
  )
  .map(words => words.join(''));

const scopeOf = (input: Json, x: Json) => fixedEnvironment({ input, context: { a: 1 }, variables: { x, y: [1, 2] } });

/** What an expression comes to; anything but a value and a proper failure is a crash. */
function outcome(expression: string, input: Json, x: Json): unknown {
  try {
    return { value: compileExpression(`{% ${expression} %}`, 'Output')(scopeOf(input, x)) };
  } catch (error) {
    if (error instanceof QueryFailure) return { failure: error.message };
    if (error instanceof JsonataSyntaxError) return { syntax: error.message };
    throw new Error(`crash: ${String(error)}`, { cause: error });
  }
}

/** Whether a value is what JSON.parse could have made. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) {
    return value === null || typeof value === 'string' || typeof value === 'boolean';
  }
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== (Array.isArray(value) ? Array.prototype : Object.prototype)) return false;
  return (
    Object.getOwnPropertyNames(value).length === Object.keys(value).length + (Array.isArray(value) ? 1 : 0) &&
    Object.values(value).every(isPlain)
  );
}

describe('whatever an expression is', () => {
  test("what is computed directly equals what JSONata's evaluator computes", () => {
    let direct = 0;
    fc.assert(
      fc.property(directShapes, arbitraryJson, arbitraryJson, (text, input, x) => {
        const expression = parseText(text);
        const compiled = compileDirect(expression);
        const computed = compiled === undefined ? OTHERWISE : compiled(scopeOf(input, x));
        if (computed === OTHERWISE) return;
        direct++;
        expect(JSON.stringify(computed)).toBe(JSON.stringify(evaluateExpression(expression, scopeOf(input, x))));
      }),
      { numRuns: 2000 },
    );
    expect(direct).toBeGreaterThan(300);
  });

  test('it gives the same twice, changes nothing, and fails properly or not at all', () => {
    fc.assert(
      fc.property(fc.oneof(directShapes, wordSalad), arbitraryJson, arbitraryJson, (text, input, x) => {
        const before = JSON.stringify([input, x]);
        const [first, second] = [outcome(text, frozen(input), frozen(x)), outcome(text, input, x)];
        expect(JSON.stringify(first)).toBe(JSON.stringify(second));
        expect(JSON.stringify([input, x])).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });

  test('a result is JSON', () => {
    fc.assert(
      fc.property(directShapes, arbitraryJson, arbitraryJson, (text, input, x) => {
        const { value } = outcome(text, input, x) as { value?: unknown };
        if (value !== undefined) expect(isPlain(value)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('it is parsed or refused with a place inside of it', () => {
    fc.assert(
      fc.property(wordSalad, text => {
        const parsed = parseExpression(text);
        if (parsed.ok) return;
        expect(parsed.message).not.toBe('');
        expect(parsed.position).toBeGreaterThanOrEqual(0);
        expect(parsed.position).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 2000 },
    );
  });
});
