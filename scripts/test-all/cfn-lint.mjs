// Lints every template of the examples and of integ/ with cfn-lint, which is installed from PyPI below .cache/.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, fetched, ROOT, skip } from './installed.mjs';

const CFN_LINT = '1.58.0';
const folder = cacheFolder(`cfn-lint-${CFN_LINT}`);
const bin = join(folder, 'venv', process.platform === 'win32' ? 'Scripts' : 'bin');
const cfnLint = join(bin, 'cfn-lint');

if (spawnSync('python3', ['-c', 'import venv']).status !== 0) skip('there is no Python 3 with venv');
if (!existsSync(cfnLint)) {
  fetched('python3', ['-m', 'venv', '--clear', join(folder, 'venv')], 'cfn-lint');
  const options = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  fetched(join(bin, 'python'), [...options, `cfn-lint==${CFN_LINT}`], `cfn-lint ${CFN_LINT}`);
}

/** The templates below a folder. The stack for assertions that integ-runner adds has no resources, and the CDK doesn't deploy it. */
const templatesIn = directory =>
  readdirSync(directory, { recursive: true })
    .filter(name => name.endsWith('.template.json'))
    .map(name => join(directory, name))
    .filter(file => JSON.parse(readFileSync(file, 'utf8')).Resources !== undefined);

const apps = readdirSync(join(ROOT, 'examples')).filter(name => existsSync(join(ROOT, 'examples', name, 'app.ts')));
const output = join(folder, 'cdk.out');
rmSync(output, { recursive: true, force: true });
for (const app of apps) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
      '--tsconfig',
      'tsconfig.dev.json',
      join('examples', app, 'app.ts'),
    ],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, CDK_OUTDIR: join(output, app), CDK_VALIDATION: 'false' },
    },
  );
  if (status !== 0) {
    console.error(`cfn-lint: examples/${app} doesn't synthesize\n${stdout}${stderr}`);
    process.exit(1);
  }
}
const templates = [...templatesIn(output), ...templatesIn(join(ROOT, 'integ'))];
console.log(`cfn-lint: ${templates.length} templates of ${apps.length} examples and of integ/`);
// W3005: the CDK itself repeats dependencies that a reference enforces already
const options = ['--ignore-checks', 'W3005', '--non-zero-exit-code', 'error'];
const { status } = spawnSync(cfnLint, [...options, '--', ...templates], {
  cwd: ROOT,
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.exit(status ?? 1);
