import { QueryFailure } from '../../../src/query';
import { IntrinsicSyntaxError } from '../../../src/query/intrinsics';
import { PathSyntaxError } from '../../../src/query/json-path';
import { compilePathOrIntrinsic, compileTemplate, TemplateSyntaxError } from '../../../src/query/payload-template';
import { fixedEnvironment } from '../fixed-environment';

const DATA = { a: 1, list: [{ id: 1 }, { id: 2 }], nothing: null };

function fill(
  template: unknown,
  data: unknown = DATA,
  env = fixedEnvironment({ context: { State: { Name: 'S' } }, variables: { x: { y: 2 } } }),
): unknown {
  return compileTemplate(template as never, 'Parameters')(data as never, env);
}

function failureOf(template: unknown, data: unknown = DATA): string {
  try {
    return `no failure: ${JSON.stringify(fill(template, data))}`;
  } catch (error) {
    return error instanceof QueryFailure ? `${error.error}: ${error.causeText}` : `crash: ${String(error)}`;
  }
}

describe('a payload template', () => {
  test('replaces the members whose names end in .$, at any depth', () => {
    expect(
      fill({ 'a.$': '$.a', 'b': [{ 'c.$': '$.list[1].id' }, 'd'], 'e': { 'f.$': "States.Format('{}', $.a)" } }),
    ).toEqual({ a: 1, b: [{ c: 2 }, 'd'], e: { f: '1' } });
  });

  test('reads the Context Object and variables', () => {
    expect(fill({ 'name.$': '$$.State.Name', 'y.$': '$x.y' })).toEqual({ name: 'S', y: 2 });
  });

  test('leaves texts alone that only look like paths', () => {
    expect(fill({ a: '$.a', b: 'States.UUID()' })).toEqual({ a: '$.a', b: 'States.UUID()' });
  });

  test('passes on what never changes, and what it finds, without a copy', () => {
    const template = { 'constant': { deep: [1] }, 'list.$': '$.list' };
    const filled = fill(template) as typeof template & { list: unknown };
    expect(filled.constant).toBe(template.constant);
    expect(filled.list).toBe(DATA.list);
    const fixed = { a: [1] };
    expect(fill(fixed)).toBe(fixed);
  });

  test('keeps the order of members, and one named __proto__', () => {
    expect(JSON.stringify(fill(JSON.parse('{"z.$": "$.a", "b": 1, "__proto__.$": "$.a"}')))).toBe(
      '{"z":1,"b":1,"__proto__":1}',
    );
  });

  test('takes null that is found, and arrays of paths that lead to many places', () => {
    expect(fill({ 'n.$': '$.nothing', 'ids.$': '$.list[*].id', 'none.$': '$.list[?(@.id > 5)]' })).toEqual({
      n: null,
      ids: [1, 2],
      none: [],
    });
  });
});

describe('a template that does not fit', () => {
  test('fails: a path finds nothing, with the field and the data', () => {
    expect(failureOf({ deep: { 'x.$': '$.b' } }, { a: 1 })).toBe(
      "States.Runtime: The JSONPath '$.b' specified for the field 'x.$' could not be found in the input '{\"a\":1}'",
    );
  });

  test('fails: the Context Object has no such member, and is shown', () => {
    expect(failureOf({ 'x.$': '$$.Nope' })).toBe(
      'States.Runtime: The JSONPath \'$$.Nope\' specified for the field \'x.$\' could not be found in the input \'{"State":{"Name":"S"}}\'',
    );
  });

  test('fails: the data is null', () => {
    expect(failureOf({ 'x.$': '$.a' }, null)).toBe(
      'States.Runtime: Unable to apply Path transformation to null or empty input.',
    );
  });

  test('fails when it is read: a member that ends in .$ holds no text, or neither a path nor a call', () => {
    expect(() => fill({ 'x.$': 1 })).toThrow(
      "The value for the field 'x.$' must be a STRING that contains a JSONPath but was an NUMBER",
    );
    expect(() => fill({ 'x.$': 1 })).toThrow(TemplateSyntaxError);
    expect(() => fill({ 'x.$': '$.a[' })).toThrow(PathSyntaxError);
    expect(() => fill({ 'x.$': 'States.Nope()' })).toThrow(IntrinsicSyntaxError);
  });

  test('fails: ErrorPath and CausePath, with their own names', () => {
    const read = compilePathOrIntrinsic('$.b', 'ErrorPath');
    expect(() => read({}, fixedEnvironment())).toThrow(
      "The JSONPath '$.b' specified for the field 'ErrorPath' could not be found in the input '{}'",
    );
  });
});
