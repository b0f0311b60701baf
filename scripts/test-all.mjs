// Runs everything: `npm test`, then what needs an installation, another language, or a tool from elsewhere. The steps are in
// scripts/test-all/steps.mjs. Names of steps as arguments run these only. A failed step doesn't keep the others from running.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SKIPPED, STEPS } from './test-all/steps.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const names = process.argv.slice(2);
const unknown = names.find(name => !STEPS.some(step => step.name === name));
if (unknown !== undefined) {
  console.error(
    `test:all: no step is named ${JSON.stringify(unknown)}. The steps are ${STEPS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

/** Runs a step and shows its output; gives its exit code and the last line it printed. */
function run({ command: [file, ...args], cwd = '.', env = {} }) {
  return new Promise(resolve => {
    const child = spawn(file, args, {
      cwd: join(root, cwd),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32', // npx is a script there
    });
    let last = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.on('data', data => {
        to.write(data);
        last = (last + data).slice(-2_000);
      });
    }
    child.on('error', error => resolve({ code: 1, reason: error.message }));
    child.on('close', code => resolve({ code: code ?? 1, reason: last.trimEnd().split('\n').pop() }));
  });
}

const results = [];
for (const step of STEPS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  console.log(`\n==== test:all: ${step.name} ====`);
  const start = performance.now();
  const { code, reason } = await run(step);
  const seconds = Math.round((performance.now() - start) / 1_000);
  if (code === SKIPPED) results.push(`SKIPPED ${step.name}: ${reason} (needs ${step.needs})`);
  else results.push(`${code === 0 ? 'passed ' : 'FAILED '} ${step.name} in ${seconds} s`);
  if (code !== 0 && code !== SKIPPED) process.exitCode = 1;
}
console.log(`\n${results.map(line => `test:all: ${line}`).join('\n')}`);
