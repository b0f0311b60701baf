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
    throw new StepwrightError('INVALID_WORKFLOW_TIMEOUT', "The timeout of a workflow can't be an expression", {
      where,
      received: seconds,
      allowed: `1 to ${MAX_SECONDS} seconds`,
      fix: 'use a duration, such as Duration.hours(1), or set the timeout on states',
    });
  }
  if (timeout === undefined || timeout.isUnresolved() || (seconds! >= 1 && seconds! <= MAX_SECONDS)) return seconds;
  throw new StepwrightError('INVALID_WORKFLOW_TIMEOUT', 'The timeout of a workflow is out of range', {
    where,
    received: `${seconds} seconds`,
    allowed: `1 to ${MAX_SECONDS} seconds`,
    fix: 'leave timeout out for the longest one',
  });
}
