import { compilePath, PathSyntaxError } from '../../../src/query/json-path';
import { fixedEnvironment } from '../fixed-environment';

/** The elements that a filter lets pass. */
function passing(condition: string, elements: readonly unknown[]): unknown {
  return compilePath(`$[?(${condition})]`).find(elements as never, fixedEnvironment());
}

/** The values of `b` that pass. */
function values(condition: string, candidates: readonly unknown[]): unknown[] {
  return (
    passing(
      condition,
      candidates.map(b => ({ b })),
    ) as Array<{ b: unknown }>
  ).map(({ b }) => b);
}

describe('a comparison in a filter', () => {
  test('== takes a text that is written like a number for that number', () => {
    expect(
      values('@.b == 10', [
        10,
        '10',
        '10.0',
        '10.00',
        '1e1',
        '1e+1',
        '1E1',
        '1.0e1',
        '100e-1',
        '1.0e01',
        '1e10',
        '+10',
        ' 10',
        '10x',
        true,
      ]),
    ).toEqual([10, '10', '10.0', '10.00', '1e1', '1e+1', '1E1', '1.0e1', '100e-1', '1.0e01']);
    expect(values('@.b == 10000000000', ['1e10', '1e1'])).toEqual(['1e10']);
    expect(values('@.b == -10.50', [-10.5, '-10.5', '-10.500', '10.5'])).toEqual([-10.5, '-10.5', '-10.500']);
  });

  test('== compares other texts as they are', () => {
    expect(values("@.b == 'x10'", ['x10', 10, '10'])).toEqual(['x10']);
    expect(values("@.b == '10x'", ['10x', 10, '10'])).toEqual(['10x']);
    expect(values('@.b == true', [true, 'true', false, 1])).toEqual([true, 'true']);
    expect(values('@.b == false', [true, 'false', false, 0, null])).toEqual(['false', false]);
  });

  test('== holds for null and null only', () => {
    expect(values('@.b == null', [null, 'null', 0, false])).toEqual([null]);
    expect(values("@.b == 'null'", [null, 'null'])).toEqual(['null']);
  });

  test('== compares objects and arrays by what they hold, and with nothing else', () => {
    const same = { b: { x: [1] }, c: { x: [1] } };
    expect(
      passing('@.b == @.c', [
        same,
        { b: { x: [1] }, c: { x: [2] } },
        { b: [1], c: '1' },
        { b: '1', c: [1] },
        { b: [1], c: 1 },
      ]),
    ).toEqual([same]);
  });

  test('a member that is missing equals nothing and differs from nothing', () => {
    expect(passing('@.b == @.c', [{ b: 1 }, { c: 1 }, {}, { b: 1, c: 1 }])).toEqual([{ b: 1, c: 1 }]);
    expect(passing('@.b != @.c', [{ b: 1 }, { c: 1 }, {}, { b: 1, c: 2 }])).toEqual([{ b: 1, c: 2 }]);
  });

  test('<, <=, > and >= order numbers as numbers', () => {
    const numbers = [1, 2, 10, '10', '9'];
    expect(values('@.b < 9', numbers)).toEqual([1, 2]);
    expect(values('@.b <= 9', numbers)).toEqual([1, 2, '9']);
    expect(values('@.b > 9', numbers)).toEqual([10, '10']);
    expect(values('@.b >= 9', numbers)).toEqual([10, '10', '9']);
  });

  test('<, <=, > and >= order texts by their characters', () => {
    const texts = ['a', 'b', 'c'];
    expect(values("@.b < 'b'", texts)).toEqual(['a']);
    expect(values("@.b <= 'b'", texts)).toEqual(['a', 'b']);
    expect(values("@.b > 'b'", texts)).toEqual(['c']);
    expect(values("@.b >= 'b'", texts)).toEqual(['b', 'c']);
  });

  test('a number and a word are ordered as texts', () => {
    expect(values("@.b < 'b'", [5])).toEqual([5]);
    expect(values('@.b > 5', ['x', '4'])).toEqual(['x']);
  });

  test('nothing, null, objects and arrays have no order', () => {
    expect(passing("@.b < 'z'", [{}, { b: null }, { b: {} }, { b: [] }, { b: 'a' }])).toEqual([{ b: 'a' }]);
    expect(
      passing('@.b < @.c', [
        { b: 'A' },
        { b: 'A', c: null },
        { b: 'A', c: {} },
        { b: 'A', c: [['z']] },
        { b: 'A', c: 'B' },
      ]),
    ).toEqual([{ b: 'A', c: 'B' }]);
  });

  test('=~ matches texts only, and the whole of them', () => {
    expect(values('@.b =~ /5+/', [5, '5', '55', '56', null])).toEqual(['5', '55']);
    expect(values('@.b =~ /a.c/i', ['ABC', 'abc', 'ab'])).toEqual(['ABC', 'abc']);
    expect(values('@.b =~ /a/c/', ['a/c', 'a'])).toEqual(['a/c']);
  });

  test('takes an index out of range for null, as a path does', () => {
    expect(values('@.b[1] == null', [[1], [1, 2]])).toEqual([[1]]);
  });

  test('finds nothing where a step does not fit the data', () => {
    expect(values('@.b[0] == 1', [[1], 1, { 0: 1 }, null])).toEqual([[1]]);
  });
});

