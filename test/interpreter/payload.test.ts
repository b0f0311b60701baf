import type { Json } from '../../src/asl';
import { MAX_PAYLOAD_BYTES } from '../../src/asl';
import { exceedsPayload, jsonBytes, payloadBound } from '../../src/interpreter/payload';

const bytes = (value: Json): number => Buffer.byteLength(JSON.stringify(value));

const VALUES: readonly Json[] = [
  null,
  true,
  false,
  0,
  9,
  10,
  -1,
  1.5,
  0.5,
  9.5,
  1e21,
  1e-7,
  '',
  'a',
  'é',
  '€',
  '😀',
  '\u007f',
  '\u0080',
  '\u07ff',
  '\u0800',
  '\ud7ff',
  '\ue000',
  '\uffff',
  '"',
  '\\',
  '/',
  '\b\t\n\f\r',
  '\u0000\u0001\u000b\u000e\u001f',
  ' ',
  [],
  [1],
  [1, 2],
  [[]],
  [[], []],
  {},
  { a: 1 },
  { a: 1, b: 2 },
  { é: ['"', { '\n': null }] },
  { '': '' },
  Array.from({ length: 17 }, (_, i) => i),
  ['x'.repeat(600)],
  { a: 'x'.repeat(600), b: ['y'.repeat(600)] },
];

describe('the bytes of a value', () => {
  test.each(VALUES.map(value => [value]))('are those of its JSON text: %j', value => {
    expect(jsonBytes(value)).toBe(bytes(value));
    expect(jsonBytes(value)).toBe(bytes(value)); // now it is known
  });

  test('are without bound where the value is deeper than any stack', () => {
    let deep: Json = [];
    for (let i = 0; i < 200_000; i++) deep = [deep];
    expect(jsonBytes(deep)).toBe(Number.POSITIVE_INFINITY);
    expect(exceedsPayload(deep)).toBe(true);
    expect(payloadBound({ deep }, {}, 1000)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a value that is as long as a payload may be', () => {
  /** Values of so many bytes, in different shapes. */
  const shapes = (size: number): Json[] => [
    'x'.repeat(size - 2),
    ['x'.repeat(size - 4)],
    { a: 'x'.repeat(size - 8) },
    [1, 'x'.repeat(size - 6)],
    { [`k${'x'.repeat(size - 7)}`]: 1 },
    Array.from({ length: 20 }, (_, i) => (i === 0 ? 'x'.repeat(size - 42) : 1)),
    { a: { b: ['x'.repeat(size - 16)] } },
    [true, null, 'x'.repeat(size - 14)],
  ];

  test('passes, and one byte more does not', () => {
    for (const value of shapes(MAX_PAYLOAD_BYTES)) {
      expect([bytes(value), exceedsPayload(value)]).toEqual([MAX_PAYLOAD_BYTES, false]);
    }
    for (const value of shapes(MAX_PAYLOAD_BYTES + 1)) {
      expect([bytes(value), exceedsPayload(value)]).toEqual([MAX_PAYLOAD_BYTES + 1, true]);
    }
  });

  test('is bound by no less than its bytes, and exactly where it is near the limit', () => {
    for (const value of VALUES) expect(payloadBound(value, null, 0)).toBeGreaterThanOrEqual(bytes(value));
    for (const size of [MAX_PAYLOAD_BYTES, MAX_PAYLOAD_BYTES + 1]) {
      for (const value of shapes(size)) {
        const bound = payloadBound(value, null, 0);
        expect(bound > MAX_PAYLOAD_BYTES).toBe(size > MAX_PAYLOAD_BYTES);
        if (bound > MAX_PAYLOAD_BYTES) expect(bound).toBe(size);
      }
    }
  });

  test('is bound by what was there before and what is new', () => {
    const before = { a: 'x'.repeat(1000), b: [1, 2] };
    const bound = payloadBound(before, null, 0);
    for (const after of [
      before,
      { ...before, c: 1 },
      { ...before, a: 'y' },
      { ...before, c: { d: 'x'.repeat(500) } },
      { ...before, 'a long name': null },
    ]) {
      const next = payloadBound(after, before, bound);
      expect(next).toBeGreaterThanOrEqual(bytes(after));
      expect(next).toBeLessThan(20_000);
    }
    const large = { ...before, c: 'z'.repeat(MAX_PAYLOAD_BYTES) };
    expect(payloadBound(large, before, bound)).toBe(bytes(large));
  });
});
