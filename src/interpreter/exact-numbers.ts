import { MOST_EXACT, notExact } from '../asl';
import type { Program } from './compiled';
import type { LimitName } from './run';
import type { ExecutionSettings } from './settings';

/** The largest number that a run takes. */
export function mostExact(withoutLimits: ReadonlySet<LimitName> | undefined): number {
  return withoutLimits?.has('exactNumbers') ? Number.MAX_VALUE : MOST_EXACT;
}

/**
 * Refuses a definition with a number that a run cannot hold exactly.
 *
 * @throws StepwrightError NUMBER_NOT_EXACT
 */
export function checkNumbers({ inexact }: Program, { stateMachineArn, withoutLimits }: ExecutionSettings): void {
  if (inexact && Math.abs(inexact.value) > mostExact(withoutLimits)) {
    throw notExact(inexact, `the definition of ${stateMachineArn}`);
  }
}