describe('a condition', () => {
  const elements = [{ b: 1 }, { b: 2 }, { b: 3, c: 1 }];

  test('! turns a condition round, and one in parentheses', () => {
    expect(passing('!@.c', elements)).toEqual([{ b: 1 }, { b: 2 }]);
    expect(passing('!  @.c', elements)).toEqual([{ b: 1 }, { b: 2 }]);
    expect(passing('!(@.b == 1)', elements)).toEqual([{ b: 2 }, { b: 3, c: 1 }]);
    expect(passing('!(@.b == 1 || @.b == 2)', elements)).toEqual([{ b: 3, c: 1 }]);
    expect(passing('!(@.b == 1) && !(@.b == 2)', elements)).toEqual([{ b: 3, c: 1 }]);
    expect(passing('!(@.b == 1) && @.c == 1', elements)).toEqual([{ b: 3, c: 1 }]);
    expect(passing('! !@.c', elements)).toEqual([{ b: 3, c: 1 }]);
  });

  test('&& binds more tightly than ||', () => {
    expect(passing('@.b == 1 || @.b == 3 && @.c == 2', elements)).toEqual([{ b: 1 }]);
    expect(passing('@.b==1||@.b==2', elements)).toEqual([{ b: 1 }, { b: 2 }]);
  });

  test('leaves alone what stands between quotes', () => {
    for (const text of ['a && b', 'a || b', 'a == b', '(x', 'x)', '&& (x)', 'a =~ /b/', ' ']) {
      expect(values(`@.b == '${text}'`, [text, 'a', 'b', 'x'])).toEqual([text]);
      expect(values(`'${text}' == @.b`, [text, 'a', 'b', 'x'])).toEqual([text]);
      expect(values(`!(@.b == '${text}')`, [text, 'a'])).toEqual(['a']);
    }
  });

  test('goes as deep as a hundred negations', () => {
    expect(passing(`${'!'.repeat(100)}@.b`, [{ b: 1 }])).toEqual([{ b: 1 }]);
    expect(passing(`${'!('.repeat(50)}@.b${')'.repeat(50)}`, [{ b: 1 }])).toEqual([{ b: 1 }]);
  });
});

describe('a condition that is none', () => {
  test.each([
    ['a filter is written ?(…)', '$[?@.b == 1]'],
    ['a filter is written ?(…)', '$[?(@.b == 1]'],
    ['a filter is written ?(…)', '$[?@.b == 1)]'],
    ['a filter has an empty part', '$[?()]'],
    ['a filter has an empty part', '$[?(@.b == 1 && )]'],
    ['a filter has an empty part', '$[?(|| @.b)]'],
    ['"@.b in x" is no comparison that AWS knows', '$[?(@.b in x)]'],
    ['"b.@" is no comparison that AWS knows', '$[?(b.@)]'],
    ['"@[\'b c\'] d" is no comparison that AWS knows', "$[?(@['b c'] d)]"],
    ['a quote is not closed', "$[?(@.b == 'x)]"],
    ['a quote is not closed', "$[?(@.b == ')]"],
    ['a quote is not closed', "$[?(@.b == 'x'y)]"],
    ['"x y" is no value', '$[?(@.b == x y)]'],
    ['"[1]" is no value', '$[?(@.b == [1])]'],
    ['"" is no value', '$[?(@.b == )]'],
    ['"(@.b)" is no value', '$[?(!(@.b) == (1))]'],
    ['=~ needs a /pattern/', '$[?(@.b =~ abc)]'],
    ['=~ needs a /pattern/', '$[?(@.b =~ x/abc/)]'],
    ['=~ needs a /pattern/', '$[?(@.b =~ /abc/1)]'],
    ['the pattern /(/ cannot be used: error parsing regexp: missing closing ): `(`', '$[?(@.b =~ /(/)]'],
    ['a filter is nested too deeply', `$[?(${'!'.repeat(101)}@.b)]`],
    ['a filter is nested too deeply', `$[?(${'!('.repeat(51)}@.b${')'.repeat(51)})]`],
    ['a filter is nested too deeply', `$[?(${'!'.repeat(100_000)}@.b)]`],
  ])('fails, and says why: %s', (problem, path) => {
    expect(() => compilePath(path)).toThrow(new PathSyntaxError(path, 3, problem));
  });
});
