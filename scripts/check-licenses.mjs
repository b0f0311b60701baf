// Refuses a runtime dependency, direct or not, whose license is not permissive, and one that the notices do not name.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILT_IN, notices } from './write-notices.mjs';

const PERMISSIVE = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'CC0-1.0',
  'Unlicense',
]);

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = path => JSON.parse(readFileSync(path, 'utf8'));
const own = read(join(root, 'package.json'));
const committed = existsSync(join(root, 'THIRD_PARTY_NOTICES.md'))
  ? readFileSync(join(root, 'THIRD_PARTY_NOTICES.md'), 'utf8')
  : '';

/** The folder of a dependency, looked up as Node does from the folder that needs it. */
function folderOf(name, from) {
  for (let at = from; at.startsWith(root); at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error(`${name}, needed by ${from}, is not installed: run npm ci`);
}

const problems = [];
const seen = new Set();
// what is bundled, and what our build takes code from
const work = [...Object.keys(own.dependencies ?? {}), ...Object.keys(BUILT_IN)].map(name => ({
  name,
  from: root,
  chain: name,
}));
while (work.length > 0) {
  const { name, from, chain } = work.pop();
  const folder = folderOf(name, from);
  if (seen.has(folder)) continue;
  seen.add(folder);
  const { license, version, dependencies = {} } = read(join(folder, 'package.json'));
  if (!PERMISSIVE.has(license))
    problems.push(
      `${name} ${version} (${chain}) has the license ${JSON.stringify(license)}; allowed are ${[...PERMISSIVE].join(', ')}`,
    );
  if (!committed.includes(name))
    problems.push(`${name} ${version} (${chain}) ships with the package and is not named in THIRD_PARTY_NOTICES.md`);
  for (const dependency of Object.keys(dependencies))
    work.push({ name: dependency, from: folder, chain: `${chain} > ${dependency}` });
}
if (committed !== notices())
  problems.push(
    'THIRD_PARTY_NOTICES.md does not fit what is installed: run `node scripts/write-notices.mjs` and commit it',
  );
for (const problem of problems) console.error(problem);
console.log(`licenses: ${seen.size} packages that ship, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
