import { QueryFailure } from '../../../src/query';
import { compileIntrinsic, IntrinsicSyntaxError, isIntrinsic } from '../../../src/query/intrinsics';
import { fixedEnvironment } from '../fixed-environment';

const DATA = {
  list: [1, 2, 3],
  none: [],
  object: { Arg1: 1, Arg2: [] },
  text: 'x',
  null: null,
  big: 2147483647,
  long: 'a'.repeat(10_001),
  template: '{} and {}',
};

function call(text: string, data: unknown = DATA, env = fixedEnvironment()): unknown {
  return compileIntrinsic(text)(data as never, env);
}

/** What a failed call is blamed for, the call's own text left out. */
function failureOf(text: string, data: unknown = DATA): string {
  try {
    return `no failure: ${JSON.stringify(call(text, data)).slice(0, 200)}`;
  } catch (error) {
    if (!(error instanceof QueryFailure)) return `crash: ${String(error)}`;
    return `${error.error}: ${error.causeText.replace(`The function '${text}' had the following error: `, '… ')}`;
  }
}

describe('intrinsic functions', () => {
  test.each<[string, unknown]>([
    ['States.Array()', []],
    ["States.Array(1, 'a', true, null, $.list, States.Array(-1.5))", [1, 'a', true, null, [1, 2, 3], [-1.5]]],
    ['States.ArrayContains($.list, 2)', true],
    ['States.ArrayContains($.none, 2)', false],
    ['States.ArrayContains(States.Array($.list, 2), $.list)', true],
    ['States.ArrayGetItem($.list, 1.2)', 2],
    ['States.ArrayGetItem($.none, 999)', null],
    ['States.ArrayLength($.list)', 3],
    ['States.ArrayPartition($.list, 2.6)', [[1, 2], [3]]],
    ['States.ArrayPartition($.none, 2)', []],
    ['States.ArrayRange(1, 9, 2)', [1, 3, 5, 7, 9]],
    ['States.ArrayRange(5, 1, -2)', [5, 3, 1]],
    ['States.ArrayRange(5, 1, 2)', []],
    ['States.ArrayRange(1.6, 1.4, 1)', [1]],
    ['States.ArrayUnique(States.Array(true, false))', [false, true]],
    ['States.ArrayUnique(States.Array(null, 1))', [null, 1]],
    ["States.ArrayUnique(States.Array('1', 1, '01', 1))", ['1', 1, '01']],
    [
      'States.ArrayUnique(States.Array(States.Array(1, 2), States.Array(2, 1)))',
      [
        [2, 1],
        [1, 2],
      ],
    ],
    ["States.Base64Encode('Grüße')", 'R3LDvMOfZQ=='],
    ["States.Base64Decode('R3LDvMOfZQ')", 'Grüße'],
    ["States.Base64Decode('aGVs bG8!')", 'hello'],
    ["States.Format('no placeholder')", 'no placeholder'],
    ["States.Format('{}-{}-{}-{}', 1.5, 'a', true, null)", '1.5-a-true-null'],
    ["States.Format('{} {}', $.object, $.list)", '{Arg1=1, Arg2=[]} [1, 2, 3]'],
    ['States.Format($.template, 1, 2)', '1 and 2'],
    ["States.Format('\\{\\} \\' \\\\ {}', 1)", "{} ' \\ 1"],
    ["States.Hash('input', 'MD5')", 'a43c1b0aa53a0c908810c06ab1ff3967'],
    ["States.Hash('input', 'SHA-1')", '140f86aae51ab9e1cda9b4254fe98a74eb54c1a1'],
    ["States.Hash('input', 'SHA-256')", 'c96c6d5be8d08a12e7b5cdc1b207fa6b2430974c86803d8891675e76fd992c20'],
    ['States.JsonMerge($.object, States.StringToJson(\'{"b":1,"Arg1":2}\'), false)', { Arg1: 2, Arg2: [], b: 1 }],
    ["States.JsonMerge($.object, $.object, 'false')", { Arg1: 1, Arg2: [] }],
    ['States.JsonToString($.object)', '{"Arg1":1,"Arg2":[]}'],
    ['States.MathAdd(1.49, 1.5)', 3],
    ['States.MathAdd(1.5, 1.51)', 4],
    ['States.MathAdd(-1.5, -1.51)', -3],
    ['States.MathAdd(-0.5, 0)', 0],
    ['States.MathAdd(1e309, 0)', 2147483647],
    ['States.MathRandom(1.6, 5.4)', 3],
    ["States.StringSplit(', , ,', ',')", [' ', ' ']],
    ["States.StringSplit('a.b+c', '.+')", ['a', 'b', 'c']],
    ["States.StringSplit('', ',')", []],
    ["States.StringToJson('')", null],
    ["States.StringToJson(' ')", null],
    ["States.StringToJson('-0')", 0],
    ['States.StringToJson(\'[1, "a"]\')', [1, 'a']],
    ['States.UUID()', '88888888-8888-4888-a888-888888888888'],
    ['States.ArrayLength($.list[5:])', 0],
    ['States.ArrayLength($..nothing)', 0],
    [' States.ArrayLength( $.list ) ', 3],
  ])('%s', (text, expected) => {
    expect(call(text)).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['States.ArrayGetItem($.list, 0)', 1],
    ['States.ArrayGetItem($.list, 2)', 3],
    ['States.ArrayGetItem($.none, 0)', null],
    ['States.ArrayLength(States.ArrayRange(1, 1000, 1))', 1000],
    ['States.ArrayRange(3, 3, 1)', [3]],
    ['States.ArrayRange(0, -3, -3)', [0, -3]],
    ['States.MathAdd(2147483646, 1)', 2147483647],
    ['States.MathAdd(-2147483648, 0)', -2147483648],
    ['States.MathAdd(-1e309, 0)', -2147483648],
    ['States.MathAdd(2, -5)', -3],
    ["States.Hash($.object, 'MD5')", 'd363f405018d47b782e29dc1e6861a5d'],
    ["States.Hash('Grüße', 'SHA-1')", 'f649751d6e1bb46f8c86a8e0300237c33df07074'],
    ['States.Array(1., .5, .25, +1, -1, 12, 1e3, 1E+2, 25e-1, 12.5)', [1, 0.5, 0.25, 1, -1, 12, 1000, 100, 2.5, 12.5]],
    ["States.Array('', ' a ', 'a,b', 'a)b', '(')", ['', ' a ', 'a,b', 'a)b', '(']],
    ['States.Array( $.list[0] , $.list[(@.length-1)] , $.text )', [1, 3, 'x']],
    ["States.StringSplit('a', '')", ['a']],
    ["States.JsonToString('a')", '"a"'],
    ['States.JsonToString(null)', 'null'],
  ])('%s, at its edges', (text, expected) => {
    expect(call(text)).toStrictEqual(expected);
  });

  test('paths with quotes, commas and parentheses end where they end', () => {
    const data = {
      'a,b': 1,
      'a)b': 2,
      "a'": 3,
      'l': [
        { k: 1, v: 4 },
        { k: 2, v: 5 },
      ],
      '(': 6,
      '[': 7,
    };
    expect(
      call(
        "States.Array($['a,b'], $['a)b'], $['('], $.l[?(@.k == 2)].v, $.l[?(@.k == 1 && (@.v == 4))].v, $['a,b','a)b'])",
        data,
      ),
    ).toEqual([1, 2, 6, [5], [4], { 'a,b': 1, 'a)b': 2 }]);
    expect(call("States.Array($.l[?(@.k == ')')].v, 1)", data)).toEqual([[], 1]);
  });

  test('ten thousand characters are the most for Base64 and a hash', () => {
    const data = { most: 'a'.repeat(10_000), more: 'a'.repeat(10_001) };
    expect(call('States.Base64Encode($.most)', data)).toHaveLength(13_336);
    expect(call('States.Base64Decode($.most)', data)).toHaveLength(7500);
    expect(call("States.Hash($.most, 'MD5')", data)).toMatch(/^[0-9a-f]{32}$/);
    expect(
      ["States.Hash('a', 'SHA-384')", "States.Hash('a', 'SHA-512')"].map(text => (call(text) as string).slice(0, 16)),
    ).toEqual(['54a59b9f22b0b808', '1f40fc92da241694']);
  });

  test('States.ArrayContains compares what values hold', () => {
    const contains = (item: unknown, value: unknown): unknown =>
      call('States.ArrayContains($.list, $.value)', { list: [item], value });
    const values = [
      null,
      true,
      'a',
      1,
      [],
      [1],
      [1, 2],
      [2, 1],
      {},
      { a: 1 },
      { a: 2 },
      { b: 1 },
      { a: 1, b: 2 },
      { a: [1] },
      [[1]],
      [{ a: 1 }],
      { 0: 1 },
    ];
    for (const item of values) {
      for (const value of values) expect([item, value, contains(item, value)]).toEqual([item, value, item === value]);
      expect(contains(item, JSON.parse(JSON.stringify(item)))).toBe(true);
    }
    expect(contains({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  });

  test('States.ArrayUnique gives the order of a Java HashSet', () => {
    const unique = (list: unknown[]): unknown => call('States.ArrayUnique($)', list);
    expect(unique([1.5, 1])).toEqual([1, 1.5]);
    expect(unique([4294967296, 0])).toEqual([0, 4294967296]);
    expect(unique([{ b: 1 }, { a: 1 }, { b: 1 }])).toEqual([{ a: 1 }, { b: 1 }]);
    expect(unique([16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(unique([16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 16]);
    expect(unique(['Aa', 'BB', 'Aa', 'C'])).toEqual(['Aa', 'BB', 'C']);
  });

  test('a backslash at the end of a template from the data stays', () => {
    expect(call('States.Format($.t, 1)', { t: '{}\\' })).toBe('1\\');
    expect(call('States.Format($.t, 1)', { t: '\\{ {} \\}' })).toBe('{ 1 }');
  });

  test('a seed gives the number that java.util.Random gives', () => {
    expect(call('States.MathRandom(0, 1000, 42)')).toBe(130);
    expect(call('States.MathRandom(1, 10, 42)')).toBe(9);
    expect(call('States.MathRandom(0, 1024, 42)')).toBe(745);
  });

  test('random numbers and identifiers come from the environment', () => {
    const env = fixedEnvironment({ random: [0, 0.999, 0.25] });
    expect([
      call('States.MathRandom(0, 4)', DATA, env),
      call('States.MathRandom(0, 4)', DATA, env),
      call('States.MathRandom(0, 4)', DATA, env),
    ]).toEqual([0, 3, 1]);
    expect(call('States.UUID()', DATA, fixedEnvironment({ random: [0, 0.99] }))).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test('arguments can be paths into the Context Object and into variables', () => {
    const env = fixedEnvironment({ context: { Execution: { Name: 'run' } }, variables: { items: [1, 2] } });
    expect(call("States.Format('{} {}', $$.Execution.Name, $items[1])", DATA, env)).toBe('run 2');
  });

  test('ten calls can be nested', () => {
    expect(call(`${'States.Array('.repeat(9)}States.UUID()${')'.repeat(9)}`)).toEqual([
      [[[[[[[['88888888-8888-4888-a888-888888888888']]]]]]]],
    ]);
  });

  test('a member named __proto__ is kept', () => {
    expect(
      JSON.stringify(call('States.JsonMerge($.object, States.StringToJson(\'{"__proto__":{"x":1}}\'), false)')),
    ).toBe('{"Arg1":1,"Arg2":[],"__proto__":{"x":1}}');
  });

  test('only texts that start like a call are meant as one', () => {
    expect([isIntrinsic('States.Array()'), isIntrinsic(' States.'), isIntrinsic('$.States.Array()')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('arguments that a function cannot take', () => {
  test.each([
    'States.ArrayContains($.text, 1)',
    'States.ArrayContains($.list)',
    'States.ArrayGetItem($.list, 3)',
    'States.ArrayGetItem($.list, -1)',
    "States.ArrayGetItem($.list, 'a')",
    'States.ArrayLength($.object)',
    'States.ArrayLength()',
    'States.ArrayPartition($.list, 0.6)',
    'States.ArrayPartition($.list, 0)',
    'States.ArrayGetItem($.none, -1)',
    'States.ArrayRange(1, 5, 0)',
    'States.ArrayRange(1, 1001, 1)',
    'States.MathAdd(-2147483648, -1)',
    'States.MathAdd(-2147483649, 0)',
    'States.ArrayPartition($.list, -1)',
    'States.ArrayPartition($.list, null)',
    'States.ArrayRange(0, 1000, 1)',
    'States.ArrayRange(0, 5, 0.5)',
    "States.ArrayRange('0', 5, 1)",
    'States.ArrayUnique($.text)',
    'States.Base64Encode($.long)',
    'States.Base64Encode(1)',
    'States.Base64Decode($.long)',
    "States.Hash('a', 'sha-1')",
    "States.Hash(null, 'MD5')",
    "States.Hash('a')",
    "States.Hash($.long, 'MD5')",
    'States.JsonMerge($.object, $.object, true)',
    'States.JsonMerge($.object, $.list, false)',
    'States.JsonToString()',
    'States.MathAdd($.big, 1)',
    "States.MathAdd('1', 2)",
    'States.MathAdd(true, 2)',
    'States.MathAdd(null, 2)',
    'States.MathAdd(2147483648, 0)',
    'States.MathAdd(1)',
    'States.MathRandom(1.4, 1.6)',
    'States.MathRandom(5, 1)',
    'States.StringSplit(1, 2)',
    'States.StringToJson(1)',
    "States.StringToJson('nope')",
    'States.UUID(1)',
    'States.Format(1)',
    'States.Format()',
  ])('fails: %s', text => {
    expect(failureOf(text)).toBe(`States.Runtime: … Invalid arguments in ${/^States\.\w+/.exec(text)![0]}`);
  });

  test('fails: the number of arguments does not match the template', () => {
    expect(failureOf("States.Format('{} {}', 1)")).toBe(
      'States.Runtime: … Invalid arguments in States.Format: number of arguments do not match the occurrences of {}.',
    );
    expect(failureOf("States.Format('{}', 1, 2)")).toBe(
      'States.Runtime: … Invalid arguments in States.Format: number of arguments do not match the occurrences of {}.',
    );
  });

  test('fails: a brace that is not closed', () => {
    expect(failureOf("States.Format('a { b', 1)")).toBe(
      "States.Runtime: … Invalid template in States.Format: matching '}' not found for '{'.",
    );
  });

  test('fails: a path that finds nothing, even an index beyond the end, with the data', () => {
    expect(failureOf('States.ArrayLength($.a)', { b: 1 })).toBe(
      "States.Runtime: … The JsonPath argument for the field '$.a' could not be found in the input '{\"b\":1}'",
    );
    expect(failureOf('States.ArrayLength($.b[1])', { b: [1] })).toBe(
      "States.Runtime: … The JsonPath argument for the field '$.b[1]' could not be found in the input '{\"b\":[1]}'",
    );
    expect(failureOf('States.Array($$.X)', {})).toBe(
      "States.Runtime: … The JsonPath argument for the field '$.X' could not be found in the input '{}'",
    );
  });

  test('fails: a path that does not fit the data', () => {
    expect(failureOf('States.Array($.b[0])', { b: 1 })).toBe(
      'States.Runtime: … Filter: [0] can only be applied to arrays. Current context is: 1',
    );
  });

  test('fails: the innermost call is named in a nested one', () => {
    expect(failureOf("States.Format('{}', States.MathAdd('a', 1))")).toBe(
      'States.Runtime: … Invalid arguments in States.MathAdd',
    );
  });

  test('fails: a text beyond any payload', () => {
    const many = Array.from({ length: 2000 }, () => '$.long').join(', ');
    expect(failureOf(`States.Format('${'{}'.repeat(2000)}', ${many})`)).toBe(
      'States.Runtime: … Invalid arguments in States.Format',
    );
  });
});

describe('a text that is no call', () => {
  test.each([
    ['States.Fromat()', 1, 'States.Fromat is no intrinsic function, did you mean States.Format?'],
    ['States.array()', 1, 'States.array is no intrinsic function, did you mean States.Array?'],
    ['States.Array', 13, '( is missing'],
    ['States.Array(1', 15, ', or ) is missing'],
    ['States.Array(1,)', 16, 'an argument is missing'],
    ['States.Array(1 2)', 16, ', or ) is missing'],
    ["States.Array('a", 14, 'a quote is not closed'],
    ["States.Array('\\n')", 15, "\\n is no escape: there are \\' \\{ \\} and \\\\"],
    [
      'States.Array(word)',
      14,
      'word is no argument: write a text in single quotes, a number, true, false, null, a path or a call',
    ],
    [
      'States.Array(a1)',
      14,
      'a1 is no argument: write a text in single quotes, a number, true, false, null, a path or a call',
    ],
    [
      'States.Array(1a)',
      14,
      '1a is no argument: write a text in single quotes, a number, true, false, null, a path or a call',
    ],
    [
      'States.Array(1e)',
      14,
      '1e is no argument: write a text in single quotes, a number, true, false, null, a path or a call',
    ],
    ["States.Array('\\", 15, "\\ is no escape: there are \\' \\{ \\} and \\\\"],
    ['States.Array() States.UUID()', 16, 'something follows the call'],
    [
      'States.Array(States)',
      14,
      'States is no argument: write a text in single quotes, a number, true, false, null, a path or a call',
    ],
    ['States.Array() x', 16, 'something follows the call'],
    [`${'States.Array('.repeat(11)}${')'.repeat(11)}`, 131, 'more than 10 calls are nested'],
  ])('fails: %s', (text, column, problem) => {
    expect(() => compileIntrinsic(text)).toThrow(expect.objectContaining({ column, problem }));
    expect(() => compileIntrinsic(text)).toThrow(IntrinsicSyntaxError);
    expect(() => compileIntrinsic(text)).toThrow(
      `${JSON.stringify(text)} is no intrinsic function call: ${problem} at column ${column}`,
    );
  });
});
