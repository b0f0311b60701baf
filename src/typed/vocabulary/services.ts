import { call } from '../code';
import type { Expr, Operand, Ref } from '../expression';

/** The time now, as text of ISO 8601 in UTC: `$now()`. */
export function now(): Expr<string> {
  return call('now');
}

/** The time now, in milliseconds since 1970: `$millis()`. */
export function millis(): Expr<number> {
  return call('millis');
}

/** A time's text as milliseconds since 1970; without a picture it is ISO 8601: `$toMillis(a, picture)`. */
export function toMillis(a: Expr<string>, picture?: string): Expr<number> {
  return call('toMillis', a, picture);
}

/** Milliseconds since 1970 as text; without a picture it is ISO 8601 in UTC: `$fromMillis(a, picture, zone)`. */
export function fromMillis(a: Expr<number>, picture?: string, zone?: string): Expr<string> {
  return call('fromMillis', a, picture, zone);
}

/** A new identifier of version 4: `$uuid()`, a function of Step Functions. */
export function uuid(): Expr<string> {
  return call('uuid');
}

/** A number from 0 (included) to 1 (excluded), the same for the same seed: `$random(seed)`. */
export function random(seed?: Operand<number>): Expr<number> {
  return call('random', seed);
}

/** The algorithms of `hash`. */
export type HashAlgorithm = 'MD5' | 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** A text's hash in hexadecimal digits: `$hash(a, algorithm)`, a function of Step Functions. */
export function hash(a: Expr<string>, algorithm: HashAlgorithm): Expr<string> {
  return call('hash', a, algorithm);
}

/** JSON text as a value; the type is your word: `$parse(a)`, a function of Step Functions. */
export function parse<A>(a: Expr<string>): Ref<A> {
  return call('parse', a);
}
