import type { Json } from './json';
import { StepwrightError } from '../errors';

/** The largest whole number up to which every whole number has a value of its own: 2⁵³ − 1. */
export const MOST_EXACT = Number.MAX_SAFE_INTEGER;

/** A number that stands for others too, and where it is. */
export interface InexactNumber {
  /** Such as `$.order.id`. */
  readonly path: string;
  readonly value: number;
}

/** Whether every number of a value is what its JSON text said. Numbers beyond ±(2⁵³ − 1) were rounded, or may have been. */
export function isExact(value: Json, most = MOST_EXACT): boolean {
  if (typeof value === 'number') return Math.abs(value) <= most;
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return (value as readonly Json[]).every(member => isExact(member, most));
  return Object.values(value).every(member => isExact(member, most));
}

/** The first number of a value that is not exact, in the order of its text. A part that is shared is looked at once. */
export function inexactNumber(value: Json, most = MOST_EXACT): InexactNumber | undefined {
  return firstInexact(value, most, '$', new Set());
}

function firstInexact(value: Json, most: number, path: string, seen: Set<object>): InexactNumber | undefined {
  if (typeof value === 'number') return Math.abs(value) <= most ? undefined : { path, value };
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  seen.add(value);
  const isArray = Array.isArray(value);
  for (const [key, member] of Object.entries(value)) {
    if (typeof member !== 'number' && typeof member !== 'object') continue;
    const found = firstInexact(member as Json, most, path + (isArray ? `[${key}]` : `.${key}`), seen);
    if (found) return found;
  }
  return undefined;
}

/** Whether a JSON text can hold a number that is not exact: cheap, and sometimes wrongly yes. */
export function mayBeInexact(text: string): boolean {
  return /\d{16}|\d[eE]\+?\d/.test(text);
}

/**
 * Step Functions keeps whole numbers of any size in JSONPath states; a run here has the numbers of JavaScript. What would be rounded in silence is
 * refused instead.
 */
export function notExact({ path, value }: InexactNumber, where: string): StepwrightError {
  return new StepwrightError(
    'NUMBER_NOT_EXACT',
    `${path} is a number that AWS represents exactly, but a local run can't`,
    {
      where,
      received: Number.isFinite(value) ? `${value}, or a number that rounds to it` : 'a number over 1.8e308',
      allowed: `whole numbers from -${MOST_EXACT} to ${MOST_EXACT}, which is 2^53 - 1`,
      fix: "Pass it as a string, or accept rounding: withoutLimits: ['exactNumbers'], or --without-limits exactNumbers.",
    },
  );
}
