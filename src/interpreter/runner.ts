import { MAX_EXECUTION_MS, MAX_PAYLOAD_BYTES } from '../asl';
import { StepwrightError } from '../errors';
import { checkNumbers } from './exact-numbers';
import { Execution, type RunWorld } from './execution';
import { ExecutionNames } from './execution-names';
import type { ExecutionSettings } from './execution-settings';
import { eventsOf, FinishedRun } from './finished-run';
import type { HistoryEvent } from './history-event';
import { WrittenObjects } from './map-run/written-objects';
import { exceedsPayload } from './payload';
import type { Program } from './program';
import { Random } from './random';
import type { Run } from './run';
import { HistoryFull } from './run-frame';
import type { RunOptions } from './run-options';
import { Scheduler } from './scheduler';
import { settingsOf } from './settings';
import { settled } from './settled';
import { TaskTokens } from './task-tokens';
import type { PendingAnswer } from './world';

const DEFAULT_SEED = 'stepwright';
/** An error shows at most the events that a Standard execution can have. */
const MOST_EVENTS_OF_ERROR = 25_000;

/** A mistake in the set-up of a run. It carries the events before it. */
export class RunBroken extends StepwrightError {
  /** The events so far; of a very long run, the first 1,000. */
  public readonly history: readonly HistoryEvent[];

  constructor(error: StepwrightError, execution: Execution) {
    super(error.code, error.summary, { where: error.where, fix: error.fix, cause: error });
    this.message = error.message;
    this.name = 'StepwrightError';
    this.history = eventsOf(execution, MOST_EVENTS_OF_ERROR);
  }
}

/**
 * Runs a program to its end. What the workflow does, failures included, is in the result.
 *
 * @throws StepwrightError MOCK_RETURNED_PROMISE if a mock returned a promise, and errors in the set-up of a mock; the error's
 * `history` holds the events so far
 */
export function run(program: Program, options: RunOptions = {}): Run {
  const { execution, world } = prepare(program, options);
  return toEnd(execution, world);
}

/** Runs what has been prepared to its end. */
export function toEnd(execution: Execution, world: RunWorld): Run {
  try {
    for (;;) {
      withRoom(() => world.scheduler.runReady());
      if (allEnded(world)) return new FinishedRun(execution);
      if (world.pending.length > 0) {
        throw new StepwrightError(
          'MOCK_RETURNED_PROMISE',
          `the mock of '${world.pending[0].stateName}' returned a promise in a synchronous run`,
          {
            where: `state '${world.pending[0].stateName}'`,
            fix: 'Use the asynchronous run, or return the result itself.',
          },
        );
      }
      if (!withRoom(() => world.scheduler.step())) expire(execution);
    }
  } catch (error) {
    throw broken(execution, error);
  }
}

/**
 * Runs a program whose mocks may return promises. No virtual timer fires while one is pending, and answers apply in the
 * order in which the calls were made.
 *
 * @throws StepwrightError MOCK_NEVER_SETTLED if a promise has not settled after `settleWithinMs` of real time
 */
export async function runAsync(program: Program, options: RunOptions = {}): Promise<Run> {
  const { execution, world } = prepare(program, options);
  return toEndAsync(execution, world, options.settleWithinMs);
}

/** Runs a prepared execution to completion, with mocks that may return promises. */
export async function toEndAsync(execution: Execution, world: RunWorld, settleWithinMs = 5000): Promise<Run> {
  try {
    for (;;) {
      withRoom(() => world.scheduler.runReady());
      if (allEnded(world)) return new FinishedRun(execution);
      if (world.pending.length > 0) await applyPending(world.pending, settleWithinMs);
      else if (!withRoom(() => world.scheduler.step())) expire(execution);
    }
  } catch (error) {
    throw broken(execution, error);
  }
}

/** Does something; an execution whose history is full ends with that. */
function withRoom(work: () => boolean | void): boolean {
  try {
    return work() !== false;
  } catch (error) {
    if (!(error instanceof HistoryFull)) throw error;
    error.execution.failFull();
    return true;
  }
}

/** Executions that Tasks have started go on when the one that started them has ended. */
function allEnded({ executions }: RunWorld): boolean {
  for (let i = 0; i < executions.length; i++) if (!executions[i].ending) return false;
  return true;
}

