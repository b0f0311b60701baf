import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { Json } from '../asl';
import { StepwrightError } from '../errors';
import { LIMIT_NAMES, type LimitName } from '../interpreter';
import { machineNamesOf, readMocks, runLocally, type Mocks, type RunResult, type CompiledWorkflow } from '../local';
import { EXIT, EXIT_CODES_HELP } from './exit-codes';
import { openFile, writeOutput } from './output-file';
import { progressLine } from './progress-line';
import { readText } from './read-text';
import { resultJson, resultMarkdown, resultText, brokenText } from './run-report';
import { STANDARD_INPUT, mocksOfCase } from '../sources';
import { objectsIn } from './objects-in';
import { CommandFailure, leadingTo, parseJson, readWorkflow, withSourceFlags, type SourceFlags } from './source';

interface RunFlags extends SourceFlags {
  readonly machine?: string;
  readonly input?: string;
  readonly mocks?: string;
  readonly mockConfig?: string;
  readonly case?: string;
  readonly unmocked: 'refuse' | 'default';
  readonly fieldValidation?: 'strict' | 'present' | 'none';
  readonly newMembers?: readonly string[];
  readonly format: 'text' | 'json' | 'markdown';
  readonly html?: string;
  readonly open?: boolean;
  readonly redact?: readonly string[];
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
  stepwright run template.yaml --parameters Stage=test --mocks mocks.json
  stepwright run template.yaml --mock-config MockConfigFile.json --case HappyPath
  stepwright run cdk.out --machine OrderWorkflow --input order.json --format json`;

/** `stepwright run`: runs a workflow locally, in virtual time. */
export function runCommand(): Command {
  return withSourceFlags(new Command('run'))
    .description('Run a workflow on this machine, in virtual time: a wait of a day takes none')
    .argument(
      '<source>',
      'a definition (*.asl.json, *.asl.yaml), a template of CloudFormation or SAM, a cdk.out folder, or the JSON of "terraform show"',
    )
    .option(
      '-m, --machine <name>',
      'the state machine, where there are several: construct id, path, logical id or name',
    )
    .option('-i, --input <json>', 'the input: JSON text, a file with it, or - for standard input', '{}')
    .option('--mocks <json>', 'the mocks of Tasks: a JSON file, or the JSON itself')
    .option('--mock-config <file>', 'a MockConfigFile of Step Functions Local (default: the file in SFN_MOCK_CONFIG)')
    .option('--case <name>', 'the test case of the MockConfigFile: CASE, or MACHINE#CASE')
    .addOption(
      new Option('-f, --format <format>', 'how the result is written')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .addOption(
      new Option('--permissions <mode>', 'whether each call needs the permissions of the role in the template')
        .choices(['enforce', 'ignore'])
        .default('enforce'),
    )
    .addOption(new Option('--without-limits <names...>', 'limits that this run ignores').choices([...LIMIT_NAMES]))
    .addOption(
      new Option('--unmocked <mode>', 'what happens to a Task without a mock')
        .choices(['refuse', 'default'])
        .default('refuse'),
    )
    .addOption(
      new Option(
        '--field-validation <mode>',
        'how results of mocks are compared with what the services return (default: strict)',
      ).choices(['strict', 'present', 'none']),
    )
    .option('--new-members <names...>', 'members of arguments that are newer than the service models')
    .option('--html <file>', 'write a page that plays the run back; it contains the payloads of the run')
    .option('--open', 'open that page')
    .option('--redact <paths...>', 'values that the page does not show, such as card.number: at any depth')
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
    const own = leadingTo(EXIT.USAGE, () => mocksOf(flags.mocks));
    const input = leadingTo(EXIT.USAGE, () => inputOf(flags.input ?? '{}'));
    const workflow = readWorkflow(source, flags.machine, flags);
    const mocks = leadingTo(EXIT.USAGE, () => ({ ...mocksOfConfig(flags, workflow), ...own }));
    const result = leadingTo(EXIT.USAGE, () => runShown(workflow, input, flags, mocks));
    if (flags.html !== undefined || flags.open) leadingTo(EXIT.USAGE, () => writePage(result, flags));
    process.stdout.write(
      flags.format === 'json'
        ? resultJson(result)
        : flags.format === 'markdown'
          ? resultMarkdown(result)
          : resultText(result, { color: process.stdout.isTTY, width: process.stdout.columns }),
    );
    return result.status === 'SUCCEEDED' ? EXIT.OK : EXIT.FAILED;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    process.stderr.write(brokenText(error.reason));
    return error.exitCode;
  }
}

/** Writes the page, and says on standard error where it is. */
function writePage(result: RunResult, { html = 'stepwright-run.html', open, redact = [] }: RunFlags): void {
  writeOutput(html, result.toHtml({ redact }));
  const payloads =
    redact.length === 0
      ? 'It contains the payloads of the run: use --redact before you share it.'
      : `These values are redacted: ${redact.join(', ')}.`;
  process.stderr.write(`The run's page is ${html}. ${payloads}\n`);
  if (open) openFile(html);
}

