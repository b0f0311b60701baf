import { Execution, type RunWorld } from '../execution';
import type { ExecutionSettings } from '../execution-settings';
import type { Ending } from '../execution-status';
import { standAs } from './go-on';
import { notRedrivable } from './redrivable';

/**
 * The same execution once more, from where it stopped: it has its ARN, its input and its history, its own values, and a redrive more. That one stays as
 * it is. What runs next is up to the caller.
 *
 * @param settings what the redrive changes of the settings: who answers Tasks, what is read
 */
export function redrivenExecution(
  before: Execution,
  settings: Partial<ExecutionSettings>,
  world: RunWorld,
  onEnd: (ending: Ending) => void,
): Execution {
  const { time } = world.scheduler;
  const count = (before.settings.redrive?.count ?? 0) + 1;
  const execution = new Execution(
    before.program,
    { ...before.settings, ...settings, redrive: { count, time } },
    before.random.copy(),
    world,
    onEnd,
  );
  execution.goOnFrom(before);
  standAs(execution.root, before.root);
  // a redrive is a state transition
  execution.transitions++;
  execution.record('ExecutionRedriven', execution.events.length, undefined, undefined, { redriveCount: count });
  execution.limitTime();
  return execution;
}

/** Why an execution that has ended cannot be redriven at a time; undefined if it can. */
export function refusal({ settings, ending, stopTime, events }: Execution, time: number): string | undefined {
  const { type, startTime, withoutLimits } = settings;
  return notRedrivable(
    { type, status: ending?.status ?? 'RUNNING', startTime, stopTime, events: events.length, withoutLimits },
    time,
  );
}
