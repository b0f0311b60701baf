import { basename } from 'node:path';
import { Command, Option } from 'commander';
import type { JsonObject } from '../asl';
import { workflowHtml, workflowMermaid, workflowSvg } from '../graph';
import { EXIT } from './exit-codes';
import { writeOutput } from './output-file';
import { CommandFailure, leadingTo, readDefinition, withSourceFlags, type SourceFlags } from './source';

interface GraphFlags extends SourceFlags {
  readonly machine?: string;
  readonly format: 'svg' | 'mermaid' | 'html';
  readonly output?: string;
}

const HELP = `
Examples:
  stepwright graph order.asl.json > order.svg
  stepwright graph cdk.out --machine OrderWorkflow --output order.svg
  stepwright graph order.asl.json --format mermaid

Exit codes:
  0  the workflow was drawn
  2  bad usage: an option, or a file that cannot be read
  3  the definition can't be read or drawn`;

/** `stepwright graph`: draws a workflow. */
export function graphCommand(): Command {
  return withSourceFlags(new Command('graph'))
    .description('Draw a workflow as SVG, as a Mermaid diagram, or as a page')
    .argument(
      '<source>',
      'a definition (*.asl.json), a CloudFormation template, or a folder that "cdk synth" has written',
    )
    .option('-m, --machine <name>', 'the state machine, if there are several: construct id, path, logical id, or name')
    .addOption(
      new Option('-f, --format <format>', 'the kind of picture').choices(['svg', 'mermaid', 'html']).default('svg'),
    )
    .option('-o, --output <file>', 'the file to write (default: standard output)')
    .addHelpText('after', HELP)
    .exitOverride()
    .action((source: string, flags: GraphFlags) => {
      process.exitCode = perform(source, flags);
    });
}

const DRAW: Readonly<Record<GraphFlags['format'], (definition: JsonObject, title: string) => string>> = {
  svg: workflowSvg,
  mermaid: workflowMermaid,
  html: workflowHtml,
};

function perform(source: string, flags: GraphFlags): number {
  const { machine, format, output } = flags;
  try {
    const found = readDefinition(source, machine, flags);
    const definition = 'app' in found ? found.machine.definition : found.definition;
    const title = 'app' in found ? found.machine.name : basename(source).replace(/(\.asl)?\.(json|ya?ml)$/i, '');
    const picture = leadingTo(EXIT.DEFINITION, () => DRAW[format](definition, title));
    if (output === undefined) process.stdout.write(picture);
    else leadingTo(EXIT.USAGE, () => writeOutput(output, picture));
    return EXIT.OK;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    process.stderr.write(`${error.reason.message}\n`);
    return error.exitCode;
  }
}
