import { basename } from 'node:path';
import { Command, Option } from 'commander';
import type { WorkflowType } from '../asl';
import type { LocalApp } from '../cloudformation';
import { StepwrightError } from '../errors';
import { positionsIn, validate, type Diagnostic, type Position } from '../validation';
import { EXIT } from './exit-codes';
import { sarifText } from './sarif';
import { CommandFailure, openSource, typeOf, withSourceFlags, type SourceFlags } from './source';
import { findingsJson, findingsText, type Finding } from './validation-report';

interface ValidateFlags extends SourceFlags {
  readonly format: 'text' | 'json' | 'sarif';
}

const HELP = `
Examples:
  stepwright validate order.asl.json
  stepwright validate cdk.out --format json
  stepwright validate definitions/*.asl.json --type express --format sarif > findings.sarif

Exit codes:
  0  no errors (there may be warnings)
  1  errors were found, or a definition could not be read
  2  bad usage: an option, or a file that cannot be read`;

/** `stepwright validate`: what is wrong with definitions, before they are deployed. */
export function validateCommand(): Command {
  return withSourceFlags(new Command('validate'))
    .description('Find mistakes in definitions, templates and cdk.out folders')
    .argument(
      '<files...>',
      'definitions (*.asl.json, *.asl.yaml), templates of CloudFormation or SAM, cdk.out folders, or the JSON of "terraform show"',
    )
    .addOption(
      new Option('-f, --format <format>', 'how the findings are written')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .addHelpText('after', HELP)
    .exitOverride()
    .action((files: string[], flags: ValidateFlags) => {
      process.exitCode = perform(files, flags);
    });
}

/** What was found in one file or folder. */
interface Checked {
  readonly findings: readonly Finding[];
  /** Definitions that were read and checked. */
  readonly definitions: number;
}

function perform(files: readonly string[], flags: ValidateFlags): number {
  const all: Checked[] = [];
  for (const file of files) {
    try {
      all.push(check(file, flags));
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      process.stderr.write(`${error.reason.message}\n`);
      return EXIT.USAGE;
    }
  }
  const findings = all.flatMap(one => one.findings);
  const counts = { files: files.length, definitions: all.reduce((sum, one) => sum + one.definitions, 0) };
  process.stdout.write(
    flags.format === 'json'
      ? findingsJson(findings)
      : flags.format === 'sarif'
        ? sarifText(findings)
        : findingsText(findings, counts, process.stdout.isTTY),
  );
  return findings.some(({ severity }) => severity === 'ERROR') ? EXIT.FAILED : EXIT.OK;
}

function check(file: string, flags: ValidateFlags): Checked {
  const type = typeOf(flags);
  const source = openSource(file, flags, stackNameOf(file));
  if (source.kind === 'app') return ofApp(file, source.app, type);
  const { text, value } = source;
  const positions = source.positions ?? positionsIn(text);
  const findings = validate(source.positions ? (value ?? text) : text, { type }).map(diagnostic => ({
    file,
    ...diagnostic,
    ...(positionInText(diagnostic) ?? positionAt(diagnostic.pointer, positions)),
  }));
  return { findings, definitions: 1 };
}

/** Each machine of a template or an assembly. A definition that can't be read is an error: it isn't checked. */
function ofApp(file: string, { machines }: LocalApp, type: WorkflowType | undefined): Checked {
  let definitions = 0;
  const findings = machines.flatMap((machine): Finding[] => {
    const name = (machine.path ?? `${machine.stack}/${machine.logicalId}`).replace(/\/Resource$/, '');
    try {
      const found = validate(machine.definitionText, { type: type ?? machine.type });
      definitions++;
      return found.map(diagnostic => ({ file, machine: name, ...diagnostic }));
    } catch (error) {
      if (!(error instanceof StepwrightError)) throw error;
      const { code, summary, fix } = error;
      return [
        {
          file,
          machine: name,
          rule: 'unreadable-definition',
          code,
          severity: 'ERROR' as const,
          message: `the definition cannot be read: ${summary}`,
          pointer: '',
          fix,
        },
      ];
    }
  });
  return { findings, definitions };
}

/** A template does not say the name of its stack: the CDK names the file after it. */
function stackNameOf(file: string): string {
  return basename(file).split('.')[0] || 'Stack';
}

/** Where the text is no JSON: the location says it. */
function positionInText({ code, location = '' }: Diagnostic): Position | undefined {
  const [, line, column] =
    code === 'INVALID_JSON_DESCRIPTION' ? (/line: (\d+), column: (\d+)\]$/.exec(location) ?? []) : [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
}

/** Where a finding stands, or the nearest thing around it that has a place. */
function positionAt(pointer: string, positions: ReadonlyMap<string, Position>): Position | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const position = positions.get(at);
    if (position !== undefined || at === '') return position;
  }
}
