import { Token, type Duration } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import { Expression } from './expression';

/**
 * A duration as the language writes it: whole seconds, or the expression that computes them.
 *
 * @param duration what the user gave
 * @param where the place for messages
 * @throws StepwrightError DURATION_NOT_WHOLE for a fraction of a second
 */
export function wholeSeconds(duration: Duration | undefined, where: string): number | string | undefined {
  if (duration === undefined) return undefined;
  if (duration.isUnresolved()) return plainNumber(duration.toSeconds());
  const seconds = duration.toSeconds({ integral: false });
  if (Number.isInteger(seconds)) return seconds;
  throw new StepwrightError('DURATION_NOT_WHOLE', 'Step Functions counts whole seconds', {
    where, received: `${seconds} seconds`, fix: `Duration.seconds(${Math.max(1, Math.round(seconds))})`,
  });
}

/** A number field: the number, or the expression that computes it. Other tokens stay as they are. */
export function plainNumber(value: number): number | string;
export function plainNumber(value: number | undefined): number | string | undefined;
export function plainNumber(value: number | undefined): number | string | undefined {
  return value === undefined || !Token.isUnresolved(value) ? value : Expression._behind(value) ?? value;
}
