import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { isJsonObject, type Json, type WorkflowType } from '../asl';
import { readCloudAssembly, readTemplate, type LocalApp } from '../cloudformation';
import { StepwrightError } from '../errors';
import { positionsIn, validate, type Diagnostic, type Position } from '../validation';
import { EXIT } from './exit-codes';
import { readYaml } from './read-yaml';
import { sarifText } from './sarif';
import { findingsJson, findingsText, type Finding } from './validation-report';

interface ValidateFlags {
  readonly type?: 'standard' | 'express';
  readonly format: 'text' | 'json' | 'sarif';
}

const HELP = `
Examples:
  stepwright validate order.asl.json
  stepwright validate cdk.out --format json
  stepwright validate definitions/*.asl.json --type express --format sarif > findings.sarif

Exit codes:
  0  no errors (there may be warnings)
  1  errors were found
  2  bad usage: an option, or a file that cannot be read`;

/** `stepwright validate`: what is wrong with definitions, before they are deployed. */
export function validateCommand(): Command {
  return new Command('validate')
    .description('Find mistakes in definitions, templates and cdk.out folders')
    .argument(
      '<files...>',
      'definitions (*.asl.json, *.asl.yaml), CloudFormation templates, or folders that "cdk synth" has written',
    )
    .addOption(
      new Option('--type <type>', 'the type of the workflows (default: what the template says, else standard)').choices(
        ['standard', 'express'],
      ),
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

function perform(files: readonly string[], { type, format }: ValidateFlags): number {
  const given = type && (type.toUpperCase() as WorkflowType);
  const findings: Finding[] = [];
  for (const file of files) {
    try {
      findings.push(...findingsIn(file, given));
    } catch (error) {
      if (!(error instanceof StepwrightError)) throw error;
      process.stderr.write(`${error.message}\n`);
      return EXIT.USAGE;
    }
  }
  process.stdout.write(
    format === 'json'
      ? findingsJson(findings)
      : format === 'sarif'
        ? sarifText(findings)
        : findingsText(findings, files.length, process.stdout.isTTY),
  );
  return findings.some(({ severity }) => severity === 'ERROR') ? EXIT.FAILED : EXIT.OK;
}

function findingsIn(file: string, type: WorkflowType | undefined): Finding[] {
  if (!existsSync(file)) {
    throw new StepwrightError('FILE_NOT_FOUND', `there is no file or folder '${file}'`, {
      allowed: 'a definition (*.asl.json), a template, or a cdk.out folder',
    });
  }
  if (statSync(file).isDirectory()) return ofApp(file, readCloudAssembly(file), type);
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const isYaml = /\.ya?ml$/i.test(file);
  const value = isYaml ? readYaml(text, file) : jsonIn(text);
  if (isJsonObject(value) && isJsonObject(value.Resources) && value.States === undefined) {
    return ofApp(file, readTemplate(value, { stackName: stackNameOf(file) }), type);
  }
  const positions = isYaml ? new Map<string, Position>() : positionsIn(text);
  return validate(isYaml ? (value ?? null) : text, { type }).map(diagnostic => ({
    file,
    ...diagnostic,
    ...(positionInText(diagnostic) ?? positionAt(diagnostic.pointer, positions)),
  }));
}

/** Each machine of a template or an assembly. What only a deployment knows is not known, never wrong. */
function ofApp(file: string, { machines }: LocalApp, type: WorkflowType | undefined): Finding[] {
  return machines.flatMap(machine => {
    const name = (machine.path ?? `${machine.stack}/${machine.logicalId}`).replace(/\/Resource$/, '');
    try {
      return validate(machine.definitionText, { type: type ?? machine.type }).map(diagnostic => ({
        file,
        machine: name,
        ...diagnostic,
      }));
    } catch (error) {
      if (!(error instanceof StepwrightError)) throw error;
      const { code, summary, fix } = error;
      return [
        {
          file,
          machine: name,
          rule: 'unreadable-definition',
          code,
          severity: 'WARNING' as const,
          message: `the definition cannot be read: ${summary}`,
          pointer: '',
          fix,
        },
      ];
    }
  });
}

/** A template does not say the name of its stack: the CDK names the file after it. */
function stackNameOf(file: string): string {
  return basename(file).split('.')[0];
}

function jsonIn(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
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
