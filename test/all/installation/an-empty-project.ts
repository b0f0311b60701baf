import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The checkout. */
const ROOT = join(__dirname, '../../..');

/** What a user has beside the package: the peers, and what tests are run and checked with. */
const BESIDE = [
  'aws-cdk-lib',
  'constructs',
  'jest',
  '@jest/globals',
  'vitest',
  'typescript',
  '@types/jest',
  '@types/node',
];

/** A project in which the packed package is installed. */
export interface EmptyProject {
  readonly folder: string;
  /** Writes a file. */
  write(file: string, text: string): void;
  /** Runs node with a script of an installed package or of the project, and gives what it printed. */
  node(script: string, ...args: string[]): { status: number | null; output: string };
}

/** Packs the package and unpacks it where `npm install` would put it; the peers are those of the checkout, so that nothing is downloaded. */
export function emptyProject(): EmptyProject {
  if (!existsSync(join(ROOT, 'lib/index.js'))) {
    throw new Error('The package is not compiled: run `npm run compile` first');
  }
  const folder = mkdtempSync(join(tmpdir(), 'stepwright-package-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'stepwright'), { recursive: true });
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', join(modules, 'stepwright'), '--strip-components=1']);
  for (const name of BESIDE) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name), 'dir');
  }
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('package.json', '{ "name": "empty", "private": true }');
  return {
    folder,
    write,
    node: (script, ...args) => {
      const { NODE_OPTIONS, JEST_WORKER_ID, VITEST, ...env } = process.env;
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, script), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env,
      });
      return { status, output: stdout + stderr };
    },
  };
}
