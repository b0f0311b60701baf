import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
/** A guard against what hangs, far beyond what a busy machine needs. */
const DEADLINE_MS = 600_000;

/**
 * Runs a script in a process of its own, which ends it if it hangs, and returns the JSON values that it prints, one a line.
 *
 * @param options options of node
 */
export function runApart(script: string, ...options: string[]): unknown[] {
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, [...options, '-r', 'tsx/cjs', script], {
    encoding: 'utf8',
    timeout: DEADLINE_MS,
    cwd: ROOT,
  });
  const lines = stdout.split('\n').filter(line => line !== '');
  if (status !== 0) {
    throw new Error(`${script} ended with ${signal ?? status} after printing ${lines.length} lines\n${stderr}`);
  }
  return lines.map(line => JSON.parse(line) as unknown);
}

/** Options with which V8 counts exactly: optimized code skips some counts, and flushed code loses them. */
export const EXACT_COUNTS = ['--no-opt', '--no-flush-bytecode'];
