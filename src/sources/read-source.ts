import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isJsonObject, quotePlaceholders, type Json } from '../asl';
import { transformsOf, type Advice, type LocalApp, type ReadOptions } from '../cloudformation';
import { nearest, StepwrightError } from '../errors';
import { rejectByContent, rejectByName } from './other-formats';
import { substituted } from './placeholders';
import { readCloudAssembly, readTemplate, rejectTags } from './read-app';
import { expandsSam } from './sam/expand-sam';
import { isTerraformJson, readTerraform } from './terraform/read-terraform';
import { readYaml, type YamlReading } from './yaml/read-yaml';
import type { Place } from './yaml/yaml-values';

/** How a source is read. */
export interface SourceOptions extends ReadOptions {
  /** Values of the placeholders of a definition, such as `${Name}`. @default - none */
  readonly substitutions?: Readonly<Record<string, string>>;
}

/** A definition in a file of its own. */
export interface DefinitionSource {
  readonly kind: 'definition';
  /** The text as JSON, with placeholders filled in. */
  readonly text: string;
  /** Its value; undefined if the text is not JSON. Placeholders outside quotes are in quotes. */
  readonly value: Json | undefined;
  /** Where values begin in a file in YAML; undefined for JSON. */
  readonly positions: ReadonlyMap<string, Place> | undefined;
  readonly warnings: readonly string[];
}

/** State machines with what is around them: a template, a cdk.out folder, or the JSON of Terraform. */
export interface AppSource {
  readonly kind: 'app';
  readonly app: LocalApp;
  readonly warnings: readonly string[];
}

/** Stands for standard input, as in most commands. */
export const STANDARD_INPUT = '-';

/**
 * Reads what a file or a folder has: a definition, a template of CloudFormation or SAM, a cdk.out folder, or the JSON of
 * `terraform show`.
 *
 * @param advice says how readers of errors supply values
 * @throws StepwrightError FILE_NOT_FOUND, OTHER_FORMAT for files of other tools, and others for what can't be read
 */
export function readSource(path: string, options: SourceOptions = {}, advice?: Advice): DefinitionSource | AppSource {
  if (path === STANDARD_INPUT) return ofText(path, readFileSync(0, 'utf8'), options, advice);
  if (!existsSync(path)) {
    throw new StepwrightError('FILE_NOT_FOUND', `the file or folder '${path}' does not exist`, {
      allowed: 'a definition (*.asl.json, *.asl.yaml), a template, a cdk.out folder, or the JSON of terraform show',
    });
  }
  if (statSync(path).isDirectory()) {
    rejectFolder(path);
    return { kind: 'app', app: readCloudAssembly(path, options, advice), warnings: [] };
  }
  rejectByName(path);
  return ofText(path, readFileSync(path, 'utf8'), options, advice);
}

