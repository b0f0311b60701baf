import fc from 'fast-check';
import { linearRegex } from '../../../src/query/jsonata/regex';
import { RegexRefused } from '../../../src/query/jsonata/regex-pattern';

/** The matches in a text: place, groups, where the next search starts. */
function matches(regex: { lastIndex: number; exec(text: string): (Array<string | undefined> & { index: number }) | null }, text: string): unknown[] {
  const found: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    const match = regex.exec(text);
    if (match === null) break;
    found.push({ at: match.index, groups: Array.from(match, group => group ?? null), next: regex.lastIndex });
  }
  return found;
}

describe('a regular expression', () => {
  const atoms = ['a', 'b', '.', '\\d', '\\s', '\\w', '\\S', '[a-c]', '[^b]', '[\\s\\d]', '[\\S]', '\\b', '^', '$', '(a)', '(?:b|c)', '(a|b)', '(?<n>x)', '\\u0041', '\\x41', 'é', '😀', '[😀]', '\\.', '{', '}', ']', '\\/', '[]', '[^]', '[a-]', '[\\w-z]', '[\\b]', '\\cA', '\\n', '\\$'];
  const part = fc.tuple(fc.constantFrom(...atoms), fc.constantFrom('', '', '', '*', '+', '?', '*?', '+?', '{2}', '{1,3}', '{1,}'));
  const wrap = (parts: Array<[string, string]>): string => {
    if (parts.length < 2) return parts.map(([atom, quantifier]) => atom + quantifier).join('');
    const middle = Math.floor(parts.length / 2);
    return `(${wrap(parts.slice(0, middle))}${parts.length % 2 ? '|' : ''}${wrap(parts.slice(middle))})${parts[0][1]}`;
  };
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'A', '1', ' ', '\n', 'x', 'é', '😀', '-', '.', '{', '}', ']', '\u0001', '\ufeff'), { maxLength: 8 }).map(letters => letters.join(''));

  test('matches as JavaScript does, or is refused', () => {
    let compared = 0;
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 7 }), text, fc.constantFrom('', 'i', 'm'), (parts, subject, flags) => {
      const pattern = wrap(parts);
      let javascript: RegExp;
      try {
        javascript = new RegExp(pattern, `${flags}g`);
      } catch {
        expect(() => linearRegex(pattern, `${flags}g`)).toThrow(SyntaxError);
        return;
      }
      let linear;
      try {
        linear = linearRegex(pattern, `${flags}g`);
      } catch (error) {
        expect(error).toBeInstanceOf(RegexRefused);
        return;
      }
      compared++;
      expect(matches(linear, subject)).toEqual(matches(javascript, subject));
    }), { numRuns: 5000 });
    expect(compared).toBeGreaterThan(1000);
  });

  test('without the flag g starts at the beginning each time', () => {
    const regex = linearRegex('a', '');
    expect([regex.exec('ba')?.index, regex.exec('ba')?.index, regex.exec('b')]).toEqual([1, 1, null]);
  });

  test('counts what it reads', () => {
    const counted: number[] = [];
    linearRegex('x+', 'g').exec('x'.repeat(5000), units => { counted.push(units); });
    expect(counted.reduce((sum, units) => sum + units, 0)).toBeGreaterThan(4000);
  });

  test.each([
    ['(?=a)', 'a lookahead (?=…)'], ['(?!a)', 'a lookahead (?!…)'], ['(?<=a)', 'a lookbehind (?<=…)'], ['(?<!a)', 'a lookbehind (?<!…)'], ['(a)\\1', 'a back reference (\\1)'],
    ['(?<n>a)\\k<n>', 'a back reference (\\k)'], ['a{1001}', 'a repetition of more than 1000 times'], ['(a|(b))+', 'a repeated group inside which a capture can be left out'],
    ['(a*)*', 'a quantifier after a group that captures and can be empty'], ['\\012', 'an octal escape'],
  ])('fails: /%s/ is refused for %s', (pattern, what) => {
    expect(() => linearRegex(pattern, 'g')).toThrow(`The regular expression /${pattern}/ has ${what}, which is not supported`);
  });

  test('fails: lines that end with something else than \\n are refused where ^ or $ depend on them', () => {
    expect(linearRegex('^b$', 'gm').exec('a\nb')?.index).toBe(2);
    expect(() => linearRegex('^b$', 'gm').exec('a\r\nb')).toThrow(RegexRefused);
  });
});
