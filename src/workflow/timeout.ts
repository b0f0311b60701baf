import type { Duration } from 'aws-cdk-lib';
import { MAX_SECONDS } from '../asl';
import { StepwrightError } from '../errors';
import { wholeSeconds } from '../integrations/whole-seconds';

/**
 * The workflow's `TimeoutSeconds`.
 *
 * @param timeout what the user gave
 * @param where the workflow
 */
export function timeoutSeconds(timeout: Duration | undefined, where: string): number | undefined {
  const seconds = wholeSeconds(timeout, `${where}, timeout`);
  if (typeof seconds === 'string') {
    throw new StepwrightError(
      'INVALID_WORKFLOW_TIMEOUT',
      'The time-out of a workflow cannot be computed when it runs',
      {
        where,
        received: seconds,
        allowed: `1 to ${MAX_SECONDS} seconds`,
        fix: 'give a duration, such as Duration.hours(1), or set the time-out on states',
      },
    );
  }
  if (timeout === undefined || timeout.isUnresolved() || (seconds! >= 1 && seconds! <= MAX_SECONDS)) return seconds;
  throw new StepwrightError('INVALID_WORKFLOW_TIMEOUT', 'The time-out of a workflow is out of range', {
    where,
    received: `${seconds} seconds`,
    allowed: `1 to ${MAX_SECONDS} seconds`,
    fix: 'leave timeout out for the longest',
  });
}