async function applyPending(pending: PendingAnswer[], withinMs: number): Promise<void> {
  const batch = pending.splice(0);
  const results = await settled(
    batch.map(({ answer }) => answer),
    withinMs,
    index =>
      new StepwrightError(
        'MOCK_NEVER_SETTLED',
        `the mock of '${batch[index].stateName}' didn't settle within ${withinMs} ms of real time`,
        {
          where: `state '${batch[index].stateName}'`,
          fix: 'Settle its promise, or raise settleWithinMs. For a call that never completes, use { pending: true }.',
        },
      ),
  );
  results.forEach((result, i) => {
    if (result.status === 'fulfilled') batch[i].apply(result.value);
    else batch[i].reject(result.reason);
  });
}

function prepare(program: Program, options: RunOptions): { execution: Execution; world: RunWorld } {
  const type = options.type ?? program.type ?? 'STANDARD';
  const random = new Random(options.seed ?? DEFAULT_SEED);
  const settings = settingsOf(options, type, random);
  const world: RunWorld = {
    scheduler: new Scheduler(settings.startTime),
    pending: [],
    tokens: options.tokens ?? new TaskTokens(),
    names: options.names ?? new ExecutionNames(),
    written: new WrittenObjects(),
    machines: options.machines ?? (() => undefined),
    executions: [],
  };
  checkNumbers(program, settings);
  checkStart(settings, world, options);
  const execution = start(program, settings, random, world);
  if (options.abortAfterMs !== undefined) {
    world.scheduler.at(settings.startTime + options.abortAfterMs, () =>
      execution.stop(options.abortWith?.error, options.abortWith?.cause),
    );
  }
  if (options.deliverTwice) {
    execution.redelivery = start(
      program,
      settings,
      new Random(`${options.seed ?? DEFAULT_SEED}, delivered again`),
      world,
    );
  }
  return { execution, world };
}

function start(program: Program, settings: ExecutionSettings, random: Random, world: RunWorld): Execution {
  const execution = new Execution(program, settings, random, world, () => world.names.end(settings.executionArn));
  if (!settings.withoutLimits.has('executionDuration')) {
    world.scheduler.at(settings.startTime + MAX_EXECUTION_MS[settings.type], () => execution.timeOut());
  }
  world.executions.push(execution);
  execution.start();
  return execution;
}

/** What StartExecution refuses. */
function checkStart(settings: ExecutionSettings, world: RunWorld, { deliverTwice }: RunOptions): void {
  const { type, synchronous, input, executionArn, executionName, withoutLimits } = settings;
  if (deliverTwice && (type !== 'EXPRESS' || synchronous)) {
    throw new StepwrightError('CANNOT_DELIVER_TWICE', 'only an asynchronous Express execution can run twice', {
      received: type === 'EXPRESS' ? 'a synchronous Express execution' : 'a Standard execution',
      fix: 'Leave deliverTwice out. This workflow runs exactly once.',
    });
  }
  if (!withoutLimits.has('payload') && exceedsPayload(input)) {
    throw new StepwrightError('INPUT_TOO_LARGE', 'the input is larger than 256 KiB', {
      allowed: `${MAX_PAYLOAD_BYTES} bytes of JSON text`,
      fix: "Pass large data by reference, or turn the limit off: withoutLimits: ['payload'].",
    });
  }
  if (world.names.take(type, executionArn, input) !== 'START') {
    throw new StepwrightError(
      'EXECUTION_ALREADY_EXISTS',
      `an execution with the name '${executionName}' already exists`,
      {
        where: executionArn,
        fix: 'Give each execution of a Standard workflow its own name.',
      },
    );
  }
}

/** Nothing is left to do and the execution has not ended: something waits for ever. */
function expire(execution: Execution): void {
  throw new StepwrightError('RUN_STUCK', 'the execution waits for something that never happens', {
    where: `state '${execution.events.visited().pop()}'`,
    fix: 'Give the Task a timeout or a mock that ends, or keep the limit executionDuration on.',
  });
}

function broken(execution: Execution, error: unknown): unknown {
  return error instanceof StepwrightError ? new RunBroken(error, execution) : error;
}
