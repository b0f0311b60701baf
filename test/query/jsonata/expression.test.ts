import {
  compileExpression,
  compileValue,
  isExpression,
  JsonataSyntaxError,
  type ExpectedType,
} from '../../../src/query/jsonata';
import { fixedEnvironment, type FixedEnvironment } from '../fixed-environment';

function evaluate(expression: string, environment: FixedEnvironment = {}, expected?: ExpectedType): unknown {
  return compileExpression(`{% ${expression} %}`, 'Output/a', expected)(fixedEnvironment(environment));
}

/** Error, cause and location of a failure. */
function failureOf(expression: string, environment: FixedEnvironment = {}, expected?: ExpectedType): unknown {
  try {
    return evaluate(expression, environment, expected);
  } catch (error) {
    const { error: name, causeText, location } = error as { error: string; causeText: string; location: string };
    return { error: name, cause: causeText, location };
  }
}

const failure = (cause: string): unknown => ({ error: 'States.QueryEvaluationError', cause, location: 'Output/a' });

describe('what is an expression', () => {
  test('a text between {% and %}, without spaces around', () => {
    expect(['{% 1 %}', '{%1%}', '{%%}', ' {% 1 %}', '{% 1 %} ', '{% 1', '1 %}', '{%}'].map(isExpression)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test.each([
    ['1 +', 'Unexpected end of expression', 3],
    ['$x :=', 'Unexpected end of expression', 5],
    ['"a', 'String literal must be terminated by a matching quote', 2],
    ['a[1,2)', 'Expected "]", got ","', 4],
    ['{"a":}', 'The symbol "}" cannot be used as a unary operator', 6],
    ['$match("a", /abc', 'No terminating / in regular expression', 16],
    ['1 ?? 2', 'The symbol "?" cannot be used as a unary operator', 4],
    ['1 ?: 2', 'The symbol ":" cannot be used as a unary operator', 4],
    ['$match("a", /(/)', 'No terminating / in regular expression', 16],
    ['$match("a", /a**/)', 'Invalid regular expression: /a**/: Nothing to repeat', 12],
  ])('fails: %s', (expression, problem, position) => {
    expect(() => evaluate(expression)).toThrow(expect.objectContaining({ problem, position }));
    expect(() => evaluate(expression)).toThrow(JsonataSyntaxError);
  });
});

describe('what an expression sees', () => {
  const environment = {
    input: { a: 1, list: [1, 2] },
    context: { Execution: { Name: 'run' } },
    variables: { x: 5, none: null, sum: 1, word: 'w' },
  };

  test('$states has the members that the state has', () => {
    expect(evaluate('$states', environment)).toEqual({ input: environment.input, context: environment.context });
    expect(evaluate('$keys($states)', { ...environment, result: 1, errorOutput: { Error: 'E' } })).toEqual([
      'input',
      'context',
      'result',
      'errorOutput',
    ]);
    expect(evaluate('$states.result.b', { result: { b: 2 } })).toBe(2);
    expect(evaluate('$states.errorOutput.Error', { errorOutput: { Error: 'E' } })).toBe('E');
    expect(evaluate('$states.context.Execution.Name', environment)).toBe('run');
  });

  test('variables, null among them', () => {
    expect(evaluate('$x + 1', environment)).toBe(6);
    expect(evaluate('$none', environment)).toBeNull();
    expect(evaluate('($x := 2; $x)', environment)).toBe(2);
  });

  test('a variable hides a function of its name', () => {
    expect(evaluate('$sum + 1', environment)).toBe(2);
    expect(failureOf('$sum([1])', environment)).toEqual(
      failure(
        "The JSONata expression '$sum([1])' specified for the field 'Output/a' threw an error during evaluation. T1006: Attempted to invoke a non-function",
      ),
    );
    expect(failureOf('$word([1])', environment)).toEqual(
      failure(
        "The JSONata expression '$word([1])' specified for the field 'Output/a' threw an error during evaluation. T1006: Attempted to invoke a non-function",
      ),
    );
  });

  test('members named like those that every object has are found only where the data has them', () => {
    expect(
      evaluate('[$exists($states.input.constructor), $exists($states.input.__proto__), $exists($states.__proto__)]'),
    ).toEqual([false, false, false]);
    expect(evaluate('$states.input.__proto__.b', { input: JSON.parse('{"__proto__": {"b": 1}}') })).toBe(1);
    expect(JSON.stringify(evaluate('{"__proto__": 1}'))).toBe('{"__proto__":1}');
    expect(JSON.stringify(evaluate('$merge([{"__proto__": {"polluted": 1}}])'))).toBe('{"__proto__":{"polluted":1}}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('results', () => {
  test('are plain JSON', () => {
    const result = evaluate('{"a": $states.input.list[$ > 0], "b": [$states.input.list.{"c": $}]}', {
      input: { list: [1, 2] },
    }) as Record<string, unknown>;
    expect(result).toStrictEqual({ a: [1, 2], b: [{ c: 1 }, { c: 2 }] });
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(Object.keys(result.a as object)).toEqual(['0', '1']);
  });

  test('a sequence of one stands for its item, an array of one stays', () => {
    const environment = { input: { list: [1], many: [1, 2] } };
    expect(evaluate('$states.input.list', environment)).toEqual([1]);
    expect(evaluate('$states.input.many[$ = 1]', environment)).toBe(1);
    expect(evaluate('$states.input.many[$ = 1][]', environment)).toEqual([1]);
  });

  test('numbers that JSON does not have are texts', () => {
    expect(evaluate('[1/0, -1/0, 0/0, {"k": 1/0}]')).toEqual(['Infinity', '-Infinity', 'NaN', { k: 'Infinity' }]);
    expect(Object.is(evaluate('0 * -1'), 0)).toBe(true);
  });

  test('the data of the caller stays as it is, and what is passed on is not copied', () => {
    const freeze = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    const input = freeze({ empty: [], list: [{ n: 1 }], deep: { a: {} }, call: {} }) as never;
    expect(evaluate('$states.input.deep', { input })).toBe((input as { deep: unknown }).deep);
    expect(evaluate('$states.input.list[]', { input })).toEqual([{ n: 1 }]);
    expect(evaluate('$states.input.empty{"a": 1}', { input })).toEqual({ a: 1 });
    expect(evaluate('$states.input ~> |deep.a|{"b": 1}|', { input })).toEqual({
      empty: [],
      list: [{ n: 1 }],
      deep: { a: { b: 1 } },
      call: {},
    });
    expect(evaluate('$states.input.deep ~> |$states.input.call|{"b": 1}|', { input })).toEqual({ a: {} });
    expect(failureOf('$states.input.call(1)', { input })).toMatchObject({ error: 'States.QueryEvaluationError' });
    expect(evaluate('$sort($states.input.list, function($a, $b){ $a.n > $b.n })', { input })).toEqual([{ n: 1 }]);
  });
});

describe('failures', () => {
  test('fails: nothing is returned', () => {
    expect(failureOf('$nope')).toEqual(
      failure("The JSONata expression '$nope' specified for the field 'Output/a' returned nothing (undefined)."),
    );
    expect(failureOf('$states.input.b', { input: {} })).toEqual(
      failure(
        "The JSONata expression '$states.input.b' specified for the field 'Output/a' returned nothing (undefined).",
      ),
    );
  });

  test('fails: a function is returned, or lies inside of the result', () => {
    const cause = (expression: string): string =>
      `The JSONata expression '${expression}' specified for the field 'Output/a' returned an unsupported result type.`;
    for (const expression of ['$fn := function($x){$x}', '$sum', '[$sum]', '{"a": {"b": function(){1}}}', '/a/']) {
      expect(failureOf(expression)).toEqual(failure(cause(expression)));
    }
  });

  test.each<[string, ExpectedType, string]>([
    ['1', 'array', "Expected 'array', but was 'number' for value: 1"],
    ["'a'", 'array', "Expected 'array', but was 'string' for value: \"a\""],
    ['{"a": [1]}', 'array', "Expected 'array', but was 'object' for value: {\"a\":[1]}"],
    ['null', 'array', "Expected 'array', but was 'null' for value: null"],
    ['true', 'string', "Expected 'string', but was 'boolean' for value: true"],
    ['1.5', 'integer', "Expected 'integer', but was 'number' for value: 1.5"],
    ['[]', 'object', "Expected 'object', but was 'array' for value: []"],
    ['0', 'boolean', "Expected 'boolean', but was 'number' for value: 0"],
  ])('fails: %s where %s is expected', (expression, expected, text) => {
    expect(failureOf(expression, {}, expected)).toEqual(
      failure(
        `The JSONata expression '${expression}' specified for the field 'Output/a' returned an unexpected result type. ${text}`,
      ),
    );
  });

  test('what is expected passes', () => {
    expect([
      evaluate('1', {}, 'integer'),
      evaluate('1.5', {}, 'number'),
      evaluate('[]', {}, 'array'),
      evaluate('{}', {}, 'object'),
      evaluate('false', {}, 'boolean'),
      evaluate("''", {}, 'string'),
    ]).toEqual([1, 1.5, [], {}, false, '']);
  });

  test.each([
    ['$sum(["a"])', 'T0412: Argument 1 of function "sum" must be an array of "numbers"'],
    ['1 + "a"', 'T2002: The right side of the "+" operator must evaluate to a number'],
    ['"a" < 1', 'T2009: The values "a" and 1 either side of operator "<" must be of the same data type'],
    ['$error("mine")', 'D3137: mine'],
    ['$assert(false, "no")', 'D3141: no'],
    [
      '$formatNumber(1, "x")',
      'D3086: The sub-picture must not contain a passive character that is preceded by an active character and that is followed by another active character',
    ],
    ['$number("x")', 'D3030: Unable to cast value to a number: "x"'],
    ['1/0 + 1', 'D1001: Number out of range: null'],
    ['{1: 2}', 'T1003: Key in object structure must evaluate to a string; got: 1'],
  ])('fails with the code and the message of JSONata: %s', (expression, text) => {
    expect(failureOf(expression)).toEqual(
      failure(
        `The JSONata expression '${expression}' specified for the field 'Output/a' threw an error during evaluation. ${text}`,
      ),
    );
  });

  test('fails beyond the depth that AWS allows', () => {
    const sum = (terms: number): string => Array.from({ length: terms }, () => '1').join('+');
    expect(evaluate(sum(100))).toBe(100);
    expect(failureOf(sum(101))).toMatchObject({
      cause: expect.stringMatching(
        /threw an error during evaluation: Stack overflow error: Check for non-terminating recursive function/,
      ),
    });
  });

  test('takes the longest sequence and text that AWS takes', () => {
    expect(evaluate('$count([1..873782])')).toBe(873782);
    expect(evaluate('$length($pad("", 4194304, "x"))')).toBe(4194304);
  });

  test('a name stays the same in a message, whatever was called before', () => {
    evaluate('($f := $sum; $f([1]))');
    expect(failureOf('"x" ~> $sum')).toEqual(failureOf('"x" ~> $sum'));
  });
});

describe('values with expressions inside', () => {
  const value = (json: unknown, environment: FixedEnvironment = {}): unknown =>
    compileValue(json as never, 'Output')(fixedEnvironment(environment));

  test('are computed wherever they are, the rest is passed on', () => {
    const constant = { deep: [1, { text: '{% not closed' }] };
    expect(value(constant)).toBe(constant);
    expect(value({ a: '{% $states.input.x %}', b: [1, '{% 1 + 1 %}', constant] }, { input: { x: 'y' } })).toEqual({
      a: 'y',
      b: [1, 2, constant],
    });
    expect(value('{% 1 %}')).toBe(1);
  });

  test('keep a member named __proto__', () => {
    expect(JSON.stringify(value(JSON.parse('{"__proto__": "{% 1 %}"}')))).toBe('{"__proto__":1}');
  });

  test('fails with the place of the expression', () => {
    const location = (json: unknown): unknown => {
      try {
        return value(json);
      } catch (error) {
        return (error as { location: string }).location;
      }
    };
    expect([location('{% $x %}'), location({ a: { b: ['{% 1 %}', '{% $x %}'] } }), location([['{% $x %}']])]).toEqual([
      'Output',
      'Output/a/b[1]',
      'Output[0][0]',
    ]);
  });
});
