import { isJsonObject, type Json, type JsonObject } from '../asl';
import { didYouMean, StepwrightError } from '../errors';
import type { Behaviour } from './behaviour';
import type { Tasks } from './handlers';

type Check = (value: Json) => string | undefined;

const anything: Check = () => undefined;
const seconds: Check = value =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? undefined : 'seconds, at least 0';
const text: Check = value => (typeof value === 'string' ? undefined : 'a text');

/** The fields that say what happens; a behaviour has exactly one of them. */
const ACTIONS: Readonly<Record<string, Check>> = {
  returns: anything,
  returnsPayload: anything,
  fails: value => members(value, ['error'], ['cause']),
  throws: value => members(value, ['name', 'message'], []),
  pending: value => (value === true ? undefined : 'true'),
  sequence: value => (Array.isArray(value) && value.length > 0 ? undefined : 'an array with at least one behaviour'),
};

const TIMING: Readonly<Record<string, Check>> = {
  durationSeconds: seconds,
  heartbeatSeconds: value =>
    Array.isArray(value) && value.every((beat: Json) => seconds(beat) === undefined)
      ? undefined
      : 'an array of seconds',
  submitted: anything,
  workerName: text,
};

/**
 * Task behaviours from JSON: `{ "Charge card": { "fails": { "error": "CardDeclined" } }, … }`.
 *
 * @throws StepwrightError TASKS_INVALID with the JSON pointer of the place
 */
export function readTasks(json: Json): Record<string, Behaviour> {
  if (!isJsonObject(json)) {
    throw invalid('', 'task behaviours are not an object', json, 'an object from the name of a Task to its behaviour');
  }
  for (const [name, behaviour] of Object.entries(json)) check(behaviour, `/${name}`);
  return json as unknown as Record<string, Behaviour>;
}

/**
 * Checks the handlers of a run: each is a function or a behaviour.
 *
 * @throws StepwrightError TASKS_INVALID with the JSON pointer of the place
 */
export function checkTasks(tasks: Tasks): void {
  for (const [name, handler] of Object.entries(tasks)) {
    if (typeof handler !== 'function') check(handler as unknown as Json, `/${name}`);
  }
}

function check(given: Json, where: string): void {
  if (!isJsonObject(given)) throw invalid(where, 'a handler is neither a behaviour nor a function', given, actions());
  const behaviour: JsonObject = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const present = Object.keys(behaviour).filter(field => Object.hasOwn(ACTIONS, field));
  for (const field of Object.keys(behaviour)) {
    if (!Object.hasOwn(ACTIONS, field) && !Object.hasOwn(TIMING, field)) throw unknownField(where, field);
  }
  if (present.length !== 1) {
    throw invalid(
      where,
      `a behaviour does exactly one thing, this one ${present.length === 0 ? 'nothing' : present.join(' and ')}`,
      behaviour,
      actions(),
    );
  }
  for (const [field, value] of Object.entries(behaviour)) {
    const expected = (ACTIONS[field] ?? TIMING[field])(value);
    if (expected !== undefined) {
      throw invalid(`${where}/${field}`, `'${field}' is not what it has to be`, value, expected);
    }
  }
  const { sequence } = behaviour;
  if (!Array.isArray(sequence)) return;
  const timing = Object.keys(behaviour).find(field => field !== 'sequence');
  if (timing !== undefined) {
    throw invalid(
      `${where}/${timing}`,
      `a sequence has no '${timing}' of its own`,
      behaviour[timing],
      'give it to the behaviours of the sequence',
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
    : `an object with ${required.map(field => `"${field}"`).join(' and ')}${optional.map(field => `, optionally "${field}"`).join('')}, all texts`;
}

function unknownField(where: string, field: string): StepwrightError {
  const known = [...Object.keys(ACTIONS), ...Object.keys(TIMING)];
  return new StepwrightError('TASKS_INVALID', `a behaviour has no field '${field}'${didYouMean(field, known)}`, {
    where: `${where}/${field}`,
    allowed: known.join(', '),
  });
}

function invalid(where: string, summary: string, received: Json | JsonObject, allowed: string): StepwrightError {
  return new StepwrightError('TASKS_INVALID', summary, {
    where: where || '/',
    received: (JSON.stringify(received) ?? typeof received).slice(0, 120),
    allowed,
  });
}

function actions(): string {
  return `one of ${Object.keys(ACTIONS).join(', ')}`;
}
