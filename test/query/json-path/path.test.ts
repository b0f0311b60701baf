import { QueryFailure } from '../../../src/query';
import { compilePath, PathNotFound, PathSyntaxError, readPath } from '../../../src/query/json-path';
import { fixedEnvironment } from '../fixed-environment';

/** What a field such as InputPath makes of a path. */
function read(path: string, data: unknown, env = fixedEnvironment()): unknown {
  return readPath(compilePath(path), data as never, env);
}

/** The failure of a field such as InputPath. */
function failureOf(path: string, data: unknown, env = fixedEnvironment()): string {
  try {
    return `no failure: ${JSON.stringify(read(path, data, env)).slice(0, 200)}`;
  } catch (error) {
    return error instanceof QueryFailure ? `${error.error}: ${error.causeText}` : `crash: ${String(error)}`;
  }
}

describe('the root of a path', () => {
  const env = fixedEnvironment({
    context: { Execution: { Id: 'arn' } },
    variables: { order: { items: [{ id: 1 }, { id: 2 }] } },
  });

  test('$ is the data', () => {
    const data = { a: 1 };
    expect(read('$', data)).toBe(data);
  });

  test('$$ is the Context Object', () => {
    expect(read('$$.Execution.Id', {}, env)).toBe('arn');
    expect(read('$$', {}, env)).toEqual({ Execution: { Id: 'arn' } });
  });

  test('$name is a variable', () => {
    expect(read('$order.items[1].id', {}, env)).toBe(2);
    expect(read('$order.items[*].id', {}, env)).toEqual([1, 2]);
  });

  test('a text without $ is a path below $', () => {
    expect(read('a.b', { a: { b: 1 } })).toBe(1);
  });

  test('paths know whether they lead to one place', () => {
    expect(
      ['$.a.b', '$.a[0]', '$..a', '$.a[*]', '$.a[0,1]', '$.a[1:]', '$.a[?(@.b)]'].map(
        path => compilePath(path).definite,
      ),
    ).toEqual([true, true, false, false, false, false, false]);
  });
});

describe('a path that finds nothing', () => {
  test('fails with the last step, where that is missing', () => {
    expect(failureOf('$.a.b', { a: {} })).toBe(
      "States.Runtime: Invalid path '$.a.b' : No results for path: $['a']['b']",
    );
  });

  test('fails with the first step that is missing before the last', () => {
    expect(failureOf('$.a.b', {})).toBe("States.Runtime: Invalid path '$.a.b' : Missing property in path $['a']");
  });

  test('fails for a function of other engines', () => {
    expect(failureOf('$.list.length()', { list: [1] })).toBe(
      "States.Runtime: Invalid path '$.list.length()' : Property ['length()'] not found in path $['list']",
    );
  });

  test('fails for an index of something that is no array', () => {
    expect(failureOf('$.a[0]', { a: 1 })).toBe(
      "States.Runtime: Invalid path '$.a[0]' : Filter: [0] can only be applied to arrays. Current context is: 1",
    );
  });

  test('fails whatever the path is, when the data is null', () => {
    expect(failureOf('$', null)).toBe('States.Runtime: Unable to apply Path transformation to null or empty input.');
  });

  test('fails for a variable that was never assigned', () => {
    expect(failureOf('$nope', {})).toBe("States.Runtime: Invalid path '$nope' : No results for path: $nope");
  });

  test('gives an empty array, where the path could lead to many places', () => {
    expect(read('$.items[1:]', { items: [] })).toEqual([]);
    expect(read('$..id', {})).toEqual([]);
  });
});

