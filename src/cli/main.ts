#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { StepwrightError } from '../errors';
import { EXIT } from './exit-codes';
import { runCommand } from './run';

/** The command, with one file for each subcommand. */
export function program(): Command {
  return new Command('stepwright')
    .description('AWS Step Functions workflows on your machine')
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .addCommand(runCommand());
}

/** Runs the command and gives its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...argv], { from: 'user' });
    return Number(process.exitCode ?? EXIT.OK);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE;
    if (!(error instanceof StepwrightError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EXIT.USAGE;
  }
}

if (require.main === module) void main(process.argv.slice(2)).then(code => { process.exitCode = code; });
