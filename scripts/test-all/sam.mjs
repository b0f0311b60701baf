// Compares our expansion of SAM templates with SAM's own translator, which is installed from PyPI below .cache/.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, fetched, ROOT, skip } from './installed.mjs';

const TRANSLATOR = '1.115.0';
const folder = cacheFolder(`sam-${TRANSLATOR}`);
const bin = join(folder, 'venv', process.platform === 'win32' ? 'Scripts' : 'bin');
const python = join(bin, 'python');

if (spawnSync('python3', ['-c', 'import venv']).status !== 0) skip('there is no Python 3 with venv');
if (!existsSync(join(folder, 'venv')) || spawnSync(python, ['-c', 'import samtranslator']).status !== 0) {
  fetched('python3', ['-m', 'venv', '--clear', join(folder, 'venv')], 'aws-sam-translator');
  const options = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  fetched(python, [...options, `aws-sam-translator==${TRANSLATOR}`], `aws-sam-translator ${TRANSLATOR}`);
}
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
    '--tsconfig',
    'tsconfig.dev.json',
    'scripts/sam/compare.ts',
    python,
  ],
  { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
);
process.exit(status ?? 1);
