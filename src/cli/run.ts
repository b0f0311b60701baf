import { existsSync, readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { Json } from '../asl';
import { StepwrightError } from '../errors';
import { LIMIT_NAMES, type LimitName } from '../interpreter';
import { readMocks, runLocally, type Mocks, type RunResult, type CompiledWorkflow } from '../local';
import { EXIT, EXIT_CODES_HELP } from './exit-codes';
import { progressLine } from './progress-line';
import { resultJson, resultText, brokenText } from './run-report';
import { CommandFailure, leadingTo, parseJson, readSource } from './source';

interface RunFlags {
  readonly machine?: string;
  readonly input?: string;
  readonly mocks?: string;
  readonly format: 'text' | 'json';
  readonly seed?: string;
  readonly startTime?: string;
  readonly permissions: 'enforce' | 'ignore';
  readonly withoutLimits?: readonly LimitName[];
}

const EXAMPLES = `
Mocks are a JSON object, in a file or inline. Its keys are names of states, functions, or resources:
  { "Charge card": { "fails": { "error": "CardDeclined" } },
    "Reserve stock": { "returnsPayload": { "ok": true }, "durationSeconds": 3 },
    "dynamodb:putItem": { "returns": {} } }

Examples:
  stepwright run order.asl.json --input '{"id":"A1"}' --mocks mocks.json
  stepwright run cdk.out --machine OrderWorkflow --input order.json --format json`;

/** `stepwright run`: runs a workflow locally, in virtual time. */
export function runCommand(): Command {
  return new Command('run')
    .description('Run a workflow on this machine, in virtual time: a wait of a day takes none')
    .argument(
      '<source>',
      'a definition (*.asl.json), a CloudFormation template, or a folder that "cdk synth" has written',
    )
    .option(
      '-m, --machine <name>',
      'the state machine, where there are several: construct id, path, logical id or name',
    )
    .option('-i, --input <json>', 'the input: JSON text, or a file with it', '{}')
    .option('--mocks <json>', 'the mocks of Tasks: a JSON file, or the JSON itself')
    .addOption(
      new Option('-f, --format <format>', 'how the result is written').choices(['text', 'json']).default('text'),
    )
    .addOption(
      new Option('--permissions <mode>', 'whether each call needs the permissions of the role in the template')
        .choices(['enforce', 'ignore'])
        .default('enforce'),
    )
    .addOption(new Option('--without-limits <names...>', 'limits that this run ignores').choices([...LIMIT_NAMES]))
    .option('--seed <text>', 'decides all ids and random numbers: same seed, same history')
    .option('--start-time <time>', 'the virtual time at which the run starts, ISO 8601 (default: 2024-01-01T00:00:00Z)')
    .addHelpText('after', EXAMPLES + '\n' + EXIT_CODES_HELP)
    .exitOverride()
    .action((source: string, flags: RunFlags) => {
      process.exitCode = perform(source, flags);
    });
}

function perform(source: string, flags: RunFlags): number {
  try {
    const mocks = leadingTo(EXIT.USAGE, () => mocksOf(flags.mocks));
    const input = leadingTo(EXIT.USAGE, () => inputOf(flags.input ?? '{}'));
    const workflow = readSource(source, flags.machine);
    const result = leadingTo(EXIT.USAGE, () => runShown(workflow, input, flags, mocks));
    process.stdout.write(
      flags.format === 'json'
        ? resultJson(result)
        : resultText(result, { color: process.stdout.isTTY, width: process.stdout.columns }),
    );
    return result.status === 'SUCCEEDED' ? EXIT.OK : EXIT.FAILED;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    process.stderr.write(brokenText(error.reason));
    return error.exitCode;
  }
}

function runShown(workflow: CompiledWorkflow, input: Json, flags: RunFlags, mocks: Mocks): RunResult {
  const line = progressLine(process.stdout.isTTY ? process.stderr : undefined);
  try {
    return runLocally(workflow, input, {
      mocks,
      seed: flags.seed,
      startTime: flags.startTime,
      permissions: flags.permissions,
      withoutLimits: flags.withoutLimits,
      onProgress: line.show,
    });
  } finally {
    line.clear();
  }
}

/** The input: the content of the file of that name, if there is one, else the text itself. */
function inputOf(text: string): Json {
  const isFile = text.length < 4096 && existsSync(text);
  const looksLikeFile = /\.json$|^[./~]/.test(text);
  if (!isFile && looksLikeFile) {
    throw new StepwrightError('FILE_NOT_FOUND', `there is no file '${text}'`, {
      where: '--input',
      allowed: 'JSON text, or a file with it',
    });
  }
  return parseJson(isFile ? readFileSync(text, 'utf8') : text, 'INPUT_NOT_JSON', isFile ? text : '--input');
}

/** The mocks: the text itself if it is a JSON object, otherwise the content of the file with that name. */
function mocksOf(text: string | undefined): Mocks {
  if (text === undefined) return {};
  if (text.trimStart().startsWith('{')) return readMocks(parseJson(text, 'MOCKS_NOT_JSON', '--mocks'));
  if (!existsSync(text)) {
    throw new StepwrightError('FILE_NOT_FOUND', `there is no file '${text}'`, {
      where: '--mocks',
      allowed: 'a JSON file, or a JSON object from the name of a Task to its mock',
    });
  }
  return readMocks(parseJson(readFileSync(text, 'utf8'), 'MOCKS_NOT_JSON', text));
}
