// Compares the public API with the committed one of the last release, api/baseline.jsii, and fails when a user's code could break (docs/semver.md).
// `--accept` writes today's API as the new baseline.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const assembly = join(root, '.jsii');
const baseline = join(root, 'api', 'baseline.jsii');

if (!existsSync(assembly)) {
  console.error('api: there is no API to look at yet: run `npm run compile` first');
  process.exit(1);
}

/** What is compared: no prose, no places in the sources, so that only a changed API changes the file. */
const PROSE = new Set(['summary', 'remarks', 'example', 'see', 'default', 'returns', 'custom']);
const compared = (value, key) => {
  if (Array.isArray(value)) return value.map(item => compared(item));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name]) => name !== 'locationInModule' && name !== 'symbolId' && !(key === 'docs' && PROSE.has(name)),
  );
  return Object.fromEntries(kept.map(([name, item]) => [name, compared(item, name)]));
};

if (process.argv.includes('--accept')) {
  const { readme, fingerprint, ...rest } = JSON.parse(readFileSync(assembly, 'utf8'));
  writeFileSync(baseline, `${JSON.stringify(compared({ ...rest, fingerprint: '*' }), null, 1)}\n`);
  console.log('api: api/baseline.jsii is the API of today');
  process.exit(0);
}

// below this folder, so that its dependencies are found where ours are
const old = join(root, 'dist', 'api-baseline');
mkdirSync(old, { recursive: true });
copyFileSync(baseline, join(old, '.jsii'));
copyFileSync(join(root, 'package.json'), join(old, 'package.json'));
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'jsii-diff', 'bin', 'jsii-diff'), old, root],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
      JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1',
    },
  },
);
// an assembly below dist/ is taken for this package's own by what writes API.md
rmSync(old, { recursive: true, force: true });
if (status !== 0)
  console.error(
    "api: users' code could break. For a new major version (docs/semver.md) accept it: npx projen api:accept",
  );
process.exit(status ?? 1);
