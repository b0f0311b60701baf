import { compileExpression } from '../../../src/query/jsonata';
import { fixedEnvironment, type FixedEnvironment } from '../fixed-environment';

function evaluate(expression: string, environment: FixedEnvironment = {}): unknown {
  return compileExpression(`{% ${expression} %}`, 'Output')(fixedEnvironment(environment));
}

const NOTHING = expect.objectContaining({
  error: 'States.QueryEvaluationError',
  causeText: expect.stringMatching(/returned nothing \(undefined\)\.$/),
});

/** The end of the cause of a failed expression. */
function failureOf(expression: string): string {
  try {
    return `no failure: ${JSON.stringify(evaluate(expression))}`;
  } catch (error) {
    return (error as { causeText: string }).causeText.replace(/^.*specified for the field 'Output' /s, '');
  }
}

describe('$partition', () => {
  test('cuts an array into chunks, the last one shorter', () => {
    expect(evaluate('$partition([1, 2, 3, 4, 5], 2)')).toEqual([[1, 2], [3, 4], [5]]);
    expect(evaluate('$partition([0], 5)')).toEqual([[0]]);
  });

  test('cuts the size to an integer', () => {
    expect(evaluate('$partition([1, 2, 3], 2.9)')).toEqual([[1, 2], [3]]);
  });

  test.each([
    '$partition([], 2)',
    '$partition([1], 0)',
    '$partition([1], 0.9)',
    '$partition([1], -1)',
    '$partition([1])',
  ])('gives nothing: %s', expression => {
    expect(() => evaluate(expression)).toThrow(NOTHING);
  });
});

describe('$range', () => {
  test('counts from a start to an end, both included', () => {
    expect(evaluate('$range(0, 9, 3)')).toEqual([0, 3, 6, 9]);
    expect(evaluate('$range(5, 1, -2)')).toEqual([5, 3, 1]);
    expect(evaluate('$range(0.9, 3.9, 1.9)')).toEqual([0, 1, 2, 3]);
  });

  test('a single number stands for itself', () => {
    expect(evaluate('$range(1, 9, 9)')).toBe(1);
  });

  test.each(['$range(1, 5)', '$range(1, 5, -1)', '$range(5, 1, 1)', '$range(1, 5, 0)'])(
    'gives nothing: %s',
    expression => {
      expect(() => evaluate(expression)).toThrow(NOTHING);
    },
  );

  test("takes AWS's longest range, and fails for a longer one", () => {
    expect(evaluate('$count($range(1, 360145, 1))')).toBe(360145);
    expect(failureOf('$range(1, 360146, 1)')).toBe(
      'threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage',
    );
  });
});

describe('$hash', () => {
  test('knows five algorithms', () => {
    expect(evaluate("['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'].$hash('input', $)")).toEqual([
      'a43c1b0aa53a0c908810c06ab1ff3967',
      '140f86aae51ab9e1cda9b4254fe98a74eb54c1a1',
      'c96c6d5be8d08a12e7b5cdc1b207fa6b2430974c86803d8891675e76fd992c20',
      expect.stringMatching(/^[0-9a-f]{96}$/),
      expect.stringMatching(/^[0-9a-f]{128}$/),
    ]);
  });

  test('gives nothing without an algorithm', () => {
    expect(() => evaluate("$hash('a')")).toThrow(NOTHING);
  });

  test('fails for an algorithm it does not know; the case matters', () => {
    expect(failureOf("$hash('a', 'sha-1')")).toMatch(/^threw an internal error during evaluation\. [0-9a-f-]{36}$/);
  });
});

describe('$random and $uuid', () => {
  test('draw from the environment', () => {
    expect(evaluate('[$random(), $random()]', { random: [0.25, 0.75] })).toEqual([0.25, 0.75]);
    expect(evaluate('$uuid()')).toBe('88888888-8888-4888-a888-888888888888');
    expect(evaluate('$shuffle([1, 2, 3])', { random: [0] })).toEqual([3, 1, 2]);
  });

  test('a seed gives the number that java.util.Random gives', () => {
    expect(evaluate('$random(42)')).toBe(0.7275636800328681);
  });
});

