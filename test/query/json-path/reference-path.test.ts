import { compileReferencePath, PathSyntaxError } from '../../../src/query/json-path';

/** What ResultPath makes of an input and a result. */
function write(path: string, target: unknown, value: unknown): unknown {
  return compileReferencePath(path).write(target as never, value as never);
}

describe('writing at a Reference Path', () => {
  test('replaces everything at $', () => {
    expect(write('$', { a: 1 }, 2)).toBe(2);
  });

  test('makes the objects that are missing', () => {
    expect(write('$.a.b', {}, 1)).toEqual({ a: { b: 1 } });
    expect(write('$.a.b', { a: null }, 1)).toEqual({ a: { b: 1 } });
  });

  test('keeps the order of members, and puts new ones last', () => {
    expect(Object.keys(write('$.b', { a: 1, b: 2, c: 3 }, 9) as object)).toEqual(['a', 'b', 'c']);
    expect(Object.keys(write('$.d', { a: 1, b: 2 }, 9) as object)).toEqual(['a', 'b', 'd']);
  });

  test('replaces an item that an array has', () => {
    expect(write('$.a[1].x', { a: [{}, { y: 1 }] }, 2)).toEqual({ a: [{}, { y: 1, x: 2 }] });
  });

  test('changes nothing that the caller holds, and copies only what lies on the way', () => {
    const target = Object.freeze({ a: Object.freeze({ b: 1 }), kept: Object.freeze({}) });
    const result = write('$.a.b', target, 2) as typeof target;
    expect(result).toEqual({ a: { b: 2 }, kept: {} });
    expect(result.kept).toBe(target.kept);
  });

  test('writes a member named __proto__ as any other', () => {
    expect(JSON.stringify(write('$.__proto__.polluted', {}, true))).toBe('{"__proto__":{"polluted":true}}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([
    ['$.a.b', { a: 1 }, 'Unable to apply step "b" to input {"a":1}'],
    ['$.a', [1], 'Unable to apply step "a" to input [1]'],
    ['$.a', 'text', 'Unable to apply step "a" to input "text"'],
    ['$.a[2]', { a: [1] }, 'Unable to apply step "2" to input {"a":[1]}'],
    ['$.a[0]', { a: {} }, 'Unable to apply step "0" to input {"a":{}}'],
  ])('fails: %s in %j', (path, target, cause) => {
    expect(() => write(path, target, 1)).toThrow(
      expect.objectContaining({ error: 'States.ReferencePathConflict', causeText: cause }),
    );
  });

  test.each(['a', '$.a[*]', '$..a', '$.a[0,1]', '$.a[1:]', '$.a[-1]', "$['a','b']", '$.a[?(@.b)]'])(
    'fails: %s names more than one place, or is no path',
    path => {
      expect(() => compileReferencePath(path)).toThrow(PathSyntaxError);
    },
  );
});
