import { StepwrightError, type ErrorCode } from '../errors';

/** A Duration of the CDK, without importing the CDK. */
export interface DurationLike {
  toMilliseconds(): number;
}

/** An option that is a length of virtual time, and the message for an invalid value. */
interface SecondsOption {
  readonly code: ErrorCode;
  readonly name: string;
  readonly what: string;
  readonly fix: string;
}

/** The time at which an execution is redriven. */
export const AFTER: SecondsOption = {
  code: 'INVALID_REDRIVE_TIME',
  name: 'after',
  what: 'an execution can only be redriven after its end',
  fix: 'Use the time between the end of the previous run and the redrive, or remove it to redrive immediately.',
};

/** The time at which an execution is stopped. */
export const ABORT_AFTER: SecondsOption = {
  code: 'INVALID_ABORT_TIME',
  name: 'abortAfter',
  what: 'an execution is stopped after its start, or after its redrive',
  fix: 'Use the time between the start of the attempt and its stop, or remove it.',
};

/**
 * Converts an option from seconds or a Duration to milliseconds.
 *
 * @throws StepwrightError with the option's code if it is negative or not a finite number
 */
export function msOf(value: number | DurationLike, { code, name, what, fix }: SecondsOption): number {
  const ms = typeof value === 'number' ? value * 1000 : isDuration(value) ? value.toMilliseconds() : NaN;
  if (Number.isFinite(ms) && ms >= 0) return ms;
  throw new StepwrightError(code, what, {
    where: name,
    received: String(value),
    allowed: 'a Duration, or a number of seconds, at least 0, such as 60 or 0.5',
    fix,
  });
}

/** JavaScript can pass anything. */
function isDuration(value: unknown): value is DurationLike {
  return typeof (value as Partial<DurationLike> | undefined)?.toMilliseconds === 'function';
}
