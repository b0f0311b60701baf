import { notExact } from '../asl';
import type { Program } from './compiled';
import type { ExecutionSettings } from './settings';

/**
 * Refuses a definition with a number that a run cannot hold exactly.
 *
 * @throws StepwrightError NUMBER_NOT_EXACT
 */
export function checkNumbers({ inexact }: Program, { stateMachineArn, withoutLimits }: ExecutionSettings): void {
  if (inexact && !withoutLimits.has('exactNumbers')) throw notExact(inexact, `the definition of ${stateMachineArn}`);
}
