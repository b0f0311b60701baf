import { Command, Option } from 'commander';
import { sitesOf, type JsonObject } from '../asl';
import { defaultMock, type DefaultMock } from '../local';
import { EXIT } from './exit-codes';
import { CommandFailure, leadingTo, readDefinition, withSourceFlags, type SourceFlags } from './source';

interface TasksFlags extends SourceFlags {
  readonly machine?: string;
  readonly format: 'text' | 'json';
}

const HELP = `
With --format json, the output is a file for --mocks: edit the results, and run the workflow with it.

Examples:
  stepwright tasks order.asl.json
  stepwright tasks template.yaml --machine Orders --format json > mocks.json

Exit codes:
  0  the Tasks were listed
  2  bad usage: an option, or a file that cannot be read
  3  bad definition`;

/** `stepwright tasks`: lists the Tasks that need mocks, with a valid default for each. */
export function tasksCommand(): Command {
  return withSourceFlags(new Command('tasks'))
    .description('List the Tasks that need mocks, with a valid default for each')
    .argument('<source>', 'a definition, a template, a cdk.out folder, or the JSON of "terraform show"')
    .option('-m, --machine <name>', 'the state machine, if there are several: construct id, path, logical id, or name')
    .addOption(
      new Option('-f, --format <format>', 'how the Tasks are listed').choices(['text', 'json']).default('text'),
    )
    .addHelpText('after', HELP)
    .exitOverride()
    .action((source: string, flags: TasksFlags) => {
      process.exitCode = perform(source, flags);
    });
}

function perform(source: string, flags: TasksFlags): number {
  try {
    const found = readDefinition(source, flags.machine, flags);
    const definition = leadingTo(EXIT.DEFINITION, () => ('app' in found ? found.machine.definition : found.definition));
    const tasks = tasksOf(definition);
    process.stdout.write(flags.format === 'json' ? `${JSON.stringify(mocksOf(tasks), undefined, 2)}\n` : textOf(tasks));
    return EXIT.OK;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    process.stderr.write(`${error.reason.message}\n`);
    return error.exitCode;
  }
}

/** A Task of a definition with its default mock. */
export interface ListedTask extends DefaultMock {
  readonly name: string;
}

/** The Tasks of a definition, in its order. */
export function tasksOf(definition: JsonObject): readonly ListedTask[] {
  return sitesOf(definition).states.flatMap(({ name, state, type }) =>
    type === 'Task' && typeof state.Resource === 'string' ? [{ name, ...defaultMock(state.Resource) }] : [],
  );
}

/** The mocks as data, by the names of states. */
export function mocksOf(tasks: readonly ListedTask[]): JsonObject {
  return Object.fromEntries(tasks.map(({ name, mock }) => [name, mock]));
}

function textOf(tasks: readonly ListedTask[]): string {
  if (tasks.length === 0) return 'No state is a Task: the workflow runs without mocks.\n';
  return `${tasks.map(({ name, call, mock }) => `${name}\n  calls  ${call}\n  mock   ${JSON.stringify(mock)}`).join('\n\n')}\n`;
}
