import * as fc from 'fast-check';
import { fixtureText } from './fixtures';
import { STATE_FIELDS, RETRIER_FIELDS, CATCHER_FIELDS, type Json } from '../../src/asl';
import { ALL_RULES, validate } from '../../src/validation';

/** Texts that mean something somewhere, and some that mean nothing. */
const text = fc.oneof(
  fc.constantFrom(
    'A',
    'B',
    'Done',
    '$',
    '$$',
    '$.a',
    '$.a[0].b',
    '$.a[*]',
    '$..a',
    '$[',
    '$x.y',
    '$$.Execution.Id',
    "States.Format('{}', $.a)",
    'States.',
    '{% $states.input.a %}',
    '{% $x %}',
    '{% ( %}',
    '{%',
    '%}',
    '{% a.b[c] ~> $f %}',
    '${Token[TOKEN.1]}',
    '${x',
    'Pass',
    'Task',
    'Map',
    'JSONata',
    'JSONPath',
    'States.ALL',
    'arn:aws:states:::lambda:invoke.sync',
    'arn:aws:states:::aws-sdk:s3:getObject',
    '2030-01-31T12:00:00Z',
    'DISTRIBUTED',
    'EXPRESS',
    '__proto__',
    '\u0000',
    '\ud800',
  ),
  fc.string({ maxLength: 12 }),
);
const name = fc.oneof(
  fc.constantFrom('A', 'B', 'C', '__proto__', 'constructor', 'hasOwnProperty', 'toString', 'a/b~c', ''),
  fc.string({ maxLength: 6 }),
);
const field = fc.constantFrom(
  ...new Set([
    ...Object.values(STATE_FIELDS).flatMap(table => Object.keys(table)),
    'Variable',
    'And',
    'Not',
    'StringEquals',
    'IsPresent',
    'Condition',
    'ProcessorConfig',
    'Mode',
    'StartAt',
    'States',
  ]),
  ...Object.keys(RETRIER_FIELDS),
  ...Object.keys(CATCHER_FIELDS),
  'x.$',
  '__proto__',
);
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(-1e300, 1e308, 0, -1),
);

/** JSON text of objects whose members have names that mean something: own members, also __proto__. */
const { value } = fc.letrec<{ value: string; object: string; list: string }>(tie => ({
  value: fc.oneof(
    { maxDepth: 5 },
    scalar.map(each => JSON.stringify(Number.isFinite(each) || typeof each !== 'number' ? each : 0)),
    tie('object'),
    tie('list'),
  ),
  object: fc
    .array(fc.tuple(fc.oneof(field, name), tie('value')), { maxLength: 5 })
    .map(members => `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${inner}`).join(',')}}`),
  list: fc.array(tie('value'), { maxLength: 4 }).map(items => `[${items.join(',')}]`),
}));
const state = fc
  .tuple(fc.constantFrom(...Object.keys(STATE_FIELDS)), fc.array(fc.tuple(field, value), { maxLength: 8 }))
  .map(
    ([type, members]) =>
      `{"Type":${JSON.stringify(type)}${members.map(([key, inner]) => `,${JSON.stringify(key)}:${inner}`).join('')}}`,
  );
const machine = fc
  .tuple(fc.constantFrom('JSONata', 'JSONPath'), name, fc.array(fc.tuple(name, state), { maxLength: 6 }))
  .map(
    ([language, start, states]) =>
      `{"QueryLanguage":"${language}","StartAt":${JSON.stringify(start)},"States":{${states.map(([key, each]) => `${JSON.stringify(key)}:${each}`).join(',')}}}`,
  );

function checked(given: unknown, type: 'STANDARD' | 'EXPRESS' = 'STANDARD'): void {
  const found = validate(given as Json, { type });
  expect(found.filter(({ code }) => code === 'RULE_FAILED')).toEqual([]);
  expect(validate(given as Json, { type })).toEqual(found);
}

function frozen<T>(given: T): T {
  if (typeof given === 'object' && given !== null) Object.values(given).forEach(frozen);
  return Object.freeze(given);
}

test('machines of any shape get an answer, always the same, and are not changed', () => {
  fc.assert(
    fc.property(machine, fc.constantFrom('STANDARD' as const, 'EXPRESS' as const), (given, type) => {
      checked(frozen(JSON.parse(given)), type);
      checked(given, type);
    }),
    { numRuns: 200 },
  );
});

test('any JSON value gets an answer', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        value.map(each => JSON.parse(each) as Json),
        fc.jsonValue() as fc.Arbitrary<Json>,
      ),
      given => checked(frozen(given)),
    ),
    { numRuns: 400 },
  );
});

test('any text gets an answer', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        text,
        value.map(each => each.slice(0, -1)),
        value.map(each => each.replace(/:/, '')),
      ),
      given => checked(given),
    ),
    { numRuns: 600 },
  );
});

test('right definitions in which one value is replaced get an answer', () => {
  const rights = ALL_RULES.filter(({ id }) => !['definition-size', 'nesting-depth'].includes(id)).map(
    ({ id }) => JSON.parse(fixtureText('valid', id)!) as Json,
  );
  fc.assert(
    fc.property(fc.constantFrom(...rights), fc.infiniteStream(fc.nat(1000)), value, (right, choices, replacement) => {
      checked(frozen(replaced(right, () => choices.next().value!, JSON.parse(replacement) as Json)));
    }),
    { numRuns: 600 },
  );
});

function replaced(at: Json, choose: () => number, replacement: Json): Json {
  if (typeof at !== 'object' || at === null || choose() % 7 === 0) return replacement;
  const keys = Object.keys(at);
  const key = keys[choose() % Math.max(1, keys.length)];
  if (key === undefined) return replacement;
  if (Array.isArray(at)) {
    return at.map((item: Json, i) => (String(i) === key ? replaced(item, choose, replacement) : item));
  }
  return { ...at, [key]: replaced((at as Record<string, Json>)[key], choose, replacement) };
}

const PASS = { Type: 'Pass', End: true };

test('fails for a definition that is nested without end', () => {
  const scope: Record<string, unknown> = { StartAt: 'A', States: {} };
  (scope.States as Record<string, unknown>).A = { Type: 'Parallel', Branches: [scope], End: true };
  expect(validate(scope as Json)).toEqual([
    expect.objectContaining({
      rule: 'nesting-depth',
      severity: 'ERROR',
      code: 'TOO_DEEPLY_NESTED',
      message: expect.stringContaining('contains itself'),
    }),
  ]);
});

test('fails for a definition that becomes too large because its parts are shared', () => {
  let shared: Json = 'x';
  for (let i = 0; i < 60; i++) shared = [shared, shared];
  expect(validate({ StartAt: 'A', States: { A: { ...PASS, Result: shared } } })).toEqual([
    expect.objectContaining({ rule: 'definition-size', severity: 'ERROR' }),
  ]);
});

test('fails for 100,000 brackets, as text and as value', () => {
  const deep = `{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Result":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}`;
  expect(validate(deep).map(({ rule }) => rule)).toEqual(['nesting-depth']);
  let list: Json = [];
  for (let i = 0; i < 100_000; i++) list = [list];
  expect(validate({ StartAt: 'A', States: { A: { ...PASS, Result: list } } }).map(({ rule }) => rule)).toEqual([
    'nesting-depth',
  ]);
});

