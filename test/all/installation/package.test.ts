import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { emptyProject, type EmptyProject } from './an-empty-project';

const RUN = `
  const stack = new Stack(new App(), 'Orders');
  new StandardWorkflow(stack, 'Order', { definition: Flow.of(new Pass('Go', { output: { doubled: '{% $states.input.n * 2 %}' } })) });
  const run = LocalWorkflow.fromStack(stack, 'Order').runSync({ n: 21 });
`;
const JEST_TEST = `
test('a workflow runs', () => {${RUN}
  expect(run).toHaveSucceeded({ doubled: 42 });
});`;

let project: EmptyProject;
beforeAll(() => {
  project = emptyProject();
});
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

test('the package holds what it needs and nothing of the workshop', () => {
  const {
    name,
    version,
    dependencies = {},
  } = JSON.parse(readFileSync(join(project.folder, 'node_modules/stepwright/package.json'), 'utf8'));
  expect([name, version, dependencies]).toEqual(['stepwright', '0.0.0', {}]);
  const { node } = project;
  project.write('list.js', "console.log(require('fs').readdirSync('node_modules/stepwright').sort().join(' '))");
  expect(node('list.js').output.trim()).toBe(
    '.jsii CHANGELOG.md LICENSE README.md SECURITY.md THIRD_PARTY_NOTICES.md esm generated lib models package.json',
  );
  project.write(
    'code.js',
    "console.log(require('fs').readdirSync('node_modules/stepwright/lib').filter(name => name.endsWith('.js')).sort().join(' '))",
  );
  expect(node('code.js').output.trim()).toBe(
    'commander.js csv-parse.js dagre.js index.js library.js re2js.js sdk-iam-table.js yaml.js',
  );
});

test('CommonJS: chain, workflow and local run', () => {
  project.write(
    'run.cjs',
    `
    const { App, Stack } = require('aws-cdk-lib');
    const { Flow, Pass, StandardWorkflow } = require('stepwright');
    const { LocalWorkflow } = require('stepwright/testing');
    const { flow } = require('stepwright/typed');
    ${RUN}
    console.log(JSON.stringify([run.status, run.output, typeof flow]));`,
  );
  expect(project.node('run.cjs')).toEqual({ status: 0, output: '["SUCCEEDED",{"doubled":42},"function"]\n' });
});

test('ES modules: chain, workflow and local run', () => {
  project.write(
    'run.mjs',
    `
    import { App, Stack } from 'aws-cdk-lib';
    import { Flow, Pass, StandardWorkflow } from 'stepwright';
    import { LocalWorkflow } from 'stepwright/testing';
    import { flow } from 'stepwright/typed';
    ${RUN}
    console.log(JSON.stringify([run.status, run.output, typeof flow]));`,
  );
  expect(project.node('run.mjs')).toEqual({ status: 0, output: '["SUCCEEDED",{"doubled":42},"function"]\n' });
});

test('what is loaded on demand ships: parsers, tables, and the places of mistakes', () => {
  project.write('go.asl.yaml', 'StartAt: Go\nStates: { Go: { Type: Pass, Result: yaml, End: true } }\n');
  project.write(
    'on-demand.cjs',
    `
    const { App, Stack } = require('aws-cdk-lib');
    const { Definition, Flow, Integration, Pass, StandardWorkflow, Task } = require('stepwright');
    const { LocalWorkflow, testState } = require('stepwright/testing');
    const reading = InputType => LocalWorkflow.fromDefinition({ StartAt: 'M', States: { M: {
      Type: 'Map', End: true,
      ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType, ...InputType === 'CSV' ? { CSVHeaderLocation: 'FIRST_ROW' } : {} }, Parameters: { Bucket: 'b', Key: 'k' } },
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'P', States: { P: { Type: 'Pass', End: true } } },
    } } });
    const pass = Output => LocalWorkflow.fromDefinition({ QueryLanguage: 'JSONata', StartAt: 'P', States: { P: { Type: 'Pass', Output, End: true } } });
    const stack = new Stack(new App(), 'Orders');
    new StandardWorkflow(stack, 'Yaml', { definition: Definition.fromFile('go.asl.yaml') });
    const queue = new StandardWorkflow(stack, 'Sdk', { definition: new Task('Ask', { call: Integration.awsSdk('sqs', 'listQueues') }) });
    const mistake = of => { try { of(); } catch (error) { return error.message; } };
    (async () => console.log(JSON.stringify([
      LocalWorkflow.fromStack(stack, 'Yaml').runSync().output,
      reading('CSV').runSync({}, { files: { 's3://b/k': 'id\\nx\\n' } }).output,
      (await reading('PARQUET').run({}, { files: { 's3://b/k': 'no such file' } })).cause,
      pass("{% $replace('a-b', /-+/, '+') %}").runSync({}).output,
      stack.resolve(queue.role.node.findChild('DefaultPolicy').document).Statement[0].Action,
      mistake(() => testState({ definition: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sqs:getQueueUrl', Parameters: { QueueName: 'q' }, End: true }, mock: { result: { QueueUrl: 1 } } })),
      mistake(() => Definition.fromFile('none.json')),
      mistake(() => Flow.of(new Pass('A')).next(Flow.goTo('B')).next(new Pass('C'))),
    ])))();`,
  );
  const { status, output } = project.node('on-demand.cjs');
  expect([status, JSON.parse(output)]).toEqual([
    0,
    [
      'yaml',
      [{ id: 'x' }],
      'Input file is not a valid Parquet file.',
      'a+b',
      'sqs:ListQueues',
      expect.stringContaining("Field 'QueueUrl' must be a string"),
      expect.stringContaining('path.join(__dirname, …)'),
      expect.stringMatching(/^UNREACHABLE_STEP[^]*at: .*on-demand\.cjs:23:/),
    ],
  ]);
});