describe('$parse', () => {
  test.each<[string, unknown]>([
    ['\'{"a": [1, null]}\'', { a: [1, null] }],
    ["'-0'", 0],
    ["'1.5'", 1.5],
    ['\'"text"\'', 'text'],
    ["'[1]'", [1]],
  ])('reads %s', (text, expected) => {
    expect(evaluate(`$parse(${text})`)).toEqual(expected);
  });

  test('keeps a member named __proto__', () => {
    expect(JSON.stringify(evaluate('$parse(\'{"__proto__": 1}\')'))).toBe('{"__proto__":1}');
  });

  test('fails for what is no JSON', () => {
    expect(failureOf("$parse('{')")).toMatch(/^threw an internal error during evaluation\. [0-9a-f-]{36}$/);
  });
});

describe('arguments that are nothing', () => {
  test.each([
    "$hash($nope, 'MD5')",
    "$hash('a', $nope)",
    '$parse($nope)',
    '$base64decode($nope)',
    '$range($nope, 1, 1)',
    '$range(1, $nope, 1)',
    '$range(1, 1, $nope)',
    '$partition($nope, 1)',
    '$range(1, 0, 1)',
  ])('give nothing: %s', expression => {
    expect(() => evaluate(expression)).toThrow(NOTHING);
  });
});

describe('$base64decode', () => {
  test.each([
    ["'YQ=='", 'a'],
    ["'YWI='", 'ab'],
    ["'YQ'", 'a'],
    ["'YWI'", 'ab'],
    ["''", ''],
    ["'YW Jj\\n'", 'abc'],
    ["'+/+/'", '\u00fb\u00ff\u00bf'],
    ["'w7w='", '\u00c3\u00bc'],
  ])('reads %s, a byte a character', (text, expected) => {
    expect(evaluate(`$base64decode(${text})`)).toBe(expected);
  });

  test.each(["'Y'", "'YWJjY'", "'YQ=a'", "'=YQ='", "'YQ==='", "'YQ-_'"])('fails: %s', text => {
    expect(failureOf(`$base64decode(${text})`)).toMatch(/^threw an internal error during evaluation\. [0-9a-f-]{36}$/);
  });
});

describe('texts beyond the longest', () => {
  test('fail for the memory that they take', () => {
    for (const expression of ['$pad("", 4194305, "x")', '$length($pad("", 4194305, "x"))']) {
      expect(failureOf(expression)).toBe(
        'threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage',
      );
    }
  });
});

describe('$now and $millis', () => {
  test('tell the virtual time', () => {
    const environment = { now: Date.UTC(2024, 1, 29, 12) };
    expect(evaluate('$now()', environment)).toBe('2024-02-29T12:00:00.000Z');
    expect(evaluate("$now('[D01].[M01].[Y0001] [H01]:[m01]', '+0200')", environment)).toBe('29.02.2024 14:00');
    expect(evaluate('$millis()', environment)).toBe(environment.now);
    expect(evaluate("$toMillis('12:30', '[H]:[m]')", environment)).toBe(Date.UTC(2024, 1, 29, 12, 30));
  });
});

describe('what Step Functions takes away', () => {
  test('fails: $eval', () => {
    expect(failureOf("$eval('1')")).toBe('threw an error during evaluation. T1006: Attempted to invoke a non-function');
  });

  test('fails: $base64decode of something else', () => {
    expect(failureOf("$base64decode('!!!')")).toMatch(/^threw an internal error/);
    expect(evaluate("$base64decode('aGVsbG8=')")).toBe('hello');
    expect(evaluate("$base64decode('aGVsbG8')")).toBe('hello');
  });

  test('an expression can have a function of its own of such a name', () => {
    expect(evaluate('($eval := function($x){ $x + 1 }; $eval(1))')).toBe(2);
  });
});
