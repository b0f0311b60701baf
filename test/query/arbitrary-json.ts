import fc from 'fast-check';
import type { Json } from '../../src/asl';

/** Names that occur in data; some are those that every object has. */
export const NAMES = ['a', 'b', 'c', 'input', '__proto__', 'constructor', 'length', ''];

/** JSON values whose members are a few names, so that paths find something. */
export const arbitraryJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>(tie => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Json>(null, true, false, 0, 1, -1, 2.5, 1e21, '', 'a', 'b', '1', 'é😀', 'x'.repeat(40)),
    fc.array(tie('json'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('json')), { maxLength: 4 })
      .map(entries => Object.fromEntries(entries) as Json),
  ),
})).json;

/** The value with everything inside frozen: whoever changes it gets a TypeError. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
