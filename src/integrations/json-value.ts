import { Construct } from 'constructs';
import { StepwrightError } from '../errors';
import { Expression } from './expression';
import { isToken, isUnresolved, pathsIn, withPathFields } from './tokens';

/**
 * A value that a user gave, as the JSON that stands in the definition: a copy, so that a later change of the user's object changes nothing.
 * CDK tokens stay as they are, expressions of ours become their text, and fields that are undefined are left out.
 *
 * @param value what the user gave
 * @param where the place for messages, such as `'Charge card', field output`
 * @throws StepwrightError VALUE_NOT_JSON for what JSON cannot hold, JSON_PATH_IN_JSONATA for a path that the CDK's `JsonPath` made:
 *   either would otherwise be lost, or stand there as mere text, in silence
 */
export function jsonValue(value: unknown, where: string): unknown {
  return copy(value, where, [], false);
}

/**
 * The same for a JSONPath payload template: fields whose value the CDK's `JsonPath` made become `name.$`.
 *
 * @param value an object, or any JSON
 * @param where the place for messages
 */
export function templateValue(value: unknown, where: string): unknown {
  const copied = copy(value, where, [], true);
  return typeof copied === 'object' && copied !== null && !Array.isArray(copied) && !isToken(copied)
    ? withPathFields(copied as Record<string, unknown>)
    : copied;
}

/** Adds a field of any name, `__proto__` included. */
export function setField(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
  } else {
    target[name] = value;
  }
}

function copy(value: unknown, where: string, path: readonly object[], paths: boolean): unknown {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'string':
      return paths ? value : refusePaths(value, where);
    case 'number':
      return number(value, where, paths);
    case 'object':
      return value === null ? null : object(value, where, path, paths);
    default:
      throw notJson(
        where,
        value === undefined ? 'undefined in a list' : `a ${typeof value}`,
        value === undefined ? 'write null, or leave the element out' : undefined,
      );
  }
}

function number(value: number, where: string, paths: boolean): number | string {
  if (!Number.isFinite(value)) throw notJson(where, String(value));
  return Expression._behind(value) ?? (paths ? value : refusePaths(value, where));
}

function object(value: object, where: string, path: readonly object[], paths: boolean): unknown {
  if (value instanceof Expression) return value.toString();
  if (isToken(value)) return paths ? value : refusePaths(value, where);
  if (path.includes(value)) throw notJson(where, 'an object that contains itself');
  const below = [...path, value];
  if (Array.isArray(value)) {
    if (isUnresolved(value)) return paths ? [...value] : refusePaths([...value], where);
    return Array.from(value, (element, i) => copy(element, `${where}[${i}]`, below, paths));
  }
  const refused = REFUSED.find(([test]) => test(value));
  if (refused) throw notJson(where, refused[1], refused[2]);
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') {
    return copy((value as { toJSON(): unknown }).toJSON(), where, below, paths);
  }
  const copied: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) {
    if (field !== undefined) setField(copied, key, copy(field, `${where}.${key}`, below, paths));
  }
  return copied;
}

/** Objects that JSON would hold only in part, or not at all. */
const REFUSED: ReadonlyArray<readonly [test: (value: object) => boolean, what: string, fix: string]> = [
  [value => value instanceof Date, 'a Date', 'write its text: date.toISOString()'],
  [
    value => value instanceof Map || value instanceof Set,
    'a Map or Set',
    'write a plain object or a list: Object.fromEntries(map), [...set]',
  ],
  [
    value => typeof (value as { toSeconds?: unknown }).toSeconds === 'function',
    'a Duration',
    'write its number: duration.toSeconds()',
  ],
  [value => value instanceof RegExp, 'a regular expression', 'write its text'],
  [value => value instanceof Promise, 'a Promise', 'await it first'],
  [value => Construct.isConstruct(value), 'a construct', 'write one of its attributes, such as its ARN or its name'],
  [
    value => Object.hasOwn(value, '_node') && Object.getPrototypeOf(value) !== Object.prototype,
    'a flow',
    'put it into the chain; a field holds data',
  ],
];

function refusePaths<T>(value: T, where: string): T {
  if (!isUnresolved(value)) return value;
  const paths = pathsIn(value);
  if (paths.length === 0) return value;
  throw new StepwrightError('JSON_PATH_IN_JSONATA', "A JSONata state can't use a JSONPath", {
    where,
    received: paths.join(', '),
    fix: `write an expression, such as '{% ${paths[0].replace(/^\$\$/, '$states.context').replace(/^\$(?!states)/, '$states.input')} %}', or give the state a jsonPath: {…}`,
  });
}

function notJson(where: string, received: string, fix?: string): StepwrightError {
  return new StepwrightError('VALUE_NOT_JSON', "A definition is JSON, and this value can't be written as JSON", {
    where,
    received,
    allowed: 'strings, finite numbers, true, false, null, lists and objects of these, and CDK tokens',
    fix,
  });
}