function ofText(
  path: string,
  content: string,
  options: SourceOptions,
  advice: Advice | undefined,
): DefinitionSource | AppSource {
  const text = content.replace(/^\uFEFF/, '');
  const isYaml = /\.ya?ml$/i.test(path) || !/^\s*[{[]/.test(text);
  return isYaml ? ofYaml(path, text, options, advice) : ofJson(path, text, options, advice);
}

function ofJson(
  path: string,
  text: string,
  options: SourceOptions,
  advice: Advice | undefined,
): DefinitionSource | AppSource {
  const value = jsonOf(text);
  if (value !== undefined) {
    const app = appOf(path, value, options, advice);
    if (app) return { kind: 'app', app, warnings: [] };
  }
  const filled = substituted(text, options.substitutions);
  return { kind: 'definition', text: filled, value: jsonOf(filled), positions: undefined, warnings: [] };
}

function ofYaml(
  path: string,
  text: string,
  options: SourceOptions,
  advice: Advice | undefined,
): DefinitionSource | AppSource {
  const unfilled = yamlOrError(text, path);
  const app = unfilled instanceof StepwrightError ? undefined : appOf(path, unfilled.value, options, advice);
  if (app) return { kind: 'app', app, warnings: templateWarnings(path, unfilled as YamlReading) };
  // placeholders are filled in before the YAML is read, so `Seconds: ${Delay}` becomes a number
  const reading = yamlOrError(substituted(text, options.substitutions), path);
  if (reading instanceof StepwrightError) throw reading;
  rejectTags(reading.tags, path);
  const filled = JSON.stringify(reading.value, undefined, 2);
  return {
    kind: 'definition',
    text: filled,
    value: jsonOf(filled),
    positions: reading.positions,
    warnings: [
      ...duplicates(path, reading),
      ...reading.versionDependent.map(
        ({ line, column, text: scalar }) =>
          `${path}:${line}:${column} ${scalar} is read as YAML 1.1 has it, and other tools may read it in another way. Put it in quotes, or write true, false, or a plain number.`,
      ),
    ],
  };
}

function appOf(path: string, value: Json, options: SourceOptions, advice: Advice | undefined): LocalApp | undefined {
  if (isJsonObject(value) && isJsonObject(value.Resources) && value.States === undefined) {
    return readTemplate(value, options, dirname(path), advice);
  }
  if (isTerraformJson(value)) return readTerraform(value, options, advice);
  rejectByContent(path, value);
  return undefined;
}

function yamlOrError(text: string, path: string): YamlReading | StepwrightError {
  try {
    return readYaml(text, path);
  } catch (error) {
    if (error instanceof StepwrightError) return error;
    throw error;
  }
}

/** The value of a JSON text, in which placeholders may be outside quotes. */
function jsonOf(text: string): Json | undefined {
  for (const candidate of [text, quotePlaceholders(text)]) {
    try {
      return JSON.parse(candidate) as Json;
    } catch {
      // the next candidate
    }
  }
  return undefined;
}

/** The definition of a source, which has to be one. */
export function definitionIn(value: Json): Json {
  if (isJsonObject(value) && value.States !== undefined) return value;
  const near = isJsonObject(value)
    ? Object.keys(value).find(key => nearest(key, ['States', 'Resources']) !== undefined)
    : undefined;
  throw new StepwrightError(
    'INVALID_DEFINITION',
    'this is neither a definition (with States) nor a template (with Resources)',
    {
      received: isJsonObject(value)
        ? `an object with ${Object.keys(value).slice(0, 8).join(', ') || 'no members'}`
        : JSON.stringify(value).slice(0, 80),
      fix: near === undefined ? undefined : `Fix '${near}'.`,
    },
  );
}

/**
 * CloudFormation rejects aliases and merge keys, which `sam deploy` and `aws cloudformation package` expand.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
function templateWarnings(path: string, reading: YamlReading): readonly string[] {
  const [alias] = reading.aliases;
  const isSam = isJsonObject(reading.value) && expandsSam(transformsOf(reading.value));
  const aliases =
    alias === undefined || isSam
      ? []
      : [
          `${path}:${alias.line}:${alias.column} ${alias.text === '<<' ? 'a merge key' : 'an alias'}: CloudFormation rejects it if this template is deployed directly. "aws cloudformation package" expands it.`,
        ];
  return [...duplicates(path, reading), ...aliases];
}

function duplicates(path: string, { duplicateKeys }: YamlReading): readonly string[] {
  return duplicateKeys.map(
    ({ line, column, text }) =>
      `${path}:${line}:${column} the key ${JSON.stringify(text)} appears twice; the last one counts.`,
  );
}

/** Names what a folder has, if it is not a cloud assembly. */
function rejectFolder(path: string): void {
  if (existsSync(join(path, 'manifest.json'))) return;
  const known = [
    'cdk.out',
    '.serverless/cloudformation-template-update-stack.json',
    'template.yaml',
    'template.yml',
    'template.json',
  ];
  const found =
    known.find(name => existsSync(join(path, name))) ??
    readdirSync(path).find(name => /\.asl\.(?:json|ya?ml)$/.test(name));
  throw new StepwrightError('INVALID_ASSEMBLY', 'the folder has no manifest.json', {
    where: path,
    fix:
      found === undefined
        ? 'Pass the cdk.out folder itself, a template, or a definition.'
        : `Pass ${join(path, found)}.`,
  });
}
