// Installs packages of npm for one step of `npm run test:all`, below .cache/, where the next run finds them again.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SKIPPED } from './steps.mjs';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const CACHE = join(ROOT, '.cache', 'test-all');

/** Ends a step that can't run here, with the reason. */
export function skip(reason) {
  console.log(reason);
  process.exit(SKIPPED);
}

/** The folder of a step below .cache/. */
export function cacheFolder(name) {
  const folder = join(CACHE, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs a command that fetches something; if it fails, the step is skipped. */
export function fetched(file, args, what) {
  const { status, error, stderr } = spawnSync(file, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (status === 0) return;
  const [reason = 'no output'] = (error?.message ?? stderr).trim().split('\n').slice(-1);
  skip(`${what} can't be installed: ${reason}`);
}

/** The `node_modules` of a folder in which the packages are installed. */
export function installed(name, packages) {
  const folder = cacheFolder(name);
  const wanted = packages.join('\n');
  const stamp = join(folder, 'installed.txt');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    const options = ['--prefix', folder, '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel', 'error'];
    fetched('npm', ['install', ...options, ...packages], packages.join(', '));
    writeFileSync(stamp, wanted);
  }
  return join(folder, 'node_modules');
}
