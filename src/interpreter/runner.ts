import type { WorkflowType } from '../asl';
import { StepwrightError } from '../errors';
import type { Program } from './compiled';
import { Execution, type PendingAnswer, type World } from './execution';
import { historyEvent } from './history';
import type { HistoryEvent } from './history-event';
import { Random } from './random';
import type { Run, RunOptions } from './run';
import { Scheduler } from './scheduler';
import { settingsOf, DEFAULT_START_TIME } from './settings';
import { settled } from './settled';

/** The longest an execution lives, in milliseconds. @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const LONGEST_MS: Readonly<Record<WorkflowType, number>> = { STANDARD: 31_536_000_000, EXPRESS: 300_000 };

/** A mistake in the set-up of a run; it carries what happened before it. */
export class RunBroken extends StepwrightError {
  /** The events so far. */
  public readonly history: readonly HistoryEvent[];

  constructor(error: StepwrightError, execution: Execution) {
    super(error.code, error.summary, { where: error.where, fix: error.fix, cause: error });
    this.message = error.message;
    this.name = 'StepwrightError';
    this.history = eventsOf(execution);
  }
}

/**
 * Runs a program to its end. What the workflow does, failures included, is in the result.
 *
 * @throws StepwrightError TASK_ANSWERED_LATER if a task handler returned a promise, and what a handler's set-up got wrong; the error's
 * `history` holds the events so far
 */
export function run(program: Program, options: RunOptions = {}): Run {
  const { execution, world } = prepare(program, options);
  return shielded(execution, () => {
    for (;;) {
      world.scheduler.runReady();
      if (execution.ending) return finished(execution);
      if (world.pending.length > 0) {
        throw new StepwrightError('TASK_ANSWERED_LATER', `the handler of '${world.pending[0].stateName}' returned a promise in a synchronous run`, {
          where: `state '${world.pending[0].stateName}'`, fix: 'Use the asynchronous run, or return the answer itself.',
        });
      }
      if (!world.scheduler.step()) expire(execution);
    }
  });
}

/**
 * Runs a program whose task handlers may answer with promises. No virtual timer fires while one is pending, and answers apply in the
 * order in which the calls were made.
 *
 * @throws StepwrightError TASK_NEVER_SETTLED if a promise has not settled after `settleWithinMs` of real time
 */
export async function runAsync(program: Program, options: RunOptions = {}): Promise<Run> {
  const { execution, world } = prepare(program, options);
  try {
    for (;;) {
      world.scheduler.runReady();
      if (execution.ending) return finished(execution);
      if (world.pending.length > 0) await applyPending(world.pending, options.settleWithinMs ?? 5000);
      else if (!world.scheduler.step()) expire(execution);
    }
  } catch (error) {
    throw broken(execution, error);
  }
}

async function applyPending(pending: PendingAnswer[], withinMs: number): Promise<void> {
  const batch = pending.splice(0);
  const results = await settled(batch.map(({ answer }) => answer), withinMs, index => new StepwrightError(
    'TASK_NEVER_SETTLED', `the handler of '${batch[index].stateName}' has not answered after ${withinMs} ms of real time`, {
      where: `state '${batch[index].stateName}'`,
      fix: 'Let its promise settle; a task that never answers in virtual time is { pending: true }. Raise settleWithinMs if it needs longer.',
    }));
  results.forEach((result, i) => {
    if (result.status === 'fulfilled') batch[i].apply(result.value);
    else batch[i].reject(result.reason);
  });
}

function prepare(program: Program, options: RunOptions): { execution: Execution; world: World } {
  const type = options.type ?? program.type ?? 'STANDARD';
  const random = new Random(options.seed ?? 'stepwright');
  const settings = settingsOf(options, type, random);
  const world: World = { scheduler: new Scheduler(options.startTime ?? DEFAULT_START_TIME), pending: [] };
  const execution = new Execution(program, settings, random, world);
  if (!settings.withoutLimits.has('executionDuration')) world.scheduler.at(settings.startTime + LONGEST_MS[type], () => execution.timeOut());
  if (options.abortAfterMs !== undefined) world.scheduler.at(settings.startTime + options.abortAfterMs, () => execution.stop());
  execution.start();
  return { execution, world };
}

/** Nothing is left to do and the execution has not ended: something waits for ever. */
function expire(execution: Execution): void {
  throw new StepwrightError('RUN_STUCK', 'the execution waits for something that never comes', {
    where: `state '${execution.visited[execution.visited.length - 1]}'`,
    fix: 'Give the Task a time-out or an answer, or leave the limit executionDuration on.',
  });
}

function shielded<T>(execution: Execution, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw broken(execution, error);
  }
}

function broken(execution: Execution, error: unknown): unknown {
  return error instanceof StepwrightError ? new RunBroken(error, execution) : error;
}

/** The events of an execution, shaped when first read. */
function eventsOf(execution: Execution): HistoryEvent[] {
  return execution.events.map((record, i) => historyEvent(record, i + 1));
}

function finished(execution: Execution): Run {
  const { settings, ending, visited, transitions, stopTime } = execution;
  let history: readonly HistoryEvent[] | undefined;
  return {
    ...ending!,
    get history() {
      history ??= eventsOf(execution);
      return history;
    },
    startTime: settings.startTime,
    stopTime,
    visited,
    transitions,
    type: settings.type,
    executionArn: settings.executionArn,
    stateMachineArn: settings.stateMachineArn,
  };
}