test('the command runs a definition where no CDK is installed', () => {
  project.write('go.asl.json', '{"StartAt":"Go","States":{"Go":{"Type":"Pass","Result":{"done":true},"End":true}}}');
  const { bin } = JSON.parse(readFileSync(join(project.folder, 'node_modules/stepwright/package.json'), 'utf8'));
  expect(readFileSync(join(project.folder, 'node_modules/stepwright', bin.stepwright), 'utf8')).toMatch(
    /^#!\/usr\/bin\/env node\n/,
  );
  project.write(
    'without-cdk.cjs',
    `
    const resolve = require('module')._resolveFilename;
    require('module')._resolveFilename = (name, ...rest) => { if (/^(aws-cdk-lib|constructs)/.test(name)) throw new Error('the command loads ' + name); return resolve(name, ...rest); };
    process.argv.splice(1, 1);
    require('stepwright/package.json');
    require('./node_modules/stepwright/${bin.stepwright}').main(process.argv.slice(1)).then(code => { process.exitCode = code; });`,
  );
  const { status, output } = project.node('without-cdk.cjs', 'run', 'go.asl.json', '--format', 'json');
  expect([status, JSON.parse(output)]).toEqual([
    0,
    expect.objectContaining({ status: 'SUCCEEDED', output: { done: true } }),
  ]);
});

test('jest: the matchers', () => {
  project.write('jest.config.js', "module.exports = { testMatch: ['**/jest/*.test.js'] };");
  project.write(
    'jest/order.test.js',
    `
    require('stepwright/testing/jest');
    const { App, Stack } = require('aws-cdk-lib');
    const { Flow, Pass, StandardWorkflow } = require('stepwright');
    const { LocalWorkflow } = require('stepwright/testing');
    ${JEST_TEST}`,
  );
  const { status, output } = project.node(
    'node_modules/jest/bin/jest.js',
    '--ci',
    '--testTimeout=600000',
    '--rootDir',
    project.folder,
  );
  expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('1 passed') });
});

test('vitest: the matchers', () => {
  project.write(
    'vitest/order.test.mjs',
    `
    import { expect, test } from 'vitest';
    import 'stepwright/testing/vitest';
    import { App, Stack } from 'aws-cdk-lib';
    import { Flow, Pass, StandardWorkflow } from 'stepwright';
    import { LocalWorkflow } from 'stepwright/testing';
    ${JEST_TEST}`,
  );
  const { status, output } = project.node(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--root',
    project.folder,
    '--dir',
    'vitest',
    '--testTimeout=600000',
  );
  expect({ status, output }).toEqual({ status: 0, output: expect.stringMatching(/1 passed/) });
});

const TYPED = `
import { App, Stack } from 'aws-cdk-lib';
import { Flow, Pass, StandardWorkflow } from 'stepwright';
import { LocalWorkflow, type RunResult } from 'stepwright/testing';
import * as t from 'stepwright/typed';
const stack = new Stack(new App(), 'Orders');
const workflow: StandardWorkflow = new StandardWorkflow(stack, 'Order', { definition: Flow.of(new Pass('Go')) });
export const run: RunResult = LocalWorkflow.fromStack(stack, workflow.node.id).runSync({ n: 21 });
export const start: typeof t.flow = t.flow;
// @ts-expect-error a time-out is a duration
new StandardWorkflow(stack, 'Wrong', { definition: new Pass('Go'), timeout: 5 });
`;
const JEST_TYPES =
  "import 'stepwright/testing/jest';\nimport { run } from './a';\nexpect(run).toHaveSucceeded({ n: 21 });\n// @ts-expect-error no such matcher\nexpect(run).toHaveSucceded();\n";
const VITEST_TYPES =
  "import { expect } from 'vitest';\nimport 'stepwright/testing/vitest';\nimport { run } from './a';\nexpect(run).toHaveSucceeded({ n: 21 });\n// @ts-expect-error no such matcher\nexpect(run).toHaveSucceded();\n";

test.each([
  ['node16, CommonJS', 'types-cjs', { module: 'node16', moduleResolution: 'node16' }, 'commonjs'],
  ['node16, ES modules', 'types-esm', { module: 'node16', moduleResolution: 'node16' }, 'module'],
  ['bundler', 'types-bundler', { module: 'esnext', moduleResolution: 'bundler' }, 'module'],
])('types: %s', (_, folder, options, type) => {
  const suffix = type === 'module' && options.module === 'node16' ? '.js' : '';
  const local = (text: string): string => text.replace("'./a'", `'./a${suffix}'`);
  project.write(`${folder}/package.json`, JSON.stringify({ type }));
  project.write(`${folder}/a.ts`, TYPED);
  project.write(`${folder}/jest.ts`, local(JEST_TYPES));
  // vitest cannot be required
  if (type === 'module') project.write(`${folder}/vitest.ts`, local(VITEST_TYPES));
  project.write(
    `${folder}/tsconfig.json`,
    JSON.stringify({
      compilerOptions: {
        ...options,
        target: 'es2022',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: ['jest', 'node'],
      },
      include: ['*.ts'],
    }),
  );
  expect(project.node('node_modules/typescript/bin/tsc', '-p', folder)).toEqual({ status: 0, output: '' });
});
