import fc from 'fast-check';
import { mayOverlap } from '../../../src/local/enforcement/overlap';

test.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['a*', 'abc', true],
  ['a*', '*c', true],
  ['a*b', 'a*c', false],
  ['*', '', true],
  ['', '', true],
  ['?', '', false],
  ['a?c', 'ab*', true],
  ['arn:aws:s3:::in/*', 'arn:aws:s3:::in', false],
  ['job/*', 'job/x*', true],
  ['*a*', 'bbb', false],
  ['**', '?', true],
])('%s and %s: %s', (a, b, expected) => {
  expect(mayOverlap(a, b)).toBe(expected);
  expect(mayOverlap(b, a)).toBe(expected);
});

test('agrees with trying all short texts', () => {
  const texts = [
    '',
    ...['a', 'b'].flatMap(x => [
      x,
      ...['a', 'b'].flatMap(y => [
        x + y,
        ...['a', 'b'].flatMap(z => [x + y + z, ...['a', 'b'].map(w => x + y + z + w)]),
      ]),
    ]),
  ];
  const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 4 }).map(chars => chars.join(''));
  const matches = (glob: string, text: string): boolean =>
    new RegExp(`^${glob.replace(/\*/g, '.*').replace(/\?/g, '.')}$`).test(text);
  fc.assert(
    fc.property(pattern, pattern, (a, b) => {
      if (a.replace(/\*/g, '').length + b.replace(/\*/g, '').length > 4) return;
      expect(mayOverlap(a, b)).toBe(texts.some(text => matches(a, text) && matches(b, text)));
    }),
    { numRuns: 500, seed: 3 },
  );
});
