import {
  COMPARISON_FIELDS,
  MAX_SECONDS,
  requiredFieldsOf,
  STATE_FIELDS,
  STATE_TYPES,
  type FieldSpec,
} from '../../src/asl';

const every: ReadonlyArray<readonly [string, FieldSpec]> = STATE_TYPES.flatMap(type =>
  Object.entries(STATE_FIELDS[type]),
);

test('a field has the same type in every state that has it', () => {
  const types = new Map(every.map(([field, { type, of }]) => [field, { type, of }]));
  for (const [field, { type, of }] of every) expect([field, { type, of }]).toEqual([field, types.get(field)]);
});

test('a field excludes only fields that its states have', () => {
  for (const type of STATE_TYPES) {
    const table = STATE_FIELDS[type];
    const excluded = Object.values(table).flatMap(({ excludes }) => excludes ?? []);
    expect(excluded.filter(field => !Object.hasOwn(table, field))).toEqual([]);
  }
});

test('a Task needs a Type and a Resource', () => {
  expect(requiredFieldsOf(STATE_FIELDS.Task)).toEqual(['Type', 'Resource']);
});

test('only a Map has fields for Distributed Maps', () => {
  const types = STATE_TYPES.filter(type => Object.values(STATE_FIELDS[type]).some(({ distributed }) => distributed));
  expect(types).toEqual(['Map']);
});

test('TimeoutSeconds takes 1 to 99,999,999 seconds, or a path', () => {
  expect(STATE_FIELDS.Task.TimeoutSeconds).toEqual({
    type: 'INTEGER',
    min: 1,
    max: MAX_SECONDS,
    expression: true,
    excludes: 'TimeoutSecondsPath',
  });
  expect(STATE_FIELDS.Task.TimeoutSecondsPath).toEqual({ type: 'STRING', language: 'JSONPath' });
});

test('JSONPath has 39 comparisons', () => {
  expect(Object.keys(COMPARISON_FIELDS)).toHaveLength(39);
});
