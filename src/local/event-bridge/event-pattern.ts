import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { didYouMean, StepwrightError } from '../../errors';

type Test = (value: Json | undefined) => boolean;

/** The comparisons of a pattern, by their names. */
const COMPARISONS: Readonly<Record<string, (operand: Json, where: string) => Test>> = {
  'prefix': operand => textTest(operand, (value, part) => value.startsWith(part)),
  'suffix': operand => textTest(operand, (value, part) => value.endsWith(part)),
  'equals-ignore-case': operand => textTest(operand, (value, other) => value.toLowerCase() === other.toLowerCase()),
  'wildcard': operand => anyOf(operand, pattern => wildcard(String(pattern))),
  'exists': operand => value => (value !== undefined) === operand,
  'anything-but': (operand, where) => anythingBut(operand, where),
  'numeric': (operand, where) => numeric(operand, where),
};

/**
 * Whether an event passes a pattern of a rule.
 *
 * @throws StepwrightError UNSUPPORTED_EVENT_PATTERN for a comparison that is not known: it is never taken as "does not match"
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function matchesPattern(pattern: JsonObject, event: Json, where = 'the pattern'): boolean {
  return Object.entries(pattern).every(([name, wanted]) => {
    if (name === '$or' && Array.isArray(wanted)) {
      return wanted.some((one: Json) => matchesPattern(one as JsonObject, event, `${where}, $or`));
    }
    const value = isJsonObject(event) && Object.hasOwn(event, name) ? event[name] : undefined;
    const place = `${where}, ${name}`;
    if (isJsonObject(wanted)) return value !== undefined && matchesPattern(wanted, value, place);
    if (!Array.isArray(wanted)) throw unknown(place, wanted, 'a list of values, or an object');
    const tests = wanted.map((one: Json) => testOf(one, place));
    const values: ReadonlyArray<Json | undefined> =
      Array.isArray(value) && value.length > 0 ? (value as Json[]) : [value];
    return values.some(one => tests.some(test => test(one)));
  });
}

function testOf(wanted: Json, where: string): Test {
  if (!isJsonObject(wanted)) return value => value === wanted;
  const tests = Object.entries(wanted).map(([name, operand]) => {
    if (!Object.hasOwn(COMPARISONS, name)) {
      throw unknown(where, name, `${Object.keys(COMPARISONS).join(', ')}${didYouMean(name, Object.keys(COMPARISONS))}`);
    }
    return COMPARISONS[name](operand, where);
  });
  return value => tests.every(test => test(value));
}

function textTest(operand: Json, holds: (value: string, operand: string) => boolean): Test {
  if (isJsonObject(operand)) {
    const inner = operand['equals-ignore-case'];
    if (typeof inner === 'string') {
      return value => typeof value === 'string' && holds(value.toLowerCase(), inner.toLowerCase());
    }
  }
  return anyOf(operand, part => value => typeof value === 'string' && holds(value, String(part)));
}

function anyOf(operand: Json, test: (operand: Json) => Test): Test {
  const tests = (Array.isArray(operand) ? (operand as Json[]) : [operand]).map(test);
  return value => tests.some(one => one(value));
}

function anythingBut(operand: Json, where: string): Test {
  const but = isJsonObject(operand) ? testOf(operand, where) : anyOf(operand, one => value => value === one);
  return value => value !== undefined && !but(value);
}

function numeric(operand: Json, where: string): Test {
  const parts = Array.isArray(operand) ? (operand as Json[]) : [];
  if (parts.length < 2 || parts.length % 2 !== 0) throw unknown(where, operand, 'pairs of a comparison and a number');
  const compare: Readonly<Record<string, (a: number, b: number) => boolean>> = {
    '=': (a, b) => a === b,
    '<': (a, b) => a < b,
    '<=': (a, b) => a <= b,
    '>': (a, b) => a > b,
    '>=': (a, b) => a >= b,
  };
  return value =>
    typeof value === 'number' &&
    parts.every((sign, i) => i % 2 === 1 || compare[String(sign)]?.(value, parts[i + 1] as number));
}

/** A star stands for any characters; a backslash takes its meaning. */
function wildcard(pattern: string): Test {
  const pieces: string[] = [''];
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] === '\\' && i + 1 < pattern.length) pieces[pieces.length - 1] += pattern[++i];
    else if (pattern[i] === '*') pieces.push('');
    else pieces[pieces.length - 1] += pattern[i];
  }
  return value => typeof value === 'string' && passes(value, pieces);
}

function passes(text: string, pieces: readonly string[]): boolean {
  const [first, ...more] = pieces;
  if (more.length === 0) return text === first;
  const last = more[more.length - 1];
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of more.slice(0, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > text.length - last.length) return false;
    at = found + piece.length;
  }
  return true;
}

function unknown(where: string, received: Json, allowed: string): StepwrightError {
  return new StepwrightError(
    'UNSUPPORTED_EVENT_PATTERN',
    "the event pattern is not supported, so the rule can't be evaluated",
    { where, received: JSON.stringify(received), allowed, fix: 'Use one of them.' },
  );
}
