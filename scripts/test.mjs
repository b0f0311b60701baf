// `npm test`: checks that don't depend on each other run two at a time, then jest with both processors. The steps are tasks of projen, so
// `npx projen TASK` runs one alone. A failed step doesn't keep the others from running, unless they need its result. Arguments go to jest.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { env: projenEnv, tasks } = JSON.parse(readFileSync(join(root, '.projen', 'tasks.json'), 'utf8'));
const env = {
  ...process.env,
  CDK_VALIDATION: projenEnv.CDK_VALIDATION,
  TS_NODE_TRANSPILE_ONLY: projenEnv.TS_NODE_TRANSPILE_ONLY,
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
};

/** The checks, longest first: the tasks whose result each needs, and those that it must not run at the same time as. */
const CHECKS = [
  { task: 'compile', after: [] },
  { task: 'eslint', after: [] },
  { task: 'typecheck', after: [] },
  { task: 'docs:rosetta', after: ['compile'] },
  { task: 'docs:check', after: ['compile'] },
  // its copy of the accepted API would be taken for the package's own by docs:check
  { task: 'api:check', after: ['compile'], follows: ['docs:check'] },
  { task: 'integ', after: [] },
  { task: 'licenses', after: [] },
];
const AT_ONCE = 2;

/** Runs a command of the shell or a program with its arguments; gives its exit code and its output. */
function command([file, ...args], options) {
  return new Promise(resolve => {
    const child = spawn(file, args, { cwd: root, ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => (output += data));
    child.on('error', error => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

/** Runs the steps of a task as projen would, without the second that projen takes to start. */
async function run(task, more = {}) {
  let output = '';
  for (const { exec, execArgs, spawn: other } of tasks[task].steps ?? []) {
    const options = { stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, ...tasks[task].env }, ...more };
    const result =
      other !== undefined
        ? await run(other)
        : exec !== undefined
          ? await command([exec], { ...options, shell: true })
          : await command(
              execArgs.filter(arg => arg !== '$@'),
              { ...options, shell: process.platform === 'win32' },
            );
    output += result.output;
    if (result.code !== 0) return { code: result.code, output };
  }
  return { code: 0, output };
}

const seconds = since => `${Math.round((performance.now() - since) / 1_000)} s`;
const results = new Map();
const failed = [];

async function check({ task, after }) {
  if (after.some(other => results.get(other) !== 0)) {
    results.set(task, 1);
    failed.push(`${task} (not run)`);
    return;
  }
  const start = performance.now();
  const { code, output } = await run(task);
  results.set(task, code);
  if (code !== 0) failed.push(task);
  console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${task}  ${seconds(start)}`);
  if (code !== 0) console.log(output.trimEnd());
}

const start = performance.now();
await run('generate', { stdio: ['ignore', 'inherit', 'inherit'] });
const waiting = [...CHECKS];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (waiting.length > 0) {
      const ready = waiting.findIndex(({ after, follows = [] }) =>
        [...after, ...follows].every(other => results.has(other)),
      );
      if (ready >= 0) await check(waiting.splice(ready, 1)[0]);
      else await new Promise(resolve => setTimeout(resolve, 100));
    }
  }),
);
console.log(`checks: ${seconds(start)}`);
const jest = await command(
  [process.execPath, join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--ci', ...process.argv.slice(2)],
  { stdio: 'inherit', env },
);
if (jest.code !== 0) failed.push('jest');
if (failed.length > 0) console.error(`\nnpm test: FAILED: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
