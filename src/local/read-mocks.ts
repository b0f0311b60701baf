import { isJsonObject, type Json, type JsonObject } from '../asl';
import { didYouMean, StepwrightError } from '../errors';
import type { Mock } from './mock';
import type { Mocks } from './mocks';

type Check = (value: Json) => string | undefined;

const anything: Check = () => undefined;
const seconds: Check = value =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? undefined : 'seconds, at least 0';
const string: Check = value => (typeof value === 'string' ? undefined : 'a string');

/** The fields that say what happens. A mock has exactly one of them. */
const ACTIONS: Readonly<Record<string, Check>> = {
  returns: anything,
  returnsPayload: anything,
  fails: value => members(value, ['error'], ['cause']),
  throws: value => members(value, ['name', 'message'], []),
  pending: value => (value === true ? undefined : 'true'),
  sequence: value => (Array.isArray(value) && value.length > 0 ? undefined : 'an array with at least one mock'),
};

const OPTIONS: Readonly<Record<string, Check>> = {
  durationSeconds: seconds,
  heartbeatsAtSeconds: value =>
    Array.isArray(value) && value.every((beat: Json) => seconds(beat) === undefined)
      ? undefined
      : 'an array of seconds',
  submitted: anything,
  workerName: string,
};

/**
 * Reads mocks from JSON: `{ "Charge card": { "fails": { "error": "CardDeclined" } }, … }`.
 *
 * @throws StepwrightError INVALID_MOCK with the JSON pointer of the place
 */
export function readMocks(json: Json): Record<string, Mock> {
  if (!isJsonObject(json)) {
    throw invalid('', 'the mocks are not an object', json, 'an object from the name of a Task to its mock');
  }
  for (const [name, mock] of Object.entries(json)) check(mock, `/${name}`);
  return json as unknown as Record<string, Mock>;
}

/**
 * Checks the mocks of a run: each is a function or a valid data mock.
 *
 * @throws StepwrightError INVALID_MOCK with the JSON pointer of the place
 */
export function checkMocks(mocks: Mocks): void {
  for (const [name, mock] of Object.entries(mocks)) {
    if (typeof mock !== 'function') check(mock as unknown as Json, `/${name}`);
  }
}

function check(given: Json, where: string): void {
  if (!isJsonObject(given)) throw invalid(where, 'a mock is an object or a function', given, actions());
  const mock: JsonObject = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const present = Object.keys(mock).filter(field => Object.hasOwn(ACTIONS, field));
  for (const field of Object.keys(mock)) {
    if (!Object.hasOwn(ACTIONS, field) && !Object.hasOwn(OPTIONS, field)) throw unknownField(where, field);
  }
  if (present.length !== 1) {
    throw invalid(
      where,
      `a mock needs exactly one action, but this one has ${present.length === 0 ? 'none' : present.join(' and ')}`,
      mock,
      actions(),
    );
  }
  for (const [field, value] of Object.entries(mock)) {
    const expected = (ACTIONS[field] ?? OPTIONS[field])(value);
    if (expected !== undefined) {
      throw invalid(`${where}/${field}`, `'${field}' has an invalid value`, value, expected);
    }
  }
  const { sequence } = mock;
  if (!Array.isArray(sequence)) return;
  const option = Object.keys(mock).find(field => field !== 'sequence');
  if (option !== undefined) {
    throw invalid(
      `${where}/${option}`,
      `a sequence can't have its own '${option}'`,
      mock[option],
      'set it on the mocks of the sequence',
    );
  }
  sequence.forEach((member: Json, i) => check(member, `${where}/sequence/${i}`));
}

function members(value: Json, required: readonly string[], optional: readonly string[]): string | undefined {
  const known = [...required, ...optional];
  const right =
    isJsonObject(value) &&
    required.every(field => Object.hasOwn(value, field)) &&
    Object.entries(value).every(([field, member]) => known.includes(field) && typeof member === 'string');
  return right
    ? undefined
    : `an object with ${required.map(field => `"${field}"`).join(' and ')}${optional.map(field => `, optionally "${field}"`).join('')}, all strings`;
}

function unknownField(where: string, field: string): StepwrightError {
  const known = [...Object.keys(ACTIONS), ...Object.keys(OPTIONS)];
  return new StepwrightError('INVALID_MOCK', `a mock has no field '${field}'${didYouMean(field, known)}`, {
    where: `${where}/${field}`,
    allowed: known.join(', '),
  });
}

function invalid(where: string, summary: string, received: Json | JsonObject, allowed: string): StepwrightError {
  return new StepwrightError('INVALID_MOCK', summary, {
    where: where || '/',
    received: (JSON.stringify(received) ?? typeof received).slice(0, 120),
    allowed,
  });
}

function actions(): string {
  return `one of ${Object.keys(ACTIONS).join(', ')}`;
}