test('scopes nested 200 times are looked at', () => {
  let scope: Json = { StartAt: 'X', States: { X: { Type: 'Pass', Next: 'Y' } } };
  for (let i = 0; i < 200; i++) {
    scope = { StartAt: `D${i}`, States: { [`D${i}`]: { Type: 'Parallel', Branches: [scope], End: true } } };
  }
  expect(validate(scope).map(({ rule }) => rule)).toEqual(['missing-target', 'no-terminal-state']);
});

test('expressions, paths and conditions of any size get an answer', () => {
  const long = 'a'.repeat(100_000);
  const jsonata = (expression: string): Json => ({
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    States: { A: { ...PASS, Output: `{% ${expression} %}` } },
  });
  for (const given of [
    jsonata('('.repeat(50_000)),
    jsonata(`${'['.repeat(5_000)}1${']'.repeat(5_000)}`),
    jsonata(`$states.input.${'a.'.repeat(20_000)}b`),
    jsonata(`"${long}"`),
    jsonata(long),
    { StartAt: 'A', States: { A: { ...PASS, InputPath: `$${'.a'.repeat(50_000)}` } } },
    {
      StartAt: 'A',
      States: { A: { ...PASS, Parameters: { 'x.$': `${'States.Array('.repeat(5_000)}${')'.repeat(5_000)}` } } },
    },
    { StartAt: 'A', States: { A: { ...PASS, InputPath: `$${'[?(@.a'.repeat(5_000)}` } } },
    { StartAt: long, States: { [long]: PASS } },
    { StartAt: 'A', States: { A: { ...PASS, Next: long } } },
  ]) {
    checked(given);
  }
});

test('values that are no JSON are left out, as in the JSON text', () => {
  expect(
    validate({
      StartAt: 'A',
      States: { A: { ...PASS, Comment: undefined, Result: undefined, Parameters: () => 1 } },
    } as unknown as Json),
  ).toEqual([]);
  for (const given of [undefined, () => 1, Symbol('x'), 12n, new Date(0), Number.NaN, new Map()]) {
    expect(validate(given as unknown as Json)).toEqual([expect.objectContaining({ severity: 'ERROR' })]);
  }
});

test('fails for objects that throw when they are read', () => {
  const thrower = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error('no');
      },
    },
  );
  expect(validate(thrower as Json)).toEqual([
    expect.objectContaining({ severity: 'ERROR', rule: 'definition-object' }),
  ]);
});