function runShown(workflow: CompiledWorkflow, input: Json, flags: RunFlags, mocks: Mocks): RunResult {
  const line = progressLine(process.stdout.isTTY ? process.stderr : undefined);
  try {
    return runLocally(workflow, input, {
      mocks,
      unmocked: flags.unmocked,
      ...(flags.fieldValidation ? { fieldValidation: flags.fieldValidation } : {}),
      newMembers: flags.newMembers,
      seed: flags.seed,
      startTime: flags.startTime,
      permissions: flags.permissions,
      withoutLimits: flags.withoutLimits,
      files: flags.files === undefined ? undefined : objectsIn(flags.files).all(),
      onProgress: line.show,
    });
  } finally {
    line.clear();
  }
}

/** The mocks of a test case of Step Functions Local. */
function mocksOfConfig({ mockConfig, case: testCase }: RunFlags, { machine }: CompiledWorkflow): Mocks {
  const file = mockConfig ?? process.env.SFN_MOCK_CONFIG;
  if (testCase === undefined) {
    if (mockConfig === undefined) return {};
    throw new StepwrightError('UNKNOWN_CASE', 'a mock configuration file needs a test case', {
      where: '--mock-config',
      fix: 'Add --case CASE.',
    });
  }
  if (file === undefined) {
    throw new StepwrightError('UNKNOWN_CASE', 'a test case needs the file that has it', {
      where: '--case',
      fix: 'Add --mock-config FILE, or set SFN_MOCK_CONFIG.',
    });
  }
  const names = machine === undefined ? [] : machineNamesOf(machine);
  return readMocks(mocksOfCase(file, { names }, testCase));
}

/** The input: JSON text, or the text of a file, or of standard input for `-`. */
function inputOf(text: string): Json {
  const isFile = text === STANDARD_INPUT || (text.length < 4096 && existsSync(text)) || /\.json$|^[./~]/.test(text);
  if (!isFile) return parseJson(text, 'INPUT_NOT_JSON', '--input');
  const content = readText(text, '--input', 'JSON, the path of a JSON file, or - for standard input');
  return parseJson(content, 'INPUT_NOT_JSON', text === STANDARD_INPUT ? '--input' : text);
}

/** The mocks: the text itself if it is a JSON object, otherwise the content of the file with that name. */
function mocksOf(text: string | undefined): Mocks {
  if (text === undefined) return {};
  if (text.trimStart().startsWith('{')) return readMocks(parseJson(text, 'MOCKS_NOT_JSON', '--mocks'));
  const content = readText(
    text,
    '--mocks',
    'the path of a JSON file, or a JSON object that maps the name of a Task to its mock',
  );
  return readMocks(parseJson(content, 'MOCKS_NOT_JSON', text));
}
