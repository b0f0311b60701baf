#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { StepwrightError } from '../errors';
import { EXIT } from './exit-codes';

/* eslint-disable @typescript-eslint/no-require-imports -- a subcommand is loaded when it is asked for: the command starts fast */

/** The subcommands: what `--help` says of them, and where they are. */
const SUBCOMMANDS: Readonly<Record<string, { readonly description: string; readonly load: () => Command }>> = {
  run: {
    description: 'Run a workflow on this machine, in virtual time: a wait of a day takes none',
    load: () => (require('./run') as typeof import('./run')).runCommand(),
  },
  graph: {
    description: 'Draw a workflow as SVG or as a Mermaid diagram',
    load: () => (require('./graph') as typeof import('./graph')).graphCommand(),
  },
  permissions: {
    description: 'Print the IAM statements that a workflow needs, with the states and the fact behind each',
    load: () => (require('./permissions') as typeof import('./permissions')).permissionsCommand(),
  },
  validate: {
    description: 'Find mistakes in definitions, templates and cdk.out folders',
    load: () => (require('./validate') as typeof import('./validate')).validateCommand(),
  },
};

/** The command; of the subcommands, those that the arguments do not name are there by their names only. */
export function program(argv: readonly string[] = Object.keys(SUBCOMMANDS)): Command {
  const command = new Command('stepwright').description('AWS Step Functions workflows on your machine').exitOverride();
  for (const [name, { description, load }] of Object.entries(SUBCOMMANDS)) {
    command.addCommand(argv.includes(name) ? load() : new Command(name).description(description));
  }
  return command;
}

/** Runs the command and gives its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    await program(argv).parseAsync([...argv], { from: 'user' });
    return Number(process.exitCode ?? EXIT.OK);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE;
    if (!(error instanceof StepwrightError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EXIT.USAGE;
  }
}

if (require.main === module) {
  void main(process.argv.slice(2)).then(code => {
    process.exitCode = code;
  });
}
