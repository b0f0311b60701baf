// Makes the packages of all languages whose toolchain is there, into dist/. Without .NET the C# project's source is written all the same.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from './toolchains.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const wanted = process.argv.slice(2);

if (!existsSync(join(root, '.jsii')) || !existsSync(join(root, 'lib', 'index.js'))) {
  console.error('package: there is nothing to package yet: run `npm run compile` first');
  process.exit(1);
}

/** Runs the generator of packages; a failure ends this script, so that no old package passes for a new one. */
function pack(target, ...options) {
  console.log(`package: ${target}${options.length ? ` (${options.join(' ')})` : ''}`);
  execFileSync(process.execPath, [join(root, 'node_modules', 'jsii-pacmak', 'bin', 'jsii-pacmak'), '--target', target, '--outdir', dist, '--parallel=false', ...options], {
    cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' },
  });
}

const skipped = [];
const chosen = wanted.length === 0 ? ['js', ...LANGUAGES.map(({ name }) => name)] : wanted;
const unknown = chosen.find((name) => name !== 'js' && !LANGUAGES.some((language) => language.name === name));
if (unknown !== undefined) {
  console.error(`package: there is no language ${JSON.stringify(unknown)}; there are js, ${LANGUAGES.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
if (chosen.includes('js')) pack('js');
for (const { name, needs, found } of LANGUAGES.filter((language) => chosen.includes(language.name))) {
  if (found() !== undefined) pack(name);
  else if (name === 'dotnet') {
    pack(name, '--code-only');
    skipped.push(`${name}: the source is in dist/dotnet, the package is not built: it needs ${needs}`);
  } else skipped.push(`${name}: it needs ${needs}`);
}
for (const folder of existsSync(dist) ? readdirSync(dist) : []) console.log(`package: dist/${folder}: ${readdirSync(join(dist, folder)).join(', ')}`);
for (const reason of skipped) console.log(`package: SKIPPED ${reason}`);
