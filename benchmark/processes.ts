import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Answer, Question } from './contenders/measure';

/** What is measured: this library, and what it is compared with. */
export const CONTENDERS = ['stepwright', 'floor', 'asynchronous-jsonata', 'peer'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** A contender in a process of its own. */
export interface ContenderProcess {
  ask(question: Question): Promise<Answer>;
  stop(): void;
}

const PEER = join(__dirname, 'peer');
const NODE_22 = join(PEER, 'node_modules', 'node', 'bin', 'node');

/** Bundles a script as the package's users get it: plain JavaScript. */
export function bundled(script: string): string {
  const outfile = join(mkdtempSync(join(tmpdir(), 'stepwright-bench-')), `${script.replace(/\W/g, '-')}.cjs`);
  buildSync({
    entryPoints: [join(__dirname, `${script}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
  return outfile;
}

/** Installs the peer, with the Node version that it needs, where it is missing. */
export function installPeer(): void {
  if (existsSync(NODE_22) && existsSync(join(PEER, 'node_modules', 'aws-local-stepfunctions'))) return;
  console.error('installing aws-local-stepfunctions and Node 22 into benchmark/peer …');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: PEER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Starts a contender. */
export function startContender(name: ContenderName): ContenderProcess {
  // none of this process's own loaders
  const plain = { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } };
  const child =
    name === 'peer'
      ? fork(join(PEER, 'contender.mjs'), { ...plain, execPath: NODE_22, cwd: PEER })
      : fork(bundled(join('contenders', name)), plain);
  return { ask: question => asked(child, name, question), stop: () => void child.kill() };
}

function asked(child: ChildProcess, name: ContenderName, question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null): void =>
      reject(new Error(`the process of ${name} ended with ${code} in ${question.workload.name}`));
    child.once('exit', died);
    child.once('message', answer => {
      child.off('exit', died);
      resolve(answer as Answer);
    });
    child.send(question);
  });
}
