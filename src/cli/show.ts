import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { StepwrightError } from '../errors';
import { playerHtml } from '../graph';
import { EXIT } from './exit-codes';
import { openFile, writeOutput } from './output-file';
import { CommandFailure, leadingTo, parseJson, readDefinition, withSourceFlags, type SourceFlags } from './source';
import { pageOfHistories, redactPage } from '../local/page';

interface ShowFlags extends SourceFlags {
  readonly definition?: string;
  readonly machine?: string;
  readonly html: string;
  readonly open?: boolean;
  readonly redact: readonly string[];
}

const HELP = `
Examples:
  aws stepfunctions get-execution-history --execution-arn ARN > history.json
  stepwright show history.json --definition order.asl.json --open
  stepwright show good.json bad.json --definition cdk.out --machine OrderWorkflow --html compare.html

Exit codes:
  0  the page was written
  2  bad usage: an option, or a file that cannot be read
  3  the definition can't be read`;

/** `stepwright show`: writes a page that plays back executions recorded on AWS. */
export function showCommand(): Command {
  return withSourceFlags(new Command('show'))
    .description('Write a page that plays back executions recorded on AWS')
    .argument('<histories...>', 'execution histories, as "aws stepfunctions get-execution-history" prints them')
    .option(
      '-d, --definition <source>',
      'the definition that ran: a file, a CloudFormation template, or a cdk.out folder',
    )
    .option('-m, --machine <name>', 'the state machine, if there are several: construct id, path, logical id, or name')
    .option('--html <file>', 'the page to write', 'stepwright-run.html')
    .option('--open', 'open the page')
    .option('--redact <paths...>', 'values that the page does not show, such as card.number: at any depth', [])
    .addHelpText('after', HELP)
    .exitOverride()
    .action((histories: string[], flags: ShowFlags) => {
      process.exitCode = perform(histories, flags);
    });
}

function perform(histories: readonly string[], flags: ShowFlags): number {
  const { definition: source, machine, html, open, redact } = flags;
  try {
    const found = source === undefined ? undefined : readDefinition(source, machine, flags);
    const definition = found && ('app' in found ? found.machine.definition : found.definition);
    leadingTo(EXIT.USAGE, () => {
      const recorded = histories.map(file => ({
        name: basename(file).replace(/\.json$/i, ''),
        history: jsonIn(file),
        definition,
      }));
      const title = found && 'app' in found ? found.machine.name : recorded[0].name;
      writeOutput(html, playerHtml(redactPage(pageOfHistories(title, recorded), redact)));
    });
    const payloads =
      redact.length === 0
        ? 'It contains the payloads of the execution: use --redact before you share it.'
        : `These values are redacted: ${redact.join(', ')}.`;
    process.stdout.write(`The page is ${html}. ${payloads}\n`);
    if (open) openFile(html);
    return EXIT.OK;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    process.stderr.write(`${error.reason.message}\n`);
    return error.exitCode;
  }
}

function jsonIn(file: string): ReturnType<typeof parseJson> {
  if (!existsSync(file)) {
    throw new StepwrightError('FILE_NOT_FOUND', `There is no file ${JSON.stringify(file)}`, {
      allowed: 'an execution history as JSON',
    });
  }
  return parseJson(readFileSync(file, 'utf8'), 'INVALID_HISTORY', file);
}
