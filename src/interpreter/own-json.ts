import { inexactNumber, isExact, notExact, setMember, type Json } from '../asl';
import { StepwrightError, type ErrorCode } from '../errors';
import { mostExact, type LimitName } from './limits';

/** Deeper values are rejected: a value that contains itself has no end. */
const DEEPEST = 1000;

/** Describes a value that enters a run, for the error if it isn't JSON. */
export interface Given {
  /** The place that the value comes from. */
  readonly where: string;
  /** For example, `the input is not JSON`. */
  readonly what: string;
  readonly code: ErrorCode;
}

/** Values that are known to be JSON with exact numbers, and that no caller can edit. */
const OWNED = new WeakSet<object>();

/** Thrown inside the copy where a value can't be copied; the error for the caller is made afterwards. */
const NOT_JSON = new Error('not JSON');

/**
 * Checks and copies a value that enters a run, in one pass, so that getters and proxies are read once and later edits
 * by the caller reach nothing.
 *
 * @param withoutLimits the limits that the run ignores
 * @throws StepwrightError the given code if it isn't JSON, and NUMBER_NOT_EXACT
 */
export function ownJson(value: unknown, given: Given, withoutLimits?: ReadonlySet<LimitName>): Json {
  if (typeof value === 'object' && value !== null && OWNED.has(value)) return value as Json;
  try {
    return copyOf(value, 0, mostExact(withoutLimits));
  } catch (error) {
    if (error !== NOT_JSON) throw error;
    throw problemOf(value, given, mostExact(withoutLimits));
  }
}

/**
 * Checks and copies a value once for many runs. Each run still checks a copy with numbers that aren't exact, because it
 * may ignore that limit.
 *
 * @returns undefined if the value isn't JSON, so that a run has to reject it
 */
export function ownJsonOnce(value: unknown): Json | undefined {
  try {
    const own = copyOf(value, 0, Number.MAX_VALUE);
    return isExact(own) ? owned(own) : own;
  } catch (error) {
    if (error !== NOT_JSON) throw error;
    return undefined;
  }
}

/** Marks a value built from owned values as owned. */
export function owned<T extends Json>(value: T): T {
  if (typeof value === 'object' && value !== null) OWNED.add(value);
  return value;
}

/** NaN and the infinities aren't JSON, and aren't larger than anything either. */
function copyOf(value: unknown, depth: number, most: number): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Math.abs(value) <= most) return value;
      throw NOT_JSON;
    case 'object':
      break;
    default:
      throw NOT_JSON;
  }
  if (value === null) return null;
  if (depth > DEEPEST) throw NOT_JSON;
  if (Array.isArray(value)) {
    const copy = new Array<Json>(value.length);
    for (let i = 0; i < copy.length; i++) copy[i] = copyOf(value[i], depth + 1, most);
    return copy;
  }
  if (!isPlain(value)) throw NOT_JSON;
  const copy: Record<string, Json> = {};
  const keys = Object.keys(value);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    setMember(copy, key, copyOf((value as Record<string, unknown>)[key], depth + 1, most));
  }
  return copy;
}

/** The reason why a value can't enter a run. */
function problemOf(value: unknown, { where, what, code }: Given, most: number): StepwrightError {
  const bad = firstBad(value, '$', 0);
  if (bad === undefined) {
    const inexact = inexactNumber(value as Json, most);
    if (inexact) return notExact(inexact, where);
  }
  return new StepwrightError(code, `${what}: ${bad ?? 'it changes while it is read'}`, {
    where,
    fix: 'Use what JSON.parse(JSON.stringify(value)) returns.',
  });
}

function firstBad(value: unknown, path: string, depth: number): string | undefined {
  if (depth > DEEPEST) return `${path.slice(0, 80)}… is nested too deeply, or contains itself`;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path} is ${value}`;
  if (typeof value !== 'object' || (!Array.isArray(value) && !isPlain(value))) return `${path} is ${describe(value)}`;
  const members = Array.isArray(value)
    ? [...value.keys()].map(i => [`[${i}]`, value[i] as unknown] as const)
    : Object.entries(value).map(([key, member]) => [`.${key}`, member as unknown] as const);
  for (const [step, member] of members) {
    const bad = firstBad(member, path + step, depth + 1);
    if (bad) return bad;
  }
  return undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype) return true;
  // a value of another realm (a test runner's sandbox) has another Object.prototype
  return prototype === null || Object.getPrototypeOf(prototype as object) === null;
}

/** A value that isn't JSON, in words. */
export function describe(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !isPlain(value)) {
    return `a ${value.constructor?.name ?? 'object'}`;
  }
  return typeof value === 'bigint' || typeof value === 'symbol'
    ? `a ${typeof value}`
    : (JSON.stringify(value) ?? typeof value);
}
