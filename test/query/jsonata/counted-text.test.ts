import { CountedText } from '../../../src/query/jsonata/counted-text';

/** What a use of a text costs, after it was made. */
function spent(use: (text: CountedText) => void): number[] {
  const units: number[] = [];
  const text = new CountedText('a'.repeat(3000) + 'b', 3, more => {
    units.push(more);
  });
  use(text);
  return units;
}

describe('a text that counts what is read of it', () => {
  test('costs one character when it is looked at', () => {
    expect(spent(() => undefined)).toEqual([3]);
  });

  test('costs its characters, 1,024 at a time', () => {
    expect(
      spent(text => {
        for (let i = 0; i < 1023; i++) text.charCodeAt(i);
      }),
    ).toEqual([3]);
    expect(
      spent(text => {
        for (let i = 0; i < 2048; i++) text.charCodeAt(i);
      }),
    ).toEqual([3, 3072, 3072]);
    expect(
      spent(text => {
        expect(text.charCodeAt(3000)).toBe(98);
      }),
    ).toEqual([3]);
  });

  test('costs a 64th of what a search for a text passes over, found or not', () => {
    expect(
      spent(text => {
        expect(text.indexOf('b')).toBe(3000);
      }),
    ).toEqual([3, 46]);
    expect(
      spent(text => {
        expect(text.indexOf('b', 2000)).toBe(3000);
      }),
    ).toEqual([3, 15]);
    expect(
      spent(text => {
        expect(text.indexOf('c', 1000)).toBe(-1);
      }),
    ).toEqual([3, 31]);
    expect(
      spent(text => {
        expect(text.indexOf('a')).toBe(0);
      }),
    ).toEqual([3, 0]);
  });
});
