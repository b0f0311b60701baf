// Runs the examples in the other languages with the packages as their users get them: made into dist/, installed from there, tested in the language's
// own test framework. A language whose toolchain is missing is skipped, loudly. Names of languages as arguments run these only; with --clean-caches every
// package is fetched anew and nothing compiled before is used (Maven's is always empty at the start).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from './toolchains.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const work = join(root, 'dist', 'test-languages');
const MAVEN_CACHE = join(work, 'maven');
const words = process.argv.slice(2);
const env = {
  ...process.env,
  ...(words.includes('--clean-caches') ? emptyCaches() : {}),
  STEPWRIGHT_TEMPLATE: join(work, 'template.lowest-cdk.json'),
  JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1',
};

/** Where package managers and the kernel look first, in a folder that ends with this process. */
function emptyCaches() {
  const folder = mkdtempSync(join(tmpdir(), 'stepwright-caches-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const caches = {
    PIP_CACHE_DIR: 'pip',
    GOPATH: 'go',
    GOMODCACHE: 'go/pkg/mod',
    GOCACHE: 'go-build',
    JSII_RUNTIME_PACKAGE_CACHE_ROOT: 'jsii',
  };
  return Object.fromEntries(Object.entries(caches).map(([variable, name]) => [variable, join(folder, name)]));
}

function run(command, args, cwd = root, more = {}) {
  console.log(`> ${command.replace(`${root}/`, '')} ${args.join(' ').replaceAll(`${root}/`, '')}`);
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: { ...env, ...more } });
}

const built = (folder, ending) => {
  const file = readdirSync(join(root, 'dist', folder)).find(name => name.endsWith(ending));
  if (file === undefined) throw new Error(`dist/${folder} has no ${ending}: run npm run package -- ${folder}`);
  return join(root, 'dist', folder, file);
};

/**
 * The template that TypeScript makes, in a file. Newer versions of the CDK write some resources otherwise (the trust policy of the role), so a language
 * is compared with TypeScript on the same one.
 */
function template(cdk) {
  const paths = { stepwright: ['./src/index.ts'] };
  if (cdk === 'newest-cdk')
    Object.assign(paths, {
      'aws-cdk-lib': ['./node_modules/aws-cdk-lib-newest'],
      'aws-cdk-lib/*': ['./node_modules/aws-cdk-lib-newest/*'],
    });
  const config = join(work, `tsconfig.${cdk}.json`);
  writeFileSync(
    config,
    JSON.stringify({ extends: '../../tsconfig.dev.json', compilerOptions: { baseUrl: '../..', paths } }),
  );
  const file = join(work, `template.${cdk}.json`);
  writeFileSync(
    file,
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
        '--tsconfig',
        config,
        'examples/every-language/template.ts',
      ],
      { cwd: root, env },
    ),
  );
  return file;
}

const TESTS = {
  python() {
    const venv = join(work, 'python');
    const python = join(venv, 'bin', 'python');
    run('python3', ['-m', 'venv', '--clear', venv]);
    run(python, [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '-r',
      join(root, 'examples', 'python', 'requirements.txt'),
      built('python', '.whl'),
    ]);
    run(python, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider'], join(root, 'examples', 'python'));
  },
  java() {
    const repository = `file://${join(root, 'dist', 'java')}`;
    run(
      'mvn',
      [
        '--batch-mode',
        '--quiet',
        `-Dstepwright.repository=${repository}`,
        `-Dmaven.repo.local=${MAVEN_CACHE}`,
        `-DbuildDirectory=${join(work, 'java')}`,
        'test',
      ],
      join(root, 'examples', 'java'),
    );
  },
  go() {
    const folder = join(work, 'go');
    run('cp', ['-r', join(root, 'examples', 'go'), folder]);
    // the module of dist/, wherever this copy of the example is
    run(
      'go',
      ['mod', 'edit', `-replace=example.com/stepwright-go/stepwright=${join(root, 'dist', 'go', 'stepwright')}`],
      folder,
    );
    run('go', ['mod', 'tidy'], folder, { GOFLAGS: '-mod=mod -modcacherw' });
    run('go', ['test', '-count=1', '-v', './...'], folder, {
      GOFLAGS: '-mod=mod -modcacherw',
      STEPWRIGHT_TEMPLATE: template('newest-cdk'),
    });
  },
};

const chosen = words.filter(word => word !== '--clean-caches');
const unknown = chosen.find(name => !Object.hasOwn(TESTS, name));
if (unknown !== undefined) {
  console.error(
    `test:languages: there is no language ${JSON.stringify(unknown)}; there are ${Object.keys(TESTS).join(', ')}, and --clean-caches`,
  );
  process.exit(2);
}
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
if (!existsSync(join(root, '.jsii'))) run('npx', ['projen', 'compile']);
template('lowest-cdk');

const results = [];
for (const { name, needs, found } of LANGUAGES.filter(
  language => Object.hasOwn(TESTS, language.name) && (chosen.length === 0 || chosen.includes(language.name)),
)) {
  const version = found();
  if (version === undefined) {
    results.push(`SKIPPED ${name}: this machine has not what it needs, ${needs}`);
    continue;
  }
  console.log(`\n== ${name}: ${version}`);
  try {
    run(process.execPath, [join(root, 'scripts', 'package.mjs'), name, '--without-javadoc'], root, {
      STEPWRIGHT_MAVEN_CACHE: MAVEN_CACHE,
    });
    TESTS[name]();
    results.push(`passed  ${name}`);
  } catch (error) {
    results.push(`FAILED  ${name}: ${error.message.split('\n')[0]}`);
    process.exitCode = 1;
  }
}
console.log(`\n${results.map(line => `test:languages: ${line}`).join('\n')}`);
