import type { Duration } from 'aws-cdk-lib';
import { MAX_SECONDS } from '../asl';
import { StepwrightError } from '../errors';
import { placeOf, type CallSite } from './call-site';
import { wholeSeconds } from '../integrations/whole-seconds';

/** The seconds of a Task's time-out and heartbeat, or the expressions that compute them. */
export function taskTimes(
  state: string,
  timeout: Duration | undefined,
  heartbeat: Duration | undefined,
  site: CallSite,
): { timeout?: number | string; heartbeat?: number | string } {
  const times = {
    timeout: seconds(state, 'timeout', timeout, site),
    heartbeat: seconds(state, 'heartbeat', heartbeat, site),
  };
  if (
    typeof times.timeout === 'number' &&
    typeof times.heartbeat === 'number' &&
    times.heartbeat >= times.timeout &&
    !timeout?.isUnresolved() &&
    !heartbeat?.isUnresolved()
  ) {
    throw new StepwrightError(
      'HEARTBEAT_NOT_SHORTER',
      `The heartbeat of '${state}' is not shorter than its timeout, so it would never fire`,
      {
        where: placeOf(site),
        received: `heartbeat ${times.heartbeat} seconds, timeout ${times.timeout} seconds`,
        allowed: 'a heartbeat shorter than the timeout',
        fix:
          times.timeout > 1
            ? `a heartbeat of at most ${times.timeout - 1} seconds, or a longer timeout`
            : 'a longer timeout',
      },
    );
  }
  return times;
}

function seconds(
  state: string,
  field: string,
  duration: Duration | undefined,
  site: CallSite,
): number | string | undefined {
  const value = wholeSeconds(duration, `'${state}', ${field}`);
  if (typeof value !== 'number' || duration?.isUnresolved() || (value >= 1 && value <= MAX_SECONDS)) return value;
  throw new StepwrightError('TIME_OUT_OF_RANGE', `The ${field} of '${state}' is out of range`, {
    where: placeOf(site),
    received: `${value} seconds`,
    allowed: `1 to ${MAX_SECONDS} seconds`,
    fix: value < 1 ? `leave ${field} out, or use at least one second` : `Duration.seconds(${MAX_SECONDS})`,
  });
}
