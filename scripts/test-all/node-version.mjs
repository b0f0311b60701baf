// Runs the tests on another version of Node.js, which the npm package `node` provides: `node scripts/test-all/node-version.mjs 22`.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { installed, ROOT } from './installed.mjs';

const [version] = process.argv.slice(2);
const node = join(installed(`node-${version}`, [`node@${version}`]), 'node', 'bin', 'node');
const { status } = spawnSync(node, [join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'), '--ci'], {
  cwd: ROOT,
  stdio: ['ignore', 'inherit', 'inherit'],
  // the child processes of the tests use it too
  env: { ...process.env, CDK_VALIDATION: 'false', PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
});
process.exit(status ?? 1);
