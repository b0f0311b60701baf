#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { StepwrightError } from '../errors';
import { EXIT } from './exit-codes';
import { systemErrorText, watchOutput } from './output';
import { printable } from '../local/printable';

/* eslint-disable @typescript-eslint/no-require-imports -- a subcommand is loaded when it is asked for: the command starts fast */

/** The subcommands: what `--help` says of them, and where they are. */
const SUBCOMMANDS: Readonly<Record<string, { readonly description: string; readonly load: () => Command }>> = {
  run: {
    description: 'Run a workflow on this machine, in virtual time: a wait of a day takes none',
    load: () => (require('./run') as typeof import('./run')).runCommand(),
  },
  graph: {
    description: 'Draw a workflow as SVG, as a Mermaid diagram, or as a page',
    load: () => (require('./graph') as typeof import('./graph')).graphCommand(),
  },
  tasks: {
    description: 'List the Tasks that need mocks, with a valid default for each',
    load: () => (require('./tasks') as typeof import('./tasks')).tasksCommand(),
  },
  init: {
    description: 'Write a first test for the workflows of a project, with a mock for every Task',
    load: () => (require('./init') as typeof import('./init')).initCommand(),
  },
  permissions: {
    description: 'Print the IAM statements that a workflow needs, with the states and the fact behind each',
    load: () => (require('./permissions') as typeof import('./permissions')).permissionsCommand(),
  },
  show: {
    description: 'Write a page that plays back executions recorded on AWS',
    load: () => (require('./show') as typeof import('./show')).showCommand(),
  },
  validate: {
    description: 'Find mistakes in definitions, templates and cdk.out folders',
    load: () => (require('./validate') as typeof import('./validate')).validateCommand(),
  },
};

/** The command; of the subcommands, those that the arguments do not name are there by their names only. */
export function program(argv: readonly string[] = Object.keys(SUBCOMMANDS)): Command {
  const command = new Command('stepwright')
    .description('AWS Step Functions workflows on your machine')
    .version(version())
    .exitOverride();
  for (const [name, { description, load }] of Object.entries(SUBCOMMANDS)) {
    command.addCommand(argv.includes(name) ? load() : new Command(name).description(description));
  }
  return command;
}

/** The version of the package. */
function version(): string {
  const { version: own } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return own;
}

/** Runs the command and gives its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) {
    watchOutput(
      stream,
      code => process.exit(code),
      line => process.stderr.write(line),
    );
  }
  try {
    await program(argv).parseAsync([...argv], { from: 'user' });
    return Number(process.exitCode ?? EXIT.OK);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE;
    const text = error instanceof StepwrightError ? `${printable(error.message)}\n` : systemErrorText(error);
    if (text === undefined) throw error;
    process.stderr.write(text);
    return EXIT.USAGE;
  }
}

if (require.main === module) {
  void main(process.argv.slice(2)).then(code => {
    process.exitCode = code;
  });
}
