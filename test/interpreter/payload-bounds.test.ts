import type { Json } from '../../src/asl';
import { MAX_PAYLOAD_BYTES } from '../../src/asl';
import { exceedsPayload, jsonBytes, payloadBound } from '../../src/interpreter/payload';

const bytes = (value: Json): number => Buffer.byteLength(JSON.stringify(value));
/** So many characters that are six bytes each in JSON. */
const wide = (length: number): string => '\u0001'.repeat(length);

describe('a payload that is too large', () => {
  test.each<[what: string, value: Json]>([
    ['a later member', { a: 1, b: 'x'.repeat(MAX_PAYLOAD_BYTES) }],
    ['a later item', [1, 'x'.repeat(MAX_PAYLOAD_BYTES)]],
    ['a member that comes when all room is taken', { n: null, s: wide(43_686), more: 'x'.repeat(20) }],
    ['an item that comes when all room is taken', [null, wide(43_689), 'x'.repeat(20)]],
  ])('fails, and its bound is exact: by %s', (_, value) => {
    expect([exceedsPayload(value), payloadBound(value, null, 0), payloadBound(value, {}, 2)]).toEqual([
      true,
      bytes(value),
      bytes(value),
    ]);
  });

  test('fails by the names of new members', () => {
    const before = { '\u0001': wide(43_500) };
    const bound = payloadBound(before, null, 0);
    const after = { ...before, [wide(300)]: 1 };
    expect(payloadBound(after, before, bound)).toBe(bytes(after));
    expect(bytes(after)).toBeGreaterThan(MAX_PAYLOAD_BYTES);
  });
});

describe('the bound of a payload', () => {
  const values: Json[] = [
    null,
    true,
    1,
    -1.2345678901234567e-300,
    '',
    'x',
    wide(20),
    [],
    [1],
    [null, 'x'],
    Array.from({ length: 10 }, () => -1.2345678901234567e-300),
    Array.from({ length: 20 }, () => wide(2)),
    {},
    { a: 1 },
    { a: null, b: [wide(9)] },
  ];

  test('is never below its bytes, whatever the data was before', () => {
    for (const before of values) {
      for (const value of values) {
        expect(payloadBound(value, before, payloadBound(before, null, 0))).toBeGreaterThanOrEqual(bytes(value));
        expect(payloadBound(value, before, 0)).toBeGreaterThanOrEqual(bytes(value));
      }
    }
  });
});

test('pairs of surrogates at the ends of their range are four bytes', () => {
  expect([jsonBytes('\u{10000}'), jsonBytes('\u{103ff}'), jsonBytes('\u{10ffff}')]).toEqual([6, 6, 6]);
});
