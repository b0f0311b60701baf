import { isJsonObject, type Json } from '../asl';
import { StepwrightError } from '../errors';
import type { Advice } from './advice';
import type { LocalApp } from './app';
import { localApp } from './local-app';
import type { ReadOptions } from './read-options';
import { shown } from './resolve/failures';
import { partitionOf, type StackTemplate, type Transform } from './stack-template';

/** How a template is read by those who know more than its text. */
export interface TemplateReading {
  /** @default - none */
  readonly transform?: Transform;
  /** @default - for readers who call the library */
  readonly advice?: Advice;
  /** Gives the text of a file by its path from the template's folder. @default - no file is found */
  readonly readFile?: (path: string) => string | undefined;
  /** Turns the text of a definition's file into JSON. @default - the text is JSON */
  readonly definitionJson?: (text: string, file: string) => string;
}

/** Reads one synthesized template: its state machines, roles and neighbors. */
export function readTemplate(template: Json, options: ReadOptions = {}, reading: TemplateReading = {}): LocalApp {
  const {
    stackName = 'Stack',
    region = 'us-east-1',
    account = '123456789012',
    partition = partitionOf(region),
  } = options;
  if (!isJsonObject(template) || !isJsonObject(template.Resources)) {
    throw new StepwrightError('INVALID_TEMPLATE', 'this is not a CloudFormation template', {
      where: stackName,
      received: shown(template),
      allowed: 'a JSON object with Resources',
      fix: 'Pass the synthesized template as an object: Template.fromStack(stack).toJSON(), or the parsed template file.',
    });
  }
  const stack: StackTemplate = {
    name: stackName,
    template,
    region,
    account,
    partition,
    paths: new Map(),
    parameters: new Map(),
    readAsset: () => undefined,
    readFile: reading.readFile ?? (() => undefined),
    nested: new Map(),
  };
  return localApp({
    stacks: [stack],
    options,
    transform: reading.transform,
    advice: reading.advice,
    definitionJson: reading.definitionJson,
  });
}
