import { MAX_EXECUTION_MS } from '../../asl';
import { StepwrightError } from '../../errors';
import type { Execution, RunWorld } from '../execution';
import { FinishedRun } from '../finished-run';
import type { Run } from '../run';
import type { RunOptions } from '../run-options';
import { toEnd, toEndAsync } from '../runner';
import { Scheduler } from '../scheduler';
import { TaskTokens } from '../task-tokens';
import { goOn } from './go-on';
import { redrivenExecution, refusal } from './redriven-execution';

/** What one redrive starts with. What is left out is as in the run before. */
export interface RedriveOptions extends Pick<RunOptions, 'settleWithinMs' | 'abortWith' | 'tokens' | 'names'> {
  /** When it is redriven, in virtual milliseconds after its end. @default 0 */
  readonly afterMs?: number;
  /** Stops the execution at this virtual time, in milliseconds after the redrive. @default - never */
  readonly abortAfterMs?: number;
  readonly onTask?: RunOptions['onTask'];
  readonly answersItself?: RunOptions['answersItself'];
  readonly authorizeMap?: RunOptions['authorizeMap'];
  readonly objects?: RunOptions['objects'];
  readonly onProgress?: RunOptions['onProgress'];
}

/**
 * Redrives an execution that failed, timed out or was stopped, from where it stopped, to its end. The result has the whole history; the run that
 * is given stays as it is, and can be redriven again in another way.
 *
 * @throws StepwrightError EXECUTION_NOT_REDRIVABLE, and what `run` throws
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
 */
export function redrive(finished: Run, options: RedriveOptions = {}): Run {
  const { execution, world } = prepare(finished, options);
  return toEnd(execution, world);
}

/** Redrives an execution whose mocks may return promises. */
export async function redriveAsync(finished: Run, options: RedriveOptions = {}): Promise<Run> {
  const { execution, world } = prepare(finished, options);
  return toEndAsync(execution, world, options.settleWithinMs);
}

function prepare(finished: Run, options: RedriveOptions): { execution: Execution; world: RunWorld } {
  const {
    afterMs = 0,
    abortAfterMs,
    abortWith,
    onTask,
    answersItself,
    authorizeMap,
    objects,
    onProgress,
    names,
    tokens,
  } = options;
  const before = FinishedRun.executionOf(finished);
  const time = before.stopTime + checkedDelay(afterMs);
  checkRedrivable(before, time);
  const world: RunWorld = {
    ...before.world,
    scheduler: new Scheduler(time),
    pending: [],
    tokens: tokens ?? new TaskTokens(),
    names: names ?? before.world.names.copy(),
    written: before.world.written.copy(),
    executions: [],
  };
  const changes = Object.fromEntries(
    Object.entries({ onTask, answersItself, authorizeMap, objects, onProgress }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const { executionArn, startTime, withoutLimits } = before.settings;
  world.names.runAgain(executionArn);
  // names that are shared with other runs tell of no virtual time
  if (names === undefined) keepRunning(before, world, time);
  const execution = redrivenExecution(before, changes, world, () => world.names.end(executionArn));
  world.executions.push(execution);
  if (!withoutLimits.has('executionDuration')) {
    world.scheduler.at(startTime + MAX_EXECUTION_MS.STANDARD, () => execution.timeOut());
  }
  world.scheduler.soon(() => goOn(execution.root));
  if (abortAfterMs !== undefined) {
    world.scheduler.at(time + abortAfterMs, () => execution.stop(abortWith?.error, abortWith?.cause));
  }
  return { execution, world };
}

/** What has ended since, but not yet at the time of the redrive, runs on until then. */
function keepRunning(before: Execution, { names, scheduler }: RunWorld, time: number): void {
  for (const {
    stopTime,
    settings: { executionArn },
  } of before.world.executions.filter(other => other !== before && other.stopTime > time)) {
    names.runAgain(executionArn);
    scheduler.at(stopTime, () => names.end(executionArn));
  }
}

function checkedDelay(afterMs: number): number {
  if (Number.isFinite(afterMs) && afterMs >= 0) return afterMs;
  throw new StepwrightError('INVALID_REDRIVE_TIME', 'an execution can only be redriven after its end', {
    where: 'afterMs',
    received: `${afterMs} milliseconds`,
    allowed: 'a finite number of milliseconds, at least 0',
    fix: 'Set it to the time between the end and the redrive, or leave it out.',
  });
}

/** What RedriveExecution refuses. */
function checkRedrivable(before: Execution, time: number): void {
  const { executionArn, mapItem, type } = before.settings;
  const byMapRun = mapItem !== undefined;
  const reason = byMapRun ? 'the execution is a child of a Map Run (REDRIVABLE_BY_MAP_RUN)' : refusal(before, time);
  if (reason === undefined) return;
  throw new StepwrightError('EXECUTION_NOT_REDRIVABLE', `the execution can't be redriven: ${reason}`, {
    where: executionArn,
    received: `${type}, ${before.ending?.status}, ${before.events.length} events, ${(time - before.stopTime) / 1000} s after its end`,
    allowed:
      'Standard executions that ended as FAILED, TIMED_OUT, or ABORTED, up to 14 days after their end, with fewer than 24,999 events, within a year of their start',
    fix: byMapRun
      ? 'Redrive the execution that started the Map Run.'
      : before.ending?.status === 'SUCCEEDED'
        ? 'Redrive only an execution that did not succeed.'
        : 'Start a new execution.',
  });
}
