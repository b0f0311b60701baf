import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { isJsonObject, type Json } from '../asl';
import {
  readCloudAssembly as readAssembly,
  readTemplate as readPlainTemplate,
  type Advice,
  type LocalApp,
  type ReadOptions,
} from '../cloudformation';
import { didYouMean, StepwrightError } from '../errors';
import { expandSam } from './sam/expand-sam';
import { readYaml } from './yaml/read-yaml';

/** Reads one template of CloudFormation or SAM. Files that it names are found in `folder`. */
export function readTemplate(template: Json, options: ReadOptions = {}, folder?: string, advice?: Advice): LocalApp {
  return readPlainTemplate(template, options, {
    transform: expandSam,
    advice,
    readFile: folder === undefined ? undefined : file => fileText(folder, file),
    definitionJson: definitionText,
  });
}

/** Reads a cdk.out folder: all stacks, nested stacks and stages. */
export function readCloudAssembly(directory: string, options: ReadOptions = {}, advice?: Advice): LocalApp {
  return readAssembly(directory, options, { transform: expandSam, advice, definitionJson: definitionText });
}

/** The text of a file next to the template. A name that differs in case is not found: file systems differ there. */
function fileText(folder: string, name: string): string {
  const file = path.resolve(folder, name);
  const near = existsSync(path.dirname(file)) ? readdirSync(path.dirname(file)) : [];
  if (near.includes(path.basename(file)) && statSync(file).isFile()) return readFileSync(file, 'utf8');
  throw new StepwrightError(
    'FILE_NOT_FOUND',
    `there is no file '${name}' next to the template${didYouMean(path.basename(file), near)}`,
    {
      where: file,
      fix: 'Create the file, or fix its name in the template. A build step may have to run first.',
    },
  );
}

/** The JSON text of a definition in JSON or YAML, in which placeholders are filled in. JSON stays as it is written. */
export function definitionText(text: string, file: string): string {
  const plain = text.replace(/^\uFEFF/, '');
  if (!/\.ya?ml$/i.test(file) && /^\s*\{/.test(plain)) return plain;
  const { value, tags } = readYaml(plain, file);
  rejectTags(tags, file);
  return isJsonObject(value) ? JSON.stringify(value, undefined, 2) : plain;
}

/** Rejects CloudFormation's functions in the file of a definition: no tool resolves them there. */
export function rejectTags(
  tags: ReadonlyArray<{ readonly tag: string; readonly line: number; readonly column: number }>,
  file: string,
): void {
  const [first] = tags;
  if (!first) return;
  throw new StepwrightError('UNKNOWN_YAML_TAG', `a definition in a file of its own cannot use ${first.tag}`, {
    where: `${file}:${first.line}:${first.column}`,
    fix: 'Write a placeholder such as ${Name} there, and fill it in with DefinitionSubstitutions in the template.',
  });
}
