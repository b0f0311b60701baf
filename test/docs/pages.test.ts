import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { codeBlocks, loader, ROOT } from './code-blocks';

const examples = readdirSync(path.join(ROOT, 'examples')).filter(name =>
  existsSync(path.join(ROOT, 'examples', name, 'README.md')),
);
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'docs/testing.md',
  'docs/command.md',
  'docs/monitoring.md',
  'examples/README.md',
  ...examples.map(name => `examples/${name}/README.md`),
];

test.each(pages)('the links of %s lead somewhere', page => {
  const text = readFileSync(path.join(ROOT, page), 'utf8');
  const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target);
  expect(targets.filter(target => !existsSync(path.join(ROOT, path.dirname(page), target)))).toEqual([]);
});

test('every example stands on the list of examples', () => {
  const text = readFileSync(path.join(ROOT, 'examples/README.md'), 'utf8');
  expect(examples.filter(name => !text.includes(`(${name})`))).toEqual([]);
});

test('the architecture names every folder of src', () => {
  const text = readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name);
  expect([...text.matchAll(/^ {2}([\w-]+)\/ /gm)].map(([, name]) => name).sort()).toEqual(folders.sort());
});

/** The files that a page shows. */
function filesOf(page: string): Map<string, string> {
  return new Map(
    codeBlocks(page)
      .filter(({ file }) => file !== undefined)
      .map(({ file, text }) => [file!, text]),
  );
}

describe('the code of the page on testing holds', () => {
  const files = filesOf('docs/testing.md');
  const load = loader(files, name => jest.requireActual(name));
  for (const file of files.keys()) load(file);
});
