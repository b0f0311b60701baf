import type { Duration } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import { Expression } from './expression';
import { isUnresolved } from './tokens';

/**
 * A duration as the language writes it: whole seconds, or the expression that computes them.
 *
 * @param duration what the user gave
 * @param where the place for messages
 * @throws StepwrightError DURATION_NOT_WHOLE for a fraction of a second
 */
export function wholeSeconds(
  duration: Duration | undefined,
  where: string | (() => string),
): number | string | undefined {
  if (duration === undefined) return undefined;
  if (duration.isUnresolved()) return plainNumber(duration.toSeconds());
  return whole(duration.toSeconds({ integral: false }), 'seconds', where);
}

/**
 * A duration as some services count it: in whole minutes.
 *
 * @param duration what the user gave
 * @param where the place for messages
 * @throws StepwrightError DURATION_NOT_WHOLE for a fraction of a minute
 */
export function wholeMinutes(
  duration: Duration | undefined,
  where: string | (() => string),
): number | string | undefined {
  if (duration === undefined) return undefined;
  if (duration.isUnresolved()) return plainNumber(duration.toMinutes());
  return whole(duration.toMinutes({ integral: false }), 'minutes', where);
}

function whole(count: number, unit: 'seconds' | 'minutes', where: string | (() => string)): number {
  if (Number.isInteger(count)) return count;
  throw new StepwrightError(
    'DURATION_NOT_WHOLE',
    `${unit === 'seconds' ? 'Step Functions' : 'The service'} only accepts whole ${unit}`,
    {
      where: typeof where === 'string' ? where : where(),
      received: `${count} ${unit}`,
      fix: `Duration.${unit}(${Math.max(1, Math.round(count))})`,
    },
  );
}

/** A number field: the number, or the expression that computes it. Other tokens stay as they are. */
export function plainNumber(value: number): number | string;
export function plainNumber(value: number | undefined): number | string | undefined;
export function plainNumber(value: number | undefined): number | string | undefined {
  return value === undefined || !isUnresolved(value) ? value : (Expression._behind(value) ?? value);
}
