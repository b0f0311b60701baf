import { MOST_EXACT } from '../asl';

/** The limits that can be switched off, by name: those of AWS, and that of this interpreter on large numbers. */
export const LIMIT_NAMES = [
  'payload',
  'historyEvents',
  'executionDuration',
  'variables',
  'mapConcurrency',
  'exactNumbers',
] as const;

/** A limit that can be switched off. */
export type LimitName = (typeof LIMIT_NAMES)[number];

/** The largest number that a run takes. */
export function mostExact(withoutLimits: ReadonlySet<LimitName> | undefined): number {
  return withoutLimits?.has('exactNumbers') ? Number.MAX_VALUE : MOST_EXACT;
}
