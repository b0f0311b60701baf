import { notExact } from '../asl';
import type { ExecutionSettings } from './execution-settings';
import { mostExact } from './limits';
import type { Program } from './program';

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
