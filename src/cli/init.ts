import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { isJsonObject, type Json, type JsonObject } from '../asl';
import { StepwrightError } from '../errors';
import { keyTexts, keyValues, placeholdersIn } from '../sources';
import { EXIT } from './exit-codes';
import { CommandFailure, leadingTo, openSource, withSourceFlags, type SourceFlags } from './source';
import { mocksOf, tasksOf } from './tasks';

const HELP = `
It looks for cdk.out, template.yaml, template.json, and *.asl.json in the folder, in this order.

Examples:
  stepwright init
  stepwright init services/orders --parameters Stage=test

Exit codes:
  0  a test was written
  2  bad usage: nothing to test was found, or the test is already there
  3  bad definition`;

/** `stepwright init`: writes a first test for what a project has. */
export function initCommand(): Command {
  return withSourceFlags(new Command('init'))
    .description('Write a first test for the workflows of a project, with a mock for every Task')
    .argument('[folder]', 'the folder of the project', '.')
    .addHelpText('after', HELP)
    .exitOverride()
    .action((folder: string, flags: SourceFlags) => {
      process.exitCode = perform(folder, flags);
    });
}

function perform(folder: string, flags: SourceFlags): number {
  try {
    const source = leadingTo(EXIT.USAGE, () => sourceIn(folder));
    const workflows = workflowsOf(join(folder, source), flags);
    const file = join(folder, `${basename(source).replace(/\.(?:asl\.)?(?:json|ya?ml|out)$/, '')}.workflow.test.js`);
    leadingTo(EXIT.USAGE, () => writeNew(file, testText(source, workflows, runnerOf(folder), flags)));
    process.stdout.write(
      `Wrote ${file} for ${workflows.length === 1 ? '1 workflow' : `${workflows.length} workflows`}. Edit its mocks, and run it.\n`,
    );
    return EXIT.OK;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    process.stderr.write(`${error.reason.message}\n`);
    return error.exitCode;
  }
}

/** What the folder has that can be tested. */
function sourceIn(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const found =
    ['cdk.out', 'template.yaml', 'template.yml', 'template.json'].find(name => names.includes(name)) ??
    names.find(name => /\.asl\.(?:json|ya?ml)$/.test(name));
  if (found !== undefined) return found;
  throw new StepwrightError('FILE_NOT_FOUND', 'the folder has nothing to test', {
    where: folder,
    allowed: 'cdk.out, template.yaml, template.json, or a definition (*.asl.json)',
    fix: names.includes('cdk.json')
      ? 'Run "npx cdk synth" first: it writes cdk.out.'
      : 'Give the folder that has one of them.',
  });
}

interface Workflow {
  /** The name to find it by; undefined for a definition alone. */
  readonly name: string | undefined;
  readonly mocks: JsonObject;
  /** Names of placeholders without a value. */
  readonly placeholders: readonly string[];
}

function workflowsOf(path: string, flags: SourceFlags): readonly Workflow[] {
  const source = openSource(path, flags);
  return leadingTo(EXIT.DEFINITION, (): readonly Workflow[] => {
    if (source.kind === 'app') {
      return source.app.machines.map(machine => ({
        name: machine.path === undefined ? machine.logicalId : machine.path.replace(/\/Resource$/, ''),
        mocks: mocksOf(tasksOf(machine.definition)),
        placeholders: [],
      }));
    }
    if (!isJsonObject(source.value)) {
      throw new StepwrightError('DEFINITION_NOT_JSON', 'the definition is not JSON', { where: path });
    }
    return [
      {
        name: undefined,
        mocks: mocksOf(tasksOf(source.value)),
        placeholders: placeholdersIn(source.text).filter(name => !name.startsWith('AWS::')),
      },
    ];
  });
}

type Runner = 'jest' | 'vitest' | 'node';

/** The test runner that the project already has. */
function runnerOf(folder: string): Runner {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return 'node';
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Json;
  const names = ['dependencies', 'devDependencies'].flatMap(key =>
    isJsonObject(manifest) && isJsonObject(manifest[key]) ? Object.keys(manifest[key]) : [],
  );
  return names.includes('vitest') ? 'vitest' : names.includes('jest') ? 'jest' : 'node';
}

/** How each runner is imported, and how it compares. */
const RUNNERS: Readonly<
  Record<Runner, { readonly imports: string; readonly equal: (left: string, right: string) => string }>
> = {
  jest: { imports: '', equal: (left, right) => `expect(${left}).toBe(${right});` },
  vitest: {
    imports: "import { expect, test } from 'vitest';\n",
    equal: (left, right) => `expect(${left}).toBe(${right});`,
  },
  node: {
    imports: "const assert = require('node:assert');\nconst { test } = require('node:test');\n",
    equal: (left, right) => `assert.equal(${left}, ${right});`,
  },
};

function testText(source: string, workflows: readonly Workflow[], runner: Runner, flags: SourceFlags): string {
  const { imports, equal } = RUNNERS[runner];
  const isModule = runner === 'vitest';
  const load = isModule
    ? "import { join } from 'node:path';\nimport { LocalWorkflow } from 'stepwright/testing';\n"
    : "const { join } = require('node:path');\nconst { LocalWorkflow } = require('stepwright/testing');\n";
  const folder = isModule ? 'import.meta.dirname' : '__dirname';
  const tests = workflows.map(({ name, mocks, placeholders }) => {
    const options = optionsOf(placeholders, flags);
    const args = [
      `join(${folder}, ${literal(source)})`,
      ...(name === undefined ? (options === undefined ? [] : ['undefined']) : [literal(name)]),
      ...(options === undefined ? [] : [options]),
    ];
    return [
      `test(${literal(`${name ?? source} succeeds`)}, async () => {`,
      `  const workflow = LocalWorkflow.fromFile(${args.join(', ')});`,
      `  const mocks = ${indented(JSON.stringify(mocks, undefined, 2))};`,
      '  const run = await workflow.run({}, { mocks });',
      `  ${equal('run.status', "'SUCCEEDED'")}`,
      '});',
    ].join('\n');
  });
  return `${imports}${load}\n${tests.join('\n\n')}\n`;
}

function optionsOf(placeholders: readonly string[], flags: SourceFlags): string | undefined {
  const parameters = keyTexts(flags.parameters, '--parameters');
  const substitutions = {
    ...Object.fromEntries(placeholders.map(name => [name, 'TODO'])),
    ...keyTexts(flags.substitutions, '--substitutions'),
  };
  const values = keyValues(flags.values, '--values');
  const options = {
    ...(parameters && { parameters }),
    ...(Object.keys(substitutions).length > 0 && { substitutions }),
    ...(values && { values }),
    ...(flags.stackName === undefined ? {} : { stackName: flags.stackName }),
  };
  return Object.keys(options).length === 0 ? undefined : indented(JSON.stringify(options, undefined, 2));
}

function literal(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

function writeNew(file: string, text: string): void {
  if (existsSync(file)) {
    throw new StepwrightError('FILE_NOT_WRITTEN', `there is already a file ${JSON.stringify(file)}`, {
      fix: 'Rename or delete it.',
    });
  }
  writeFileSync(file, text);
}
