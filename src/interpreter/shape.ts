import { isJsonObject, type Json, type JsonObject } from '../asl';
import { StepwrightError } from '../errors';

/** What a field must be, so that it can be compiled at all. */
type Kind = 'text' | 'object' | 'objects' | 'texts';

const KINDS: Readonly<Record<Kind, { readonly says: string; readonly holds: (value: Json) => boolean }>> = {
  text: { says: 'a text', holds: value => typeof value === 'string' },
  object: { says: 'an object', holds: isJsonObject },
  objects: { says: 'a list of objects', holds: value => Array.isArray(value) && value.every(isJsonObject) },
  texts: {
    says: 'a list of texts',
    holds: value => Array.isArray(value) && value.every(item => typeof item === 'string'),
  },
};

const FIELDS: Readonly<Record<string, Kind>> = {
  Choices: 'objects',
  Branches: 'objects',
  Retry: 'objects',
  Catch: 'objects',
  ItemProcessor: 'object',
  Iterator: 'object',
  ItemReader: 'object',
  ItemBatcher: 'object',
  ResultWriter: 'object',
  Credentials: 'object',
  Assign: 'object',
  Resource: 'text',
  RoleArn: 'text',
  Next: 'text',
  Default: 'text',
  ItemsPath: 'text',
  SecondsPath: 'text',
  TimestampPath: 'text',
  Timestamp: 'text',
  TimeoutSecondsPath: 'text',
  HeartbeatSecondsPath: 'text',
  MaxConcurrencyPath: 'text',
  ErrorPath: 'text',
  CausePath: 'text',
};

/** The fields that a state of a type cannot be without. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Choice: ['Choices'],
  Parallel: ['Branches'],
  Task: ['Resource'],
};

/**
 * Checks what compiling a state takes for granted. All else that a definition can get wrong is the validation's matter.
 *
 * @throws StepwrightError INVALID_DEFINITION
 */
export function checkShape(name: string, state: JsonObject, where: string): void {
  for (const field of REQUIRED[state.Type as string] ?? []) {
    if (state[field] === undefined) throw invalid(name, `has no ${field}`, where, 'nothing', KINDS[FIELDS[field]].says);
  }
  for (const [field, kind] of Object.entries(FIELDS)) check(name, state, field, kind, where);
  if (isJsonObject(state.Credentials)) check(name, state.Credentials, 'RoleArn', 'text', `${where}/Credentials`);
  for (const field of ['Retry', 'Catch']) {
    (state[field] as JsonObject[] | undefined)?.forEach((rule, i) => {
      if (rule.ErrorEquals === undefined) {
        throw invalid(name, `has no ErrorEquals in ${field}`, `${where}/${field}/${i}`, 'nothing', KINDS.texts.says);
      }
      check(name, rule, 'ErrorEquals', 'texts', `${where}/${field}/${i}`);
    });
  }
}

function check(name: string, object: JsonObject, field: string, kind: Kind, where: string): void {
  const value = object[field];
  if (value === undefined || KINDS[kind].holds(value)) return;
  throw invalid(
    name,
    `has a wrong ${field}`,
    `${where}/${field}`,
    JSON.stringify(value).slice(0, 80),
    KINDS[kind].says,
  );
}

function invalid(name: string, what: string, where: string, received: string, allowed: string): StepwrightError {
  return new StepwrightError('INVALID_DEFINITION', `the state '${name}' ${what}`, { where, received, allowed });
}
