import { QueryFailure } from '../../../src/query';
import { compilePath, PathSyntaxError, readPath } from '../../../src/query/json-path';
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
  const env = fixedEnvironment({ context: { Execution: { Id: 'arn' } }, variables: { order: { items: [{ id: 1 }, { id: 2 }] } } });

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
    expect(['$.a.b', '$.a[0]', '$..a', '$.a[*]', '$.a[0,1]', '$.a[1:]', '$.a[?(@.b)]'].map(path => compilePath(path).definite)).toEqual([true, true, false, false, false, false, false]);
  });
});

describe('a path that finds nothing', () => {
  test('fails with the last step, where that is missing', () => {
    expect(failureOf('$.a.b', { a: {} })).toBe("States.Runtime: Invalid path '$.a.b' : No results for path: $['a']['b']");
  });

  test('fails with the first step that is missing before the last', () => {
    expect(failureOf('$.a.b', {})).toBe("States.Runtime: Invalid path '$.a.b' : Missing property in path $['a']");
  });

  test('fails for a function of other engines', () => {
    expect(failureOf('$.list.length()', { list: [1] })).toBe("States.Runtime: Invalid path '$.list.length()' : Property ['length()'] not found in path $['list']");
  });

  test('fails for an index of something that is no array', () => {
    expect(failureOf('$.a[0]', { a: 1 })).toBe("States.Runtime: Invalid path '$.a[0]' : Filter: [0] can only be applied to arrays. Current context is: 1");
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

describe('members named like those that every object has', () => {
  const data = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}');

  test('are found only where the data has them', () => {
    expect(read('$.__proto__.a', data)).toBe(1);
    expect(read('$.constructor', data)).toBe(2);
    expect(read("$['__proto__']['a']", data)).toBe(1);
    expect(failureOf('$.__proto__', {})).toBe("States.Runtime: Invalid path '$.__proto__' : No results for path: $['__proto__']");
    expect(failureOf('$.toString', {})).toBe("States.Runtime: Invalid path '$.toString' : No results for path: $['toString']");
    expect(read('$..__proto__', {})).toEqual([]);
  });

  test('are kept when several are picked', () => {
    expect(JSON.stringify(read("$['__proto__','constructor']", data))).toBe('{"__proto__":{"a":1},"constructor":2}');
  });
});

describe('a text that is no path', () => {
  test.each([
    ['', 1], ['.a', 1], ['$.', 3], ['$.a b', 3], ['$.a[', 4], ['$..', 4], ['$.a...b', 6], ['$$a', 3], ['$.a[?(@.b in [1])]', 5], [`$${'.a'.repeat(1001)}`, 2004],
  ])('fails: %s', (path, column) => {
    const error = (() => { try { compilePath(path); } catch (thrown) { return thrown; } return undefined; })();
    expect(error).toBeInstanceOf(PathSyntaxError);
    expect({ path: (error as PathSyntaxError).path, column: (error as PathSyntaxError).column }).toEqual({ path, column });
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
    const document = { items: Array.from({ length: 300_000 }, (_, id) => ({ id })), text: [{ at: `${'a'.repeat(50)}!` }] };
    expect((read('$..id', document) as number[]).length).toBe(300_000);
    expect(read('$.text[?(@.at =~ /^(a+)+$/)]', document)).toEqual([]);
  });
});
