import { isJsonObject, type Json, type JsonObject } from '../asl';
import { StepwrightError } from '../errors';
import { own } from './own';
import { invalidTemplate, shown, unresolved } from './resolve/failures';
import { boundedText, checkLength } from './resolve/limits';
import { below, placeText, type TemplatePlace } from './resolve/template-place';
import type { StackScope, TemplateResource } from './resolve/template-scope';
import { textOf } from './resolve/texts';

const DEFINITION_PROPERTIES = ['Definition', 'DefinitionString', 'DefinitionS3Location', 'DefinitionUri'] as const;

/** Returns a machine's definition as a string, as AWS receives it: functions resolved and substitutions made. */
export function definitionTextOf(machine: TemplateResource, scope: StackScope): string {
  const place = below(machine.place, 'Properties');
  const present = DEFINITION_PROPERTIES.filter(name => own(machine.properties, name) !== undefined);
  if (present.length !== 1) {
    throw invalidTemplate('a state machine needs exactly one definition', place, {
      received: present.length === 0 ? 'none' : present.join(', '),
      allowed: 'DefinitionString, Definition or DefinitionS3Location',
    });
  }
  const { text, file } = definitionBefore(present[0], machine, scope, below(place, present[0]));
  const filled = substituted(text, substitutionsOf(machine, scope), below(place, 'DefinitionSubstitutions'));
  // A file in YAML is read after the substitutions: public templates have `Seconds: ${Delay}` in them, which has to
  // become a number. No recording shows the order.
  return file === undefined ? filled : (scope.app.definitionJson?.(filled, file) ?? filled);
}

/** The definition, parsed. */
export function parsedDefinition(text: string, machine: TemplateResource): JsonObject {
  const where = placeText(machine.place);
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    const message = (error as Error).message;
    const unfilled = /\$\{[A-Za-z0-9_]+\}/.exec(text)?.[0];
    throw new StepwrightError('DEFINITION_NOT_JSON', 'the definition in the template is not valid JSON', {
      where,
      received: `${message}: ${nearby(text, message)}`,
      fix: unfilled
        ? `If ${unfilled} is a placeholder, add it to DefinitionSubstitutions.`
        : 'Fix the JSON. If the definition is YAML, convert it to JSON.',
      cause: error,
    });
  }
  if (isJsonObject(value)) return value;
  throw new StepwrightError('INVALID_DEFINITION', 'a definition must be a JSON object', {
    where,
    received: shown(value),
  });
}

/** The text of a definition before its substitutions, and the file that has it. */
function definitionBefore(
  property: (typeof DEFINITION_PROPERTIES)[number],
  machine: TemplateResource,
  scope: StackScope,
  place: TemplatePlace,
): { readonly text: string; readonly file?: string } {
  const raw = machine.properties[property];
  const value = scope.propertyOf(machine, property);
  if (value === undefined) throw invalidTemplate('the definition is AWS::NoValue', place);
  if (property === 'DefinitionString') return { text: textOf(value, place) };
  if (property === 'Definition') {
    if (!isJsonObject(value)) {
      throw invalidTemplate('Definition must be a JSON object', place, { received: shown(raw) });
    }
    return { text: boundedText(JSON.stringify(value, undefined, 2), place) };
  }
  // `aws cloudformation package` and `sam package` upload the file and put its location in this place
  if (typeof value === 'string' && !/^(?:s3|https):\/\//.test(value)) {
    return { text: textOfFile(value, scope, place), file: value };
  }
  return textOfAsset(value, scope, place);
}

function textOfFile(path: string, scope: StackScope, place: TemplatePlace): string {
  const text = scope.stack.readFile(path);
  if (text !== undefined) return text;
  throw unresolved(`the definition in the file ${JSON.stringify(path)}`, place, scope.app.advice.file(path));
}

function textOfAsset(
  location: Json,
  scope: StackScope,
  place: TemplatePlace,
): { readonly text: string; readonly file: string } {
  const [, uriBucket, uriKey] = typeof location === 'string' ? (/^s3:\/\/([^/]+)\/(.+)$/.exec(location) ?? []) : [];
  const bucket = textOf(uriBucket ?? own(location, 'Bucket') ?? null, below(place, 'Bucket'));
  const key = textOf(uriKey ?? own(location, 'Key') ?? null, below(place, 'Key'));
  const text = scope.app.options.readAsset?.({ bucket, key }) ?? scope.stack.readAsset({ bucket, key });
  if (text !== undefined) return { text, file: key };
  throw unresolved(`the definition in s3://${bucket}/${key}`, place, scope.app.advice.object(bucket, key));
}

function substitutionsOf(machine: TemplateResource, scope: StackScope): ReadonlyMap<string, string> {
  const place = below(below(machine.place, 'Properties'), 'DefinitionSubstitutions');
  const value = scope.propertyOf(machine, 'DefinitionSubstitutions');
  if (value === undefined) return new Map();
  if (!isJsonObject(value)) {
    throw invalidTemplate('DefinitionSubstitutions must be an object', place, { received: shown(value) });
  }
  return new Map(Object.entries(value).map(([key, replacement]) => [key, textOf(replacement, below(place, key))]));
}

/**
 * Replaces `${NAME}`, inside or outside quotes, until nothing changes, as the AWS resource provider does. Placeholders
 * without a substitution are kept.
 */
function substituted(text: string, substitutions: ReadonlyMap<string, string>, place: TemplatePlace): string {
  if (substitutions.size === 0) return text;
  let current = text;
  for (let pass = 0; pass <= Math.max(5, substitutions.size); pass++) {
    let length = current.length;
    const next = current.replace(/\$\{([^${}]*)\}/g, (whole, name: string) => {
      const replacement = substitutions.get(name);
      length += replacement?.length ?? 0;
      checkLength(length, place);
      return replacement ?? whole;
    });
    if (next === current) return current;
    current = next;
  }
  throw invalidTemplate('the substitutions never end, because they refer to each other', place, {
    received: [...substitutions.keys()].join(', '),
  });
}

function nearby(text: string, message: string): string {
  const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? (/end of JSON/i.test(message) ? text.length : 0));
  return JSON.stringify(text.slice(Math.max(0, offset - 40), offset + 40));
}
