import type { Retrier } from '../asl';
import type { CompiledRetrier } from './compiled-handlers';
import { isSilent, matches, type Failure } from './failure';
import type { Frame } from './frame';

/**
 * Fills in the defaults: one second, three attempts, doubled each time.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error
 */
export function compileRetriers(retriers: readonly Retrier[] | undefined): CompiledRetrier[] {
  return (retriers ?? []).map(retrier => ({
    names: retrier.ErrorEquals,
    intervalMs: (retrier.IntervalSeconds ?? 1) * 1000,
    maxAttempts: retrier.MaxAttempts ?? 3,
    backoffRate: retrier.BackoffRate ?? 2,
    maxDelayMs: retrier.MaxDelaySeconds === undefined ? Number.POSITIVE_INFINITY : retrier.MaxDelaySeconds * 1000,
    fullJitter: retrier.JitterStrategy === 'FULL',
  }));
}

/** The index of the retrier that a failure meets, or a negative number. `States.Runtime` meets none, not even one that names it. */
export function retrierFor(retriers: readonly CompiledRetrier[], failure: Failure): number {
  return isSilent(failure) ? -1 : retriers.findIndex(retrier => matches(retrier.names, failure));
}

/** The milliseconds before the next attempt after some retries, without jitter. */
export function backOffMs({ intervalMs, backoffRate, maxDelayMs }: CompiledRetrier, made: number): number {
  return Math.min(intervalMs * backoffRate ** made, maxDelayMs);
}

/**
 * The milliseconds after which the frame's state is tried again, or undefined if no retrier wants to. The first that matches decides.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function nextRetry(frame: Frame, failure: Failure): number | undefined {
  const { retriers } = frame.state;
  const index = retrierFor(retriers, failure);
  if (index < 0) return undefined;
  const retrier = retriers[index];
  frame.retries ??= retriers.map(() => 0);
  const made = frame.retries[index];
  if (made >= retrier.maxAttempts) return undefined;
  frame.retries[index]++;
  frame.retryCount++;
  const delay = backOffMs(retrier, made);
  return retrier.fullJitter ? delay * frame.random() : delay;
}
