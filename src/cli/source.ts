import { Option, type Command } from 'commander';
import type { Json, JsonObject, WorkflowType } from '../asl';
import { ADVICE_ON_COMMAND_LINE, findMachine, type LocalApp, type Machine } from '../cloudformation';
import { StepwrightError, type ErrorCode } from '../errors';
import { compileMachine, compileWorkflow, type CompiledWorkflow } from '../local';
import { EXIT } from './exit-codes';
import {
  definitionIn,
  keyTexts,
  keyValues,
  readSource,
  rejectPlaceholders,
  withPseudoParameters,
  type AppSource,
  type DefinitionSource,
} from '../sources';
import { objectsIn } from './objects-in';
import { scanJson } from '../validation/source/json-scan';

/** An error with the exit code that it leads to. */
export class CommandFailure extends Error {
  constructor(
    readonly exitCode: number,
    readonly reason: StepwrightError,
  ) {
    super(reason.message);
  }
}

/** Does something, and lets an error of ours lead to that exit code. */
export function leadingTo<T>(exitCode: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StepwrightError) throw new CommandFailure(exitCode, error);
    throw error;
  }
}

/** The flags that supply what a source leaves open. They have the names of the library's options. */
export interface SourceFlags {
  readonly parameters?: readonly string[];
  readonly substitutions?: readonly string[];
  readonly values?: readonly string[];
  readonly stackName?: string;
  readonly files?: string;
  readonly type?: 'standard' | 'express' | WorkflowType;
}

/** Adds the flags that supply what a source leaves open. */
export function withSourceFlags(command: Command): Command {
  return command
    .option('--parameters <values...>', 'parameters of the template: KEY=VALUE, a JSON file, or samconfig.toml')
    .option('--substitutions <values...>', 'placeholders of the definition, such as ${Name}: KEY=VALUE, or a JSON file')
    .option('--values <values...>', 'values that only a deployment knows: LOGICALID.ATTRIBUTE=VALUE, or a JSON file')
    .option('--stack-name <name>', 'the name of the stack (default: Stack)')
    .option('--files <folder>', 'S3 objects, as FOLDER/BUCKET/KEY; the bucket by its name or logical ID')
    .addOption(
      new Option('--type <type>', 'the type of the workflow (default: what the template says, else standard)').choices([
        'standard',
        'express',
        'STANDARD',
        'EXPRESS',
      ]),
    );
}

/** The type that a flag gives. */
export function typeOf({ type }: SourceFlags): WorkflowType | undefined {
  return type && (type.toUpperCase() as WorkflowType);
}

/** What a file or folder has. Warnings go to standard error. */
export function openSource(path: string, flags: SourceFlags, defaultStackName?: string): DefinitionSource | AppSource {
  const options = leadingTo(EXIT.USAGE, () => {
    const folder = flags.files;
    const stackName = flags.stackName ?? defaultStackName;
    return {
      parameters: keyTexts(flags.parameters, '--parameters'),
      substitutions: keyTexts(flags.substitutions, '--substitutions'),
      values: keyValues(flags.values, '--values'),
      ...(stackName === undefined ? {} : { stackName }),
      ...(folder === undefined ? {} : { readAsset: objectsIn(folder).text }),
    };
  });
  try {
    const source = readSource(path, options, ADVICE_ON_COMMAND_LINE);
    for (const warning of source.warnings) process.stderr.write(`Warning: ${warning}\n`);
    return source;
  } catch (error) {
    if (!(error instanceof StepwrightError)) throw error;
    throw new CommandFailure(USAGE_ERRORS.has(error.code) ? EXIT.USAGE : EXIT.DEFINITION, error);
  }
}

/** Errors of a source that are wrong arguments of the command. */
const USAGE_ERRORS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'FILE_NOT_FOUND',
  'OTHER_FORMAT',
  'UNKNOWN_PARAMETER',
  'UNKNOWN_RESOURCE',
  'UNKNOWN_SUBSTITUTION',
]);

/** What to run. A definition alone has to have all its placeholders filled in. */
export function readWorkflow(path: string, machine: string | undefined, flags: SourceFlags): CompiledWorkflow {
  const found = readDefinition(path, machine, flags);
  return leadingTo(EXIT.DEFINITION, () => {
    const type = typeOf(flags);
    if ('app' in found) {
      return type === undefined || type === found.machine.type
        ? compileMachine(found.machine, found.app)
        : compileWorkflow(found.machine.definition, type, found.machine, found.app);
    }
    const text = withPseudoParameters(found.text);
    rejectPlaceholders(text, keyTexts(flags.substitutions, '--substitutions'), adviceForPlaceholders, path);
    return compileWorkflow(parseJson(text, 'DEFINITION_NOT_JSON', path) as JsonObject, type);
  });
}

function adviceForPlaceholders(names: readonly string[]): string {
  const shown =
    names.length > 3 ? 'FILE.json, an object from names to values' : names.map(name => `'${name}=VALUE'`).join(' ');
  return `Add --substitutions ${shown}; or run the template that fills them in. For text that is no placeholder, give its own text as the value.`;
}

/** The definition in a file, or the machine in a template or folder. Nothing is compiled. */
export function readDefinition(
  path: string,
  machine: string | undefined,
  flags: SourceFlags,
): { readonly definition: JsonObject; readonly text: string } | { readonly machine: Machine; readonly app: LocalApp } {
  const source = openSource(path, flags);
  if (source.kind === 'app') {
    return { machine: leadingTo(EXIT.USAGE, () => findMachine(source.app, machine)), app: source.app };
  }
  const { value, text } = source;
  const json = leadingTo(EXIT.DEFINITION, () => value ?? parseJson(text, 'DEFINITION_NOT_JSON', path));
  if (machine !== undefined) {
    throw new CommandFailure(
      EXIT.USAGE,
      new StepwrightError(
        'MACHINE_NOT_NEEDED',
        `'${path}' is a single definition, so there is no state machine to choose`,
        {
          received: `--machine ${machine}`,
          fix: 'Leave --machine out.',
        },
      ),
    );
  }
  return leadingTo(EXIT.DEFINITION, () => ({ definition: definitionIn(json) as JsonObject, text }));
}

/**
 * JSON of a text. An error has the line and column.
 *
 * @throws StepwrightError of that code
 */
export function parseJson(text: string, code: ErrorCode, where: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    const { problem } = scanJson(text);
    throw new StepwrightError(code, 'this is not valid JSON', {
      where: problem ? `${where}:${problem.line}:${problem.column}` : where,
      received: (cause as Error).message.replace(/\s*\n\s*/g, ' '),
      fix: `Fix it there${problem ? `: ${problem.message}` : ''}.`,
      cause,
    });
  }
}
