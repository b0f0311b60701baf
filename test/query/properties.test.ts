import fc from 'fast-check';
import { arbitraryJson, frozen, NAMES } from './arbitrary-json';
import { fixedEnvironment } from './fixed-environment';
import type { Json } from '../../src/asl';
import { QueryFailure } from '../../src/query';
import { compileIntrinsic, IntrinsicSyntaxError } from '../../src/query/intrinsics';
import { compilePath, compileReferencePath, PathSyntaxError, readPath } from '../../src/query/json-path';
import { compileTemplate, TemplateSyntaxError } from '../../src/query/payload-template';

const name = fc.constantFrom(...NAMES.filter(text => text !== ''));

/** Paths, most of them well formed. */
const path = fc
  .tuple(
    fc.constantFrom('$', '$', '$', '$$', '$x', 'a'),
    fc.array(
      fc.oneof(
        name.map(text => `.${text}`),
        name.map(text => `['${text}']`),
        fc.constantFrom(
          '[0]',
          '[-1]',
          '[1:]',
          '[:1]',
          '[-2:2]',
          '[0,1]',
          '[*]',
          '.*',
          '..a',
          '..*',
          '..[0]',
          "['a','b']",
          '[(@.length-1)]',
          '[?(@.a)]',
          '[?(@.a == 1)]',
          "[?(@.a > 'a' || !(@.b))]",
          '[?(@ =~ /a+/)]',
          '[?(@..a)]',
          '.',
          '[',
          ']',
          ' ',
          "['",
          '[?(',
          ')]',
        ),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([root, steps]) => root + steps.join(''));

/** Intrinsic calls, most of them well formed. */
const intrinsic = fc.letrec<{ call: string }>(tie => ({
  call: fc
    .tuple(
      fc.constantFrom(
        'Array',
        'ArrayContains',
        'ArrayGetItem',
        'ArrayLength',
        'ArrayPartition',
        'ArrayRange',
        'ArrayUnique',
        'Base64Decode',
        'Base64Encode',
        'Format',
        'Hash',
        'JsonMerge',
        'JsonToString',
        'MathAdd',
        'MathRandom',
        'StringSplit',
        'StringToJson',
        'UUID',
        'Nope',
      ),
      fc.array(
        fc.oneof(
          { depthSize: 'small' },
          fc.constantFrom(
            "'a'",
            "'{}'",
            "'\\{ {}'",
            "'MD5'",
            '\'{"a":1}\'',
            '1',
            '-2.5',
            '1e309',
            'true',
            'null',
            "'",
            '\\',
          ),
          path,
          tie('call'),
        ),
        { maxLength: 3 },
      ),
      fc.constantFrom(')', ')', ')', '', ' )'),
    )
    .map(([fn, args, end]) => `States.${fn}(${args.join(', ')}${end}`),
})).call;

const environment = () => fixedEnvironment({ context: { a: [1] }, variables: { x: { a: { b: [1, 2] } } } });

/** What a computation comes to; anything but a value and a proper failure is a crash. */
function outcome(compute: () => unknown): unknown {
  try {
    return { value: compute() };
  } catch (error) {
    if (
      error instanceof QueryFailure ||
      error instanceof PathSyntaxError ||
      error instanceof IntrinsicSyntaxError ||
      error instanceof TemplateSyntaxError
    ) {
      return { failure: error.message };
    }
    throw new Error(`crash: ${String(error)}`, { cause: error });
  }
}

/** Twice the same, and the data as before. */
function holds(compute: (data: Json) => unknown): (data: Json) => void {
  return data => {
    const before = JSON.stringify(data);
    const [first, second] = [outcome(() => compute(frozen(data))), outcome(() => compute(data))];
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    expect(JSON.stringify(data)).toBe(before);
  };
}

describe('whatever the definition and the data are', () => {
  test('a path gives the same twice, changes nothing, and fails properly or not at all', () => {
    fc.assert(
      fc.property(path, arbitraryJson, (text, data) =>
        holds(input => readPath(compilePath(text), input, environment()))(data),
      ),
      { numRuns: 2000 },
    );
  });

  test('an intrinsic function does so as well', () => {
    fc.assert(
      fc.property(intrinsic, arbitraryJson, (text, data) =>
        holds(input => compileIntrinsic(text)(input, environment()))(data),
      ),
      { numRuns: 2000 },
    );
  });

  test('a payload template does so as well', () => {
    const template = fc
      .array(
        fc.tuple(fc.constantFrom('a', 'b.$', '__proto__', '__proto__.$'), fc.oneof(path, intrinsic, arbitraryJson)),
        { maxLength: 4 },
      )
      .map(entries => Object.fromEntries(entries) as Json);
    fc.assert(
      fc.property(template, arbitraryJson, (json, data) =>
        holds(input => compileTemplate(json, 'Parameters')(input, environment()))(data),
      ),
      { numRuns: 2000 },
    );
  });

  test('what is written at a Reference Path is read there', () => {
    const reference = fc
      .array(
        fc.oneof(
          name.map(text => `.${text}`),
          name.map(text => `['${text}']`),
        ),
        { maxLength: 4 },
      )
      .map(steps => `$${steps.join('')}`);
    fc.assert(
      fc.property(reference, arbitraryJson, arbitraryJson, (text, target, value) => {
        fc.pre(value !== null);
        const before = JSON.stringify(target);
        const written = outcome(() => compileReferencePath(text).write(frozen(target), value)) as { value?: Json };
        if (written.value !== undefined) {
          expect(JSON.stringify(readPath(compilePath(text), written.value, environment()))).toBe(JSON.stringify(value));
        }
        expect(JSON.stringify(target)).toBe(before);
      }),
      { numRuns: 2000 },
    );
  });
});
