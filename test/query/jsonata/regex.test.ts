import fc from 'fast-check';
import { linearRegex } from '../../../src/query/jsonata/regex';
import { RegexRefused } from '../../../src/query/jsonata/regex-pattern';

/** The matches in a text: place, groups, where the next search starts. */
function matches(
  regex: { lastIndex: number; exec(text: string): (Array<string | undefined> & { index: number }) | null },
  text: string,
): unknown[] {
  const found: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    const match = regex.exec(text);
    if (match === null) break;
    found.push({ at: match.index, groups: Array.from(match, group => group ?? null), next: regex.lastIndex });
  }
  return found;
}

describe('a regular expression', () => {
  const atoms = [
    'a',
    'b',
    '.',
    '\\d',
    '\\s',
    '\\w',
    '\\S',
    '[a-c]',
    '[^b]',
    '[\\s\\d]',
    '[\\S]',
    '\\b',
    '^',
    '$',
    '(a)',
    '(?:b|c)',
    '(a|b)',
    '(?<n>x)',
    '\\u0041',
    '\\x41',
    'é',
    '😀',
    '[😀]',
    '\\.',
    '{',
    '}',
    ']',
    '\\/',
    '[]',
    '[^]',
    '[a-]',
    '[\\w-z]',
    '[\\b]',
    '\\cA',
    '\\n',
    '\\$',
  ];
  const part = fc.tuple(
    fc.constantFrom(...atoms),
    fc.constantFrom('', '', '', '*', '+', '?', '*?', '+?', '{2}', '{1,3}', '{1,}'),
  );
  const wrap = (parts: Array<[string, string]>): string => {
    if (parts.length < 2) return parts.map(([atom, quantifier]) => atom + quantifier).join('');
    const middle = Math.floor(parts.length / 2);
    return `(${wrap(parts.slice(0, middle))}${parts.length % 2 ? '|' : ''}${wrap(parts.slice(middle))})${parts[0][1]}`;
  };
  const text = fc
    .array(
      fc.constantFrom('a', 'b', 'c', 'A', '1', ' ', '\n', 'x', 'é', '😀', '-', '.', '{', '}', ']', '\u0001', '\ufeff'),
      { maxLength: 8 },
    )
    .map(letters => letters.join(''));

  test('matches as JavaScript does, or is refused', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 7 }),
        text,
        fc.constantFrom('', 'i', 'm'),
        (parts, subject, flags) => {
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
        },
      ),
      { numRuns: 5000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  /** Each construct, alone and beside others. */
  const PATTERNS = [
    'a',
    'ab',
    'a|b',
    'a||b',
    '(a)|(b)',
    '',
    'a*',
    'a+',
    'a?',
    'a*?',
    'a+?',
    'a??',
    'a{2}',
    'a{1,2}',
    'a{2,}',
    'a{1,2}?',
    'a{,2}',
    'a{',
    '{1',
    '}',
    ']',
    '(a)?',
    '(a){2}',
    '(a){1}',
    '(a|b)+',
    '((a)|b)',
    '((a)|b){1}',
    '(a){0,1}b',
    '(ab|a)(bc)?',
    '(?:a|b)+c',
    '(?:a)b',
    '(?:(a)|b)',
    '(?<n>a)b',
    '(?<long>a)',
    '.',
    '..',
    '^',
    '$',
    '^a',
    'a$',
    '^$',
    'a^b',
    '\\b',
    '\\B',
    'a\\b',
    '\\Ba',
    '\\ba',
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '\\t',
    '\\n',
    '\\v',
    '\\f',
    '\\r',
    '\\0',
    '\\cA',
    '\\ca',
    '\\cZ',
    '\\c1',
    '\\c',
    '\\x41',
    '\\x4',
    '\\x',
    '\\xg1',
    '\\u0041',
    '\\u004',
    '\\u',
    '\\u00e9',
    '\\k',
    '\\q',
    '\\-',
    '\\/',
    '\\.',
    '\\$',
    '\\\\',
    '[a]',
    '[ab]',
    '[^a]',
    '[a-c]',
    '[^a-c]',
    '[a-]',
    '[-a]',
    '[a\\-c]',
    '[^-]',
    '[\\d]',
    '[^\\d]',
    '[\\D]',
    '[\\w]',
    '[\\W]',
    '[\\s]',
    '[\\S]',
    '[^\\s]',
    '[^\\S]',
    '[\\d-x]',
    '[a-\\d]',
    '[\\w-]',
    '[\\b]',
    '[^\\b]',
    '[\\B]',
    '[\\x41-\\x43]',
    '[\\u0041]',
    '[\\cA]',
    '[\\c1]',
    '[\\c_]',
    '[\\c-]',
    '[\\c]',
    '[\\0]',
    '[\\n-\\r]',
    '[^]',
    '[]',
    '[[]',
    '[\\]]',
    '[\\\\]',
    '[.]',
    '[$^]',
    '[a^]',
    '[é-ü]',
    '[A-Z]',
    '[0-9]',
    '[{-}]',
    '[/-:]',
    '[@-`]',
    '[😀]',
    '[^😀]',
    '😀',
    '.(.)',
    '\\ud83d',
    '\\ude00',
    '[\\ud800-\\udbff]',
  ];
  const TEXTS = [
    '',
    'a',
    'b',
    'A',
    'aa',
    'aaa',
    'ab',
    'ba',
    'abc',
    'abab',
    'a b',
    'a\nb',
    'a1_',
    '-',
    'a-c',
    '{1',
    'a{,2}',
    'a{',
    '}]',
    '\\',
    '/.$^',
    'c1',
    'k',
    'q',
    'x',
    'xg1',
    'u004',
    'x4',
    '\u0000',
    '\u0001\u001a',
    '\b',
    '\t\n\v\f\r',
    '\u2028',
    '\u2029',
    '\ufeff\u00a0',
    '\u1680',
    '\u2000\u200a',
    '\u200b',
    '\u202f\u205f\u3000',
    'é',
    'É',
    'ü',
    '😀',
    'a😀b',
    '\ud83d',
    '\ude00a',
    '0123456789',
    '/:',
    '@[`{',
    'Zz',
  ];

  test.each(['g', 'gi', 'gm'])('matches as JavaScript does with the flags %s, construct by construct', flags => {
    const different: unknown[] = [];
    for (const pattern of PATTERNS) {
      const [javascript, linear] = [new RegExp(pattern, flags), linearRegex(pattern, flags)];
      for (const subject of TEXTS) {
        if (flags === 'gm' && /[\^$]/.test(pattern) && /[\r\u2028\u2029]/.test(subject)) continue;
        javascript.lastIndex = 0;
        linear.lastIndex = 0;
        const [mine, theirs] = [matches(linear, subject), matches(javascript, subject)];
        if (JSON.stringify(mine) !== JSON.stringify(theirs)) different.push({ pattern, subject, mine, theirs });
      }
    }
    expect(different).toEqual([]);
  });

  test('matches private characters, and fails where halves of surrogate pairs need the same place', () => {
    expect(linearRegex('[\ue000-\ue7fe]b', '').exec('a\ue001b')?.index).toBe(1);
    expect(linearRegex('\\ue001', '').exec('a\ue001')?.index).toBe(1);
    expect(linearRegex('.\\uE800', '').exec('😀\ue800')?.index).toBe(1);
    const refused =
      'or meets characters beyond U+FFFF together with private ones from U+E000 to U+E7FF, which is not supported';
    for (const [pattern, subject] of [
      ['.', '\ue7ff😀'],
      ['\ue000', '😀'],
      ['\\ue000', '😀'],
      ['\\ud83d', '\ue000'],
      ['😀', '\ue7ff'],
      ['\\uD83D\\uE7ff', 'a'],
    ]) {
      expect(() => linearRegex(pattern, '').exec(subject)).toThrow(
        `The regular expression /${pattern}/ has ${refused}`,
      );
    }
  });

  test('reads on behind the last match, and from the start when nothing is left', () => {
    const regex = linearRegex('a', 'g');
    expect([
      regex.exec('aba')?.index,
      regex.lastIndex,
      regex.exec('aba')?.index,
      regex.lastIndex,
      regex.exec('aba'),
      regex.lastIndex,
    ]).toEqual([0, 1, 2, 3, null, 0]);
    regex.lastIndex = 4;
    expect([regex.exec('aba'), regex.lastIndex]).toEqual([null, 0]);
    regex.lastIndex = 3;
    expect(linearRegex('$', 'g').exec('')?.index).toBe(0);
    expect(regex.source).toBe('a');
  });

  test('takes ten thousand characters and a thousand repetitions', () => {
    expect(linearRegex('a'.repeat(10_000), '').exec('b')).toBeNull();
    expect(linearRegex('^a{1000}$', '').exec('a'.repeat(1000))?.index).toBe(0);
    expect(linearRegex('^a{1,1000}$', '').exec('a'.repeat(1001))).toBeNull();
    expect(() => linearRegex('a'.repeat(10_001), '')).toThrow(
      `The regular expression /${'a'.repeat(40)}…/ has more than 10000 characters, which is not supported: expressions are matched in linear time, so that none can hang the run`,
    );
  });

  test('without the flag g starts at the beginning each time', () => {
    const regex = linearRegex('a', '');
    expect([regex.exec('ba')?.index, regex.exec('ba')?.index, regex.exec('b')]).toEqual([1, 1, null]);
  });

  test('counts what it reads', () => {
    const counted: number[] = [];
    linearRegex('x+', 'g').exec('x'.repeat(5000), units => {
      counted.push(units);
    });
    expect(counted.reduce((sum, units) => sum + units, 0)).toBeGreaterThan(4000);
  });

  test('counts more for a larger pattern', () => {
    const units = (pattern: string): number => {
      let sum = 0;
      linearRegex(pattern, '').exec('b'.repeat(2048), more => {
        sum += more;
      });
      return sum;
    };
    expect(units('[^b]')).toBeGreaterThan(2 * 2048);
    expect(units('[^b]{40}')).toBeGreaterThan(2 * units('[^b]'));
  });

  test.each([
    ['[\\1]', 'an octal escape'],
    ['[\\01]', 'an octal escape'],
    ['a{1001,}', 'a repetition of more than 1000 times'],
    ['a{1,1001}', 'a repetition of more than 1000 times'],
    ['((a)|b){2}', 'a repeated group inside which a capture can be left out'],
    ['(?:(a)?b)+', 'a repeated group inside which a capture can be left out'],
    ['(a?)+', 'a quantifier after a group that captures and can be empty'],
    ['(a|)?', 'a quantifier after a group that captures and can be empty'],
    ['(?=a)', 'a lookahead (?=…)'],
    ['(?!a)', 'a lookahead (?!…)'],
    ['(?<=a)', 'a lookbehind (?<=…)'],
    ['(?<!a)', 'a lookbehind (?<!…)'],
    ['(a)\\1', 'a back reference (\\1)'],
    ['(?<n>a)\\k<n>', 'a back reference (\\k)'],
    ['a{1001}', 'a repetition of more than 1000 times'],
    ['(a|(b))+', 'a repeated group inside which a capture can be left out'],
    ['(a*)*', 'a quantifier after a group that captures and can be empty'],
    ['\\012', 'an octal escape'],
  ])('fails: /%s/ is refused for %s', (pattern, what) => {
    expect(() => linearRegex(pattern, 'g')).toThrow(
      `The regular expression /${pattern}/ has ${what}, which is not supported`,
    );
  });

  test('fails: lines that end with something else than \\n are refused where ^ or $ depend on them', () => {
    expect(linearRegex('^b$', 'gm').exec('a\nb')?.index).toBe(2);
    expect(() => linearRegex('^b$', 'gm').exec('a\r\nb')).toThrow(RegexRefused);
  });
});
