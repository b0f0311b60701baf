// Makes the packages of all languages whose toolchain is there, into dist/. Without .NET the C# project's source is written all the same.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from './toolchains.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const javadoc = !process.argv.includes('--without-javadoc');
const wanted = process.argv.slice(2).filter(word => word !== '--without-javadoc');

if (!existsSync(join(root, '.jsii')) || !existsSync(join(root, 'lib', 'index.js'))) {
  console.error('package: there is nothing to package yet: run `npm run compile` first');
  process.exit(1);
}

/** What other languages need of the package: no declarations of TypeScript. Each file that the kernel unpacks costs time in their users' first test. */
const FOR_OTHER_LANGUAGES = ['.jsii', 'THIRD_PARTY_NOTICES.md', 'generated/*.js', 'models', 'lib/**/*.js'];

/**
 * A copy of the package as npm's users get it, whose own package has what other languages need. The declarations are there for the translation of
 * examples.
 *
 * @param modules what the copy is made against, where that is not what is installed
 */
function copyFor(language, modules = {}) {
  const copy = join(dist, 'source', 'of', language);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(join(copy, 'node_modules'), { recursive: true });
  const tarball = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', copy], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: copy });
  rmSync(join(copy, tarball));
  const manifest = join(copy, 'package.json');
  writeFileSync(
    manifest,
    JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), files: FOR_OTHER_LANGUAGES }, undefined, 2),
  );
  for (const [name, installed] of Object.entries(modules))
    symlinkSync(join(root, 'node_modules', installed), join(copy, 'node_modules', name));
  return copy;
}

/** Runs the generator of packages; a failure ends this script, so that no old package passes for a new one. */
function pack(target, { outdir = dist, from = target === 'js' ? root : copyFor(target), options = [] } = {}) {
  console.log(`package: ${target}${options.length ? ` (${options.join(' ')})` : ''}`);
  rmSync(join(outdir, target), { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules', 'jsii-pacmak', 'bin', 'jsii-pacmak'),
      '--target',
      target,
      '--outdir',
      outdir,
      '--parallel=false',
      '--no-npmignore', // package.json's files say what ships
      ...options,
      from,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
        JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1',
      },
    },
  );
  // an assembly below dist/ is taken for this package's own by what writes API.md
  if (from !== root) rmSync(from, { recursive: true });
}

// Maven Central never got this version of aws-cdk-lib; the next one is the lowest there
const LOWEST_ON_MAVEN = { '2.200.0': '2.200.1' };

/**
 * The jar, in a repository in dist/java. The generated project asks Maven for a range and so would compile against the newest CDK there is on that
 * day, whose interfaces have members that the lowest has not: it is compiled against the lowest, as all else here. Maven takes a plain version as a
 * wish: what the user's own project names goes before it.
 */
function packJava() {
  const source = join(dist, 'source');
  pack('java', { outdir: source, options: ['--code-only'] });
  const pom = join(source, 'java', 'pom.xml');
  const lowest = readFileSync(pom, 'utf8').replace(
    /<version>\[([^,]+),[^<]*<\/version>/g,
    (_, version) => `<version>${LOWEST_ON_MAVEN[version] ?? version}</version>`,
  );
  writeFileSync(pom, lowest);
  rmSync(join(dist, 'java'), { recursive: true, force: true });
  const options = [
    '--batch-mode',
    '--quiet',
    `-Dmaven.javadoc.skip=${!javadoc}`,
    `-DaltDeploymentRepository=local::default::file://${join(dist, 'java')}`,
  ];
  const repository = process.env.STEPWRIGHT_MAVEN_CACHE;
  execFileSync('mvn', [...options, ...(repository ? [`-Dmaven.repo.local=${repository}`] : []), 'deploy'], {
    cwd: join(source, 'java'),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/**
 * The Go module, which is its source: its users compile it. Go names each type by its package, and newer versions of the CDK moved types of ours
 * (`ResourceEnvironment`) to another one, so the source is written against the newest CDK, and the module asks for that.
 */
function packGo() {
  pack('go', {
    from: copyFor('go', { 'aws-cdk-lib': 'aws-cdk-lib-newest', 'constructs': 'constructs' }),
    options: ['--code-only'],
  });
}

const PACK = { java: packJava, go: packGo };

const skipped = [];
const chosen = wanted.length === 0 ? ['js', ...LANGUAGES.map(({ name }) => name)] : wanted;
const unknown = chosen.find(name => name !== 'js' && !LANGUAGES.some(language => language.name === name));
if (unknown !== undefined) {
  console.error(
    `package: there is no language ${JSON.stringify(unknown)}; there are js, ${LANGUAGES.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
if (chosen.includes('js')) pack('js');
for (const { name, needs, found } of LANGUAGES.filter(language => chosen.includes(language.name))) {
  if (found() !== undefined) (PACK[name] ?? (() => pack(name)))();
  else if (name === 'dotnet') {
    pack(name, { options: ['--code-only'] });
    skipped.push(`${name}: the source is in dist/dotnet, the package is not built: it needs ${needs}`);
  } else skipped.push(`${name}: it needs ${needs}`);
}
for (const folder of ['js', ...LANGUAGES.map(({ name }) => name)].filter(name => existsSync(join(dist, name))))
  console.log(`package: dist/${folder}: ${readdirSync(join(dist, folder)).join(', ')}`);
for (const reason of skipped) console.log(`package: SKIPPED ${reason}`);
