import { StepwrightError } from '../errors';

/** An option that is a length of virtual time, and what is said where it is none. */
interface SecondsOption {
  readonly code: string;
  readonly name: string;
  readonly what: string;
  readonly fix: string;
}

/** When an execution is redriven. */
export const AFTER: SecondsOption = {
  code: 'REDRIVE_TIME',
  name: 'afterSeconds',
  what: 'an execution is redriven after its end',
  fix: 'Give the seconds from the end of the run before to its redrive, or leave it out: it is then redriven at once.',
};

/** When an execution is stopped. */
export const ABORT_AFTER: SecondsOption = {
  code: 'ABORT_TIME',
  name: 'abortAfterSeconds',
  what: 'an execution is stopped after its start, or after its redrive',
  fix: 'Give the seconds from the start of the attempt to its stop, or leave it out: it is then not stopped.',
};

/**
 * The milliseconds of an option in seconds.
 *
 * @throws StepwrightError with the option's code, if it is no number from 0 on
 */
export function msOf(seconds: number, { code, name, what, fix }: SecondsOption): number {
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  throw new StepwrightError(code, what, {
    where: name,
    received: String(seconds),
    allowed: 'a number of seconds from 0 on, such as 60 or 0.5',
    fix,
  });
}