describe('a path that does not fit the data', () => {
  test.each([
    ['$.a[0,1]', 'Filter: [0,1] can only be applied to arrays. Current context is: x'],
    ['$.a[(@.length-2)]', 'Filter: [(@.length-1)] can only be applied to arrays. Current context is: x'],
    ['$.a[1:]', 'Filter: [1:] can only be applied to arrays. Current context is: x'],
    ['$.a[?(@.b)]', 'Filter: [?] can not be applied to primitives. Current context is: x'],
  ])('fails, and says what it found: %s', (path, problem) => {
    expect(failureOf(path, { a: 'x' })).toBe(`States.Runtime: Invalid path '${path}' : ${problem}`);
  });

  test('finds nothing without a failure, where only its last step is missing', () => {
    expect(compilePath('$.a[0].b').read({ a: [{}] }, fixedEnvironment())).toBeUndefined();
    expect(compilePath('$.a[0].b').read({ a: [{ b: 1 }] }, fixedEnvironment())).toBe(1);
  });
});

describe('members named like those that every object has', () => {
  const data = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}');

  test('are found only where the data has them', () => {
    expect(read('$.__proto__.a', data)).toBe(1);
    expect(read('$.constructor', data)).toBe(2);
    expect(read("$['__proto__']['a']", data)).toBe(1);
    expect(failureOf('$.__proto__', {})).toBe(
      "States.Runtime: Invalid path '$.__proto__' : No results for path: $['__proto__']",
    );
    expect(failureOf('$.toString', {})).toBe(
      "States.Runtime: Invalid path '$.toString' : No results for path: $['toString']",
    );
    expect(read('$..__proto__', {})).toEqual([]);
  });

  test('are kept when several are picked', () => {
    expect(JSON.stringify(read("$['__proto__','constructor']", data))).toBe('{"__proto__":{"a":1},"constructor":2}');
  });
});

describe('a path at the edge of what there is', () => {
  test('has the largest index and a thousand steps', () => {
    expect(read('$[2147483647]', [1])).toBeNull();
    expect(compilePath(`$${'.a'.repeat(1000)}`).definite).toBe(true);
  });

  test('is written with spaces inside of brackets', () => {
    const items = Array.from({ length: 12 }, (_, i) => i);
    expect(read('$[ 1 : 3 ]', items)).toEqual([1, 2]);
    expect(read('$[ 0 , 2 ]', items)).toEqual([0, 2]);
    expect(read('$[ ?  (@ > 10) ]', items)).toEqual([11]);
    expect(read('$[( @.length - 12 )]', items)).toBe(0);
    expect(read('$[( @.size() - 1 )]', items)).toBe(11);
  });

  test('takes a slice that ends before it starts for an empty one', () => {
    expect(read('$[:0]', [1, 2])).toEqual([]);
    expect(read('$[-2:3]', [])).toEqual([]);
    expect(read('$[2:1]', [1, 2, 3])).toEqual([]);
  });

  test('leaves out what is not there, where it names several members', () => {
    expect(read("$['a','x']", { a: 1 })).toStrictEqual({ a: 1 });
    expect(read("$..['a','b']", { a: 1, c: { a: 3, b: 4 } })).toStrictEqual([{ a: 3, b: 4 }]);
  });

  test('reads the Context Object and variables whatever the data is', () => {
    const env = fixedEnvironment({ context: { Execution: { Id: 'arn' } }, variables: { a: [1] } });
    expect(read('$$.Execution.Id', null, env)).toBe('arn');
    expect(read("$$['Execution']['Id']", null, env)).toBe('arn');
    expect(read('$a[0]', null, env)).toBe(1);
  });

  test('knows where it starts', () => {
    expect(['$.a', 'a', '$$.a', '$$', '$a', '$a.b'].map(path => compilePath(path).root)).toEqual([
      'input',
      'input',
      'context',
      'context',
      'variable',
      'variable',
    ]);
  });
});

describe('a path in the arguments of an intrinsic function', () => {
  test('fails for an index out of range', () => {
    expect(() => compilePath('$.a[5]').findStrict({ a: [1] }, fixedEnvironment())).toThrow(
      new PathNotFound("No results for path: $['a'][5]"),
    );
    expect(compilePath('$.a[0]').findStrict({ a: [1] }, fixedEnvironment())).toBe(1);
    expect(() => compilePath('$.a').findStrict({}, fixedEnvironment())).toThrow(
      new PathNotFound("No results for path: $['a']"),
    );
  });
});

