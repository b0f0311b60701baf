import { createHash } from 'node:crypto';
import { inexactNumber, isJsonObject, mayBeInexact, notExact, type Json, type JsonObject } from '../../asl';
import type { Environment } from '../environment';
import { JavaRandom } from '../java-random';
import { randomUuid } from '../uuid';
import { javaSet, sameJson } from './java';

/** Thrown by a function that cannot take its arguments; the caller names the function. */
export class InvalidArguments extends Error {}

/** An intrinsic function over its evaluated arguments. */
export type IntrinsicFunction = (args: readonly Json[], env: Environment) => Json;

const INT_MAX = 2 ** 31 - 1;
const MOST_ITEMS = 1000;
const LONGEST_BASE64 = 10_000;
const ALGORITHMS: Readonly<Record<string, string>> = {
  'MD5': 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

function refuse(detail?: string): never {
  throw new InvalidArguments(detail);
}

function arity(args: readonly Json[], least: number, most = least): void {
  if (args.length < least || args.length > most) refuse();
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : refuse();
}

function text(value: Json): string {
  return typeof value === 'string' ? value : refuse();
}

function object(value: Json): JsonObject {
  return isJsonObject(value) ? value : refuse();
}

/** A number without its fraction, within 32 bits. */
function integer(value: Json): number {
  if (typeof value !== 'number') return refuse();
  const whole = Math.trunc(value);
  return Math.abs(whole) > INT_MAX + 1 ? refuse() : whole;
}

/** A number rounded half up, as Java's Math.round, within 32 bits. */
function rounded(value: Json): number {
  if (typeof value !== 'number') return refuse();
  if (!Number.isFinite(value)) return value > 0 ? INT_MAX : -INT_MAX - 1;
  return inInt(Math.floor(value + 0.5));
}

function inInt(value: number): number {
  return value > INT_MAX || value < -INT_MAX - 1 ? refuse() : value + 0;
}

/**
 * The intrinsic functions over evaluated arguments; `States.Format` lies with the evaluator, since it needs its template as written.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
export const FUNCTIONS: Readonly<Record<string, IntrinsicFunction>> = {
  'States.Array': args => [...args],
  'States.ArrayContains': args => {
    arity(args, 2);
    return list(args[0]).some(item => sameJson(item, args[1]));
  },
  'States.ArrayGetItem': args => {
    arity(args, 2);
    const items = list(args[0]);
    const index = integer(args[1]);
    if (items.length === 0 && index >= 0) return null;
    return index >= 0 && index < items.length ? items[index] : refuse();
  },
  'States.ArrayLength': args => {
    arity(args, 1);
    return list(args[0]).length;
  },
  'States.ArrayPartition': args => {
    arity(args, 2);
    const items = list(args[0]);
    const size = integer(args[1]);
    if (size <= 0) refuse();
    return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
  },
  'States.ArrayRange': args => {
    arity(args, 3);
    const [start, end, step] = args.map(integer);
    if (step === 0) refuse();
    const count = Math.max(0, Math.floor((end - start) / step) + 1);
    if (count > MOST_ITEMS) refuse();
    return Array.from({ length: count }, (_, i) => start + i * step);
  },
  'States.ArrayUnique': args => {
    arity(args, 1);
    return javaSet(list(args[0]));
  },
  'States.Base64Decode': args => {
    arity(args, 1);
    const encoded = text(args[0]);
    if (encoded.length > LONGEST_BASE64) refuse();
    return Buffer.from(encoded, 'base64').toString('utf8');
  },
  'States.Base64Encode': args => {
    arity(args, 1);
    const plain = text(args[0]);
    if (plain.length > LONGEST_BASE64) refuse();
    return Buffer.from(plain, 'utf8').toString('base64');
  },
  'States.Format': () => refuse(),
  'States.Hash': args => {
    arity(args, 2);
    const algorithm = text(args[1]);
    if (!Object.hasOwn(ALGORITHMS, algorithm)) refuse();
    const data = typeof args[0] === 'string' ? args[0] : JSON.stringify(args[0]);
    if (args[0] === null || data.length > LONGEST_BASE64) refuse();
    return createHash(ALGORITHMS[algorithm]).update(data, 'utf8').digest('hex');
  },
  'States.JsonMerge': args => {
    arity(args, 3);
    if (args[2] === true) refuse();
    return { ...object(args[0]), ...object(args[1]) };
  },
  'States.JsonToString': args => {
    arity(args, 1);
    return JSON.stringify(args[0]);
  },
  'States.MathAdd': args => {
    arity(args, 2);
    return inInt(rounded(args[0]) + rounded(args[1]));
  },
  'States.MathRandom': (args, env) => {
    arity(args, 2, 3);
    const [start, end] = [integer(args[0]), integer(args[1])];
    if (start >= end) refuse();
    if (args.length === 3) return start + new JavaRandom(integer(args[2])).nextInt(Math.min(end - start, INT_MAX));
    return start + Math.floor(env.random() * (end - start));
  },
  'States.StringSplit': args => {
    arity(args, 2);
    const separators = new Set(text(args[1]));
    const pieces: string[] = [];
    let piece = '';
    for (const character of text(args[0])) {
      if (!separators.has(character)) {
        piece += character;
        continue;
      }
      if (piece !== '') pieces.push(piece);
      piece = '';
    }
    return piece === '' ? pieces : [...pieces, piece];
  },
  'States.StringToJson': (args, env) => {
    arity(args, 1);
    const json = text(args[0]);
    if (json.trim() === '') return null;
    let value: Json;
    try {
      value = JSON.parse(json) as Json;
    } catch {
      return refuse();
    }
    return plusZero(exact(value, json, env));
  },
  'States.UUID': (args, env) => {
    arity(args, 0);
    return randomUuid(env);
  },
};

/** A JSONPath state of AWS keeps numbers of any size: a run that would round one ends. */
function exact(value: Json, json: string, env: Environment): Json {
  if (!mayBeInexact(json)) return value;
  const inexact = inexactNumber(value, env.mostExact?.());
  if (inexact === undefined) return value;
  const { State } = env.context();
  throw notExact(
    inexact,
    isJsonObject(State) ? `States.StringToJson in state '${State.Name as string}'` : 'States.StringToJson',
  );
}

function plusZero(value: Json): Json {
  return value === 0 ? 0 : value;
}
