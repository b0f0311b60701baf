// Compiles the examples of README.md and of the docstrings, and translates them to the other languages, as their documentation shows them. Tests that
// use stepwright/testing are for TypeScript only: other languages cannot give functions. They are type-checked and run by test/docs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
mkdirSync(dist, { recursive: true });

const { stdout, stderr } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules', 'jsii-rosetta', 'bin', 'jsii-rosetta'),
    'extract',
    '--strict',
    '--fail',
    '--output',
    join(dist, 'examples.tabl.json'),
    '.',
  ],
  {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
      JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1',
    },
  },
);
rmSync(join(root, '.jsii.tabl.json'), { force: true }); // it writes this too, and the package must not have it
// eslint-disable-next-line no-control-regex -- the report is colored
const report = `${stdout}${stderr}`.replace(/\u001b\[[0-9;]*m/g, '');

/** Whether an example of the README, by the line at which it begins, is such a test. */
const readme = readFileSync(join(root, 'README.md'), 'utf8').split('\n');
function typescriptOnly(line) {
  const code = readme.slice(line);
  return code
    .slice(
      0,
      code.findIndex(text => text.startsWith('```')),
    )
    .some(text => /from 'stepwright\/(testing|typed)/.test(text));
}

const found = report.split('\n').filter(line => / - error TS\d+/.test(line));
const wrong = found.filter(line => !typescriptOnly(Number(/-README-L(\d+)\.ts/.exec(line)?.[1] ?? Infinity)));
for (const line of wrong) console.error(`examples: ${line}`);
if (wrong.length > 0) process.exit(1);
const translated = Object.keys(JSON.parse(readFileSync(join(dist, 'examples.tabl.json'), 'utf8')).snippets).length;
if (translated === 0) {
  console.error(`examples: no example was found:\n${report}`);
  process.exit(1);
}
console.log(`examples: ${translated} compile and translate`);
