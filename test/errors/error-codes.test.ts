import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES_PAGE, errorCodesPage } from '../../scripts/error-codes-page';
import { AWS_EXCEPTIONS, ERROR_CODES } from '../../src/error-codes';

const ROOT = join(__dirname, '../..');
const ENTRIES = Object.values(ERROR_CODES).flatMap(group => Object.entries<{ summary: string; fix: string }>(group));
const CODES = ENTRIES.map(([code]) => code);
const KNOWN = new Set([...CODES, ...Object.keys(AWS_EXCEPTIONS)]);

/** The files of these folders with these extensions, as path → text. */
function filesOf(folders: readonly string[], extensions: RegExp): Map<string, string> {
  return new Map(
    folders.flatMap(folder =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter(name => extensions.test(name) && !/node_modules|cdk\.out|\.snapshot/.test(name))
        .map(name => [join(folder, name), readFileSync(join(ROOT, folder, name), 'utf8')] as const),
    ),
  );
}

/** The codes that a file passes to a StepwrightError, or that a page shows as the code of one. */
function codesIn(text: string): string[] {
  const thrown = /new StepwrightError\(\s*(['"`])([^'"`]*)\1/g;
  const documented = /StepwrightError[^'"`\n]{0,20}?\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b/g;
  return [...[...text.matchAll(thrown)].map(([, , code]) => code), ...[...text.matchAll(documented)].map(m => m[1])];
}

test('every code appears once in the table', () => {
  expect(CODES.filter((code, index) => CODES.indexOf(code) !== index)).toEqual([]);
});

test('the codes of each group are in alphabetical order', () => {
  for (const group of Object.values(ERROR_CODES)) expect(Object.keys(group)).toEqual(Object.keys(group).sort());
});

test('every code has a summary and a fix in whole sentences', () => {
  expect(ENTRIES.filter(([, { summary, fix }]) => ![summary, fix].every(text => /^[`A-Z].*[.`]$/.test(text)))).toEqual(
    [],
  );
});

test('the page of error codes is up to date', () => {
  expect(readFileSync(ERROR_CODES_PAGE, 'utf8')).toBe(errorCodesPage());
});

test('the library raises every code in the table', () => {
  const sources = [...filesOf(['src'], /\.ts$/)]
    .filter(([file]) => file !== join('src', 'error-codes.ts'))
    .map(([, text]) => text)
    .join('\n');
  expect(CODES.filter(code => !sources.includes(`'${code}'`))).toEqual([]);
});

test('sources and pages use only codes in the table', () => {
  const files = filesOf(
    ['src', 'esm', 'scripts', 'examples', 'docs', 'conformance', 'benchmark'],
    /\.(ts|mjs|mts|md)$/,
  );
  const unknown = [...files].flatMap(([file, text]) =>
    codesIn(text)
      .filter(code => !KNOWN.has(code))
      .map(code => `${file}: ${code}`),
  );
  expect(unknown).toEqual([]);
});

test('pages name no constant that the sources lack', () => {
  const sources = [...filesOf(['src', 'mutation'], /\.(ts|mjs)$/).values()].join('\n');
  const stale = [...filesOf(['docs'], /\.md$/)]
    .filter(([file]) => !file.startsWith(join('docs', 'rules')))
    .flatMap(([file, text]) =>
      [...text.matchAll(/`([A-Z]+(?:_[A-Z0-9]+)+)`/g)]
        .filter(([, name]) => !new RegExp(`\\b${name}\\b`).test(sources) && !name.startsWith('STEPWRIGHT_'))
        .map(([, name]) => `${file}: ${name}`),
    );
  expect(stale).toEqual([]);
});

test('rejects a code that is not in the table, in code, docstrings, and pages', () => {
  expect(
    codesIn(`
    throw new StepwrightError('NO_SUCH_CODE', '…');
    throw new StepwrightError(
      "OTHER_CODE",
    * @throws StepwrightError THIRD_CODE if …
    `),
  ).toEqual(['NO_SUCH_CODE', 'OTHER_CODE', 'THIRD_CODE']);
});
