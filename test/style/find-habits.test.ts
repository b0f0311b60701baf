import { findHabits } from '../../scripts/style/find-habits';

/** The findings as `line: "phrase"`. */
function found(file: string, text: string): string[] {
  return findHabits(file, text).map(warning => `${warning.line}: ${warning.found}`);
}

test('finds old phrases in comments and strings, with their lines', () => {
  expect(
    found(
      'a.ts',
      `/** Runs it.
 * The owner is told. */
const a = 'mend it';
// nobody knows
const b = \`
  the files lie beside it\`;`,
    ),
  ).toEqual(['2: is told', '3: mend', '4: nobody', '6: beside']);
});

test('leaves code alone', () => {
  expect(found('a.ts', 'const texts = beside(mend);')).toEqual([]);
});

test('finds docstrings that start with a question word', () => {
  expect(found('a.ts', '/** What it is. */\n/**\n * Whether it runs.\n */\n/** The name. What else? */')).toEqual([
    '1: What',
    '3: Whether',
  ]);
});

test('finds old phrases on pages, but not in their code', () => {
  expect(found('a.md', '# Page\n\nIt stands there.\n\n```ts\n// mend\n```\n\nRun `mend`, nobody else.')).toEqual([
    '3: It stands',
    '9: nobody',
  ]);
});

test('suggests the words to use instead', () => {
  expect(findHabits('a.ts', "'This is no JSON'")).toEqual([
    { file: 'a.ts', line: 1, found: 'is no JSON', instead: "isn't a, is not a valid" },
  ]);
});
