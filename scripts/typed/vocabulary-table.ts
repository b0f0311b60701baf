import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const PAGE = join(ROOT, 'docs', 'typed.md');
const PARTS: ReadonlyArray<[file: string, title: string]> = [
  ['logic', 'Comparisons and logic'],
  ['numbers', 'Numbers'],
  ['strings', 'Texts'],
  ['arrays', 'Lists'],
  ['objects', 'Objects'],
  ['services', 'Time, identifiers, hashes'],
];
const MARKS = [
  '<!-- vocabulary: written by scripts/typed/vocabulary-table.ts -->',
  '<!-- end of the vocabulary -->',
] as const;

/** The page as it stands. */
export function typedPage(): string {
  return readFileSync(PAGE, 'utf8');
}

/** The page with the tables that the docstrings of the vocabulary give. */
export function withVocabulary(page: string): string {
  const [before, after] = [page.indexOf(MARKS[0]), page.indexOf(MARKS[1])];
  return `${page.slice(0, before)}${MARKS[0]}\n\n${PARTS.map(part).join('\n')}\n${page.slice(after)}`;
}

function part([file, title]: [file: string, title: string]): string {
  const text = readFileSync(join(ROOT, 'src', 'typed', 'vocabulary', `${file}.ts`), 'utf8');
  const rows = [...text.matchAll(/\/\*\*([^/]*(?:\/(?!\*\*)[^/]*)*?)\*\/\nexport function (\w+)/g)].map(
    ([, docs, name]) => `| \`${name}\` | ${sentence(docs)} |`,
  );
  return `### ${title}\n\n| function | what it gives, and the JSONata it becomes |\n|---|---|\n${rows.join('\n')}\n`;
}

/** A docstring's text in one line, up to its tags. */
function sentence(docs: string): string {
  return docs
    .replace(/^\s*\* ?/gm, ' ')
    .split(/\s@\w/)[0]
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\|/g, '\\|');
}

if (require.main === module) writeFileSync(PAGE, withVocabulary(typedPage()));