describe('a text that is no path', () => {
  test.each([
    ['', 1],
    ['.a', 1],
    ['$.', 3],
    ['$.a b', 3],
    ['$.a[', 4],
    ['$..', 4],
    ['$.a...b', 6],
    ['$$a', 3],
    ['$.a[?(@.b in [1])]', 5],
    [`$${'.a'.repeat(1001)}`, 2004],
  ])('fails: %s', (path, column) => {
    const error = (() => {
      try {
        compilePath(path);
      } catch (thrown) {
        return thrown;
      }
      return undefined;
    })();
    expect(error).toBeInstanceOf(PathSyntaxError);
    expect({ path: (error as PathSyntaxError).path, column: (error as PathSyntaxError).column }).toEqual({
      path,
      column,
    });
  });

  test.each([
    ['a path must start with $', '', 1],
    ['it ends where a name is missing', '$.', 3],
    ['it ends where a name is missing', '$..', 4],
    ['a name is missing', '$.a...b', 6],
    ['a name has a space in it; write it in brackets', '$.a b', 3],
    ['a bracket is not closed', '$.a[', 4],
    ['"x" stands where . or [ is expected', '$[0]x', 5],
    ['" " stands where . or [ is expected', '$ ["a"]', 2],
    ['a quote is not closed', "$['a]", 3],
    ['"a\'" is no index', "$[a']", 3],
    ['a filter is written ?(…)', '$[?]', 3],
    ['the brackets are empty', '$[]', 3],
    ['a slice needs a start or an end', '$[:]', 3],
    ['"a1" is no index', '$[a1]', 3],
    ['"1a" is no index', '$[1a]', 3],
    ['"b" is no index', '$[1:b]', 3],
    ['"" is no index', '$[0,]', 3],
    ['"2147483648" is no index', '$[2147483648]', 3],
    ['"-2147483648" is no index', '$[-2147483648]', 3],
    ['"x(@.length-1)" is no index', '$[x(@.length-1)]', 3],
    ['"(@.length-1)x" is no index', '$[(@.length-1)x]', 3],
    ['"(@.length-x)" is no index', '$[(@.length-x)]', 3],
    ['it has more than 1000 steps', `$${'.a'.repeat(1001)}`, 2004],
    ['"x" stands where . or [ is expected', '$$x', 3],
  ])('fails, and says why: %s', (problem, path, column) => {
    expect(() => compilePath(path)).toThrow(new PathSyntaxError(path, column, problem));
    expect(new PathSyntaxError(path, column, problem).message).toBe(
      `${JSON.stringify(path)} is no JSONPath: ${problem} at column ${column}`,
    );
  });

  test('fails: a pattern that only a backtracking engine could match', () => {
    expect(() => compilePath('$.a[?(@.b =~ /(?=x)y/)]')).toThrow(PathSyntaxError);
  });
});

describe('a path that visits too much', () => {
  const deep = [Array.from({ length: 400 }).reduce(inner => ({ a: inner }), 0)];

  test.each(['$[-2000000000:5]', '$..[?(@..a)]..*..*..*'])('fails: %s', path => {
    expect(failureOf(path, deep)).toBe('States.Runtime: The path visits more than 2000000 places.');
  });

  test('does not count for the next one', () => {
    failureOf('$[-2000000000:5]', deep);
    expect(read('$[0]', [1])).toBe(1);
  });

  test('reads documents of any size, and patterns that would hang a backtracking engine', () => {
    const document = {
      items: Array.from({ length: 300_000 }, (_, id) => ({ id })),
      text: [{ at: `${'a'.repeat(50)}!` }],
    };
    expect((read('$..id', document) as number[]).length).toBe(300_000);
    expect(read('$.text[?(@.at =~ /^(a+)+$/)]', document)).toEqual([]);
  });
});
