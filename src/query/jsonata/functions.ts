import { createHash } from 'node:crypto';
import type { Frame } from '../../../generated/jsonata';
import { inexactNumber, mayBeInexact, notExact, type Json } from '../../asl';
import type { Environment } from '../environment';
import { JavaRandom } from '../java-random';
import { randomUuid } from '../uuid';
import { evaluator } from './evaluator';
import { InternalError, LimitExceeded } from './limits';

/** The name under which a frame holds the environment of its state. */
export const ENVIRONMENT = Symbol('environment');

/** What the evaluator passes as `this`. */
interface Focus {
  readonly environment: Frame;
}

/** AWS's longest `$range`. */
const LONGEST_RANGE = 360_145;

const ALGORITHMS: Readonly<Record<string, string>> = {
  'MD5': 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

function environment(focus: Focus): Environment {
  return focus.environment.lookup(ENVIRONMENT as never) as Environment;
}

/**
 * The functions that Step Functions adds to JSONata, or gives its own meaning; undefined is one that it takes away.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn
 */
export function stepFunctions(): Readonly<Record<string, unknown>> {
  return (known ??= define(evaluator().defineFunction));
}

let known: Readonly<Record<string, unknown>> | undefined;

function define(defineFunction: ReturnType<typeof evaluator>['defineFunction']): Readonly<Record<string, unknown>> {
  return {
    base64decode: defineFunction(base64decode, '<s-:s>'),
    eval: undefined,
    hash: defineFunction(hash, '<s?s?:s>'),
    millis: defineFunction(function (this: Focus) {
      return environment(this).now();
    }, '<:n>'),
    now: defineFunction(now, '<s?s?:s>'),
    parse: defineFunction(parse, '<s-:x>'),
    partition: defineFunction(partition, '<an?:a>'),
    random: defineFunction(random, '<n?:n>'),
    range: defineFunction(range, '<n?n?n?:a>'),
    uuid: defineFunction(function (this: Focus) {
      return randomUuid(environment(this));
    }, '<:s>'),
  };
}

function now(this: Focus, picture?: string, timezone?: string): string {
  return evaluator().implementations.fromMillis.call(this, environment(this).now(), picture, timezone);
}

function random(this: Focus, seed?: number): number {
  return seed === undefined ? environment(this).random() : new JavaRandom(seed).nextDouble();
}

/** Chunks of an array; the size is cut to an integer. No array, or no size, gives nothing. */
function partition(array?: readonly Json[], size?: number): Json[][] | undefined {
  const length = Math.trunc(size ?? 0);
  if (array === undefined || array.length === 0 || !(length > 0)) return undefined;
  return Array.from({ length: Math.ceil(array.length / length) }, (_, i) => array.slice(i * length, (i + 1) * length));
}

/** Numbers from a start to an end, both included; all are cut to integers. A sequence: a single one stands for itself. */
function range(start?: number, end?: number, step?: number): unknown[] | undefined {
  if (start === undefined || end === undefined || step === undefined) return undefined;
  const [from, to, by] = [start, end, step].map(Math.trunc);
  const count = by === 0 ? 0 : Math.floor((to - from) / by) + 1;
  if (!(count > 0)) return undefined;
  if (count > LONGEST_RANGE) throw new LimitExceeded('memory');
  const sequence = evaluator().createSequence();
  for (let i = 0; i < count; i++) sequence.push(from + i * by);
  return sequence;
}

/** No algorithm gives nothing; the names are case-sensitive. */
function hash(data?: string, algorithm?: string): string | undefined {
  if (data === undefined || algorithm === undefined) return undefined;
  if (!Object.hasOwn(ALGORITHMS, algorithm)) {
    throw new InternalError(`$hash knows ${Object.keys(ALGORITHMS).join(', ')}, not ${JSON.stringify(algorithm)}`);
  }
  return createHash(ALGORITHMS[algorithm]).update(data, 'utf8').digest('hex');
}

/** JSONata's numbers are doubles, on AWS as here: large ones are rounded alike. What is larger than any double would be lost. */
function parse(text?: string): Json | undefined {
  if (text === undefined) return undefined;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new InternalError('$parse takes a JSON text');
  }
  const infinite = mayBeInexact(text) ? inexactNumber(value, Number.MAX_VALUE) : undefined;
  if (infinite) throw notExact(infinite, '$parse');
  return value === 0 ? 0 : value;
}

/** Unlike Node's decoder, AWS's refuses what is not Base64. */
function base64decode(text?: string): string | undefined {
  if (text === undefined) return undefined;
  const encoded = text.replace(/[\t\n\f\r ]/g, '');
  const body = encoded.length % 4 === 0 ? encoded.replace(/={1,2}$/, '') : encoded;
  if (body.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(body)) throw new InternalError('$base64decode takes Base64');
  return Buffer.from(body, 'base64').toString('latin1');
}
