import { StepwrightError } from '../errors';
import type { Frame } from './frame';

/**
 * A scope that enters more states at one instant loops without an end. Each state takes at least some milliseconds on AWS,
 * so no Express execution gets this far within its five minutes.
 */
const MOST_STATES_AT_ONCE = 250_000;

/**
 * Counts the states that a scope enters without any time passing. A Standard execution ends at 25,000 events, but an
 * Express execution has no such limit. The states of other branches and items don't count: a Map of a million items isn't a
 * loop.
 *
 * @throws StepwrightError ENDLESS_LOOP
 */
export function checkLoop(frame: Frame): void {
  const { instant } = frame.execution.scheduler;
  if (instant !== frame.loopAt) {
    frame.loopAt = instant;
    frame.statesAtOnce = 0;
  }
  if (++frame.statesAtOnce < MOST_STATES_AT_ONCE) return;
  throw new StepwrightError('ENDLESS_LOOP', `a loop entered ${MOST_STATES_AT_ONCE} states without any time passing`, {
    where: `state '${frame.state.name}'`,
    fix: 'Let the loop end, for example with a Choice on a counter. On AWS it would run until the execution times out.',
  });
}
