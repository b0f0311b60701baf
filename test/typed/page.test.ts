import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typedPage, withVocabulary } from '../../scripts/typed/vocabulary-table';
import * as vocabulary from '../../src/typed/vocabulary';
import { codeBlocks, loader, ROOT } from '../docs/code-blocks';

const files = new Map(
  codeBlocks('docs/typed.md')
    .filter(({ file }) => file !== undefined)
    .map(({ file, text }) => [file!, text]),
);

test('the table of the vocabulary is what the docstrings say; scripts/typed/vocabulary-table.ts writes it', () => {
  expect(typedPage()).toBe(withVocabulary(typedPage()));
});

test('every function of the vocabulary is on the page', () => {
  const rows = new Set([...typedPage().matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name));
  expect(Object.keys(vocabulary).filter(name => !rows.has(name))).toEqual([]);
});

test("the messages that the page shows are the compiler's", () => {
  const messages = readFileSync(join(__dirname, 'mistakes', 'messages.txt'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => line.replace(/^\w+: /, ''));
  const shown = [...typedPage().matchAll(/^\| .+? \| `(.*)` \|$/gm)]
    .map(([, message]) => message.replace(/\\\|/g, '|'))
    .filter(message => /^(Property|Type|Argument)/.test(message));
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter(message => !messages.includes(message))).toEqual([]);
});

test('its links lead somewhere', () => {
  const targets = [...typedPage().matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target);
  expect(targets.filter(target => !existsSync(join(ROOT, 'docs', target)))).toEqual([]);
});

describe('its code holds', () => {
  const load = loader(files, name => jest.requireActual(name));
  for (const file of files.keys()) load(file);
});
