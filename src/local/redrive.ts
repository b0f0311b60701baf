import { redrive, redriveAsync, type RedriveOptions, type Run, type RunOptions } from '../interpreter';
import { enforced, Enforcement, noteStops, type PermissionsMode } from './enforcement';
import { objectReader, type Files } from './files';
import type { LocalRunOptions } from './local-run';
import type { Mocks } from './mocks';
import { checkMocks } from './read-mocks';
import { RunResult } from './run-result';
import { ABORT_AFTER, AFTER, msOf, type DurationLike } from './seconds';
import { namedDefinitions, type CompiledWorkflow } from './compiled-workflow';
import { checkTaskNames } from './task-names';
import type { MockAnswers } from './task-runner';
import { withTimeline } from './with-timeline';

/** How a redrive is set up. What is left out is as in the run before. */
export interface LocalRedriveOptions {
  /**
   * Mocks for the redrive. They take precedence over those of the previous run, whose sequences continue where they stopped.
   *
   * @default - the same as before
   */
  readonly mocks?: Mocks;
  /** The virtual time between the end of the execution and its redrive: seconds, or a Duration. @default 0 */
  readonly after?: number | DurationLike;
  /** Stops the execution at this virtual time after the redrive: seconds, or a Duration. @default - the execution is not stopped */
  readonly abortAfter?: number | DurationLike;
  /** Whether every call is checked against the role that the machine has in the template. @default - as before */
  readonly permissions?: PermissionsMode;
  /** The S3 objects that Distributed Maps read now, in place of those before. @default - the same as before */
  readonly files?: Files;
  /** The longest time that a promise of a mock may take, in milliseconds of real time. @default - as before */
  readonly settleWithinMs?: number;
}

/** One attempt of an execution, its first run or a redrive: what answers it, and what is made of its end. */
export interface Attempt {
  readonly effects: Pick<RunOptions, 'onTask' | 'answersItself' | 'authorizeMap'>;
  readonly finish: (finished: Run) => RunResult;
}

/** Sets an attempt up. Its result can be redriven. */
export function attemptOf(
  workflow: CompiledWorkflow,
  mocked: MockAnswers,
  enforcement: Enforcement | undefined,
  options: LocalRunOptions,
): Attempt {
  const answers = enforcement ? enforced(mocked, enforcement) : mocked;
  return {
    effects: {
      onTask: answers.onTask,
      answersItself: answers.answersItself,
      ...(enforcement ? { authorizeMap: map => enforcement.mapRefusal(map) } : {}),
    },
    finish: finished => {
      const next = (changes: LocalRedriveOptions): { attempt: Attempt; redriveOptions: RedriveOptions } =>
        redriveOf({ finished, workflow, mocked, enforcement, options }, changes);
      const result = new RunResult(finished, workflow, answers.recorded, enforcement, {
        sync: changes =>
          told(() => {
            const { attempt, redriveOptions } = next(changes);
            return attempt.finish(redrive(finished, redriveOptions));
          }),
        async: async changes => {
          try {
            const { attempt, redriveOptions } = next(changes);
            return attempt.finish(await redriveAsync(finished, redriveOptions));
          } catch (error) {
            throw withTimeline(error);
          }
        },
      });
      if (enforcement) noteStops(finished, result.calls, enforcement);
      return result;
    },
  };
}

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw withTimeline(error);
  }
}

/** The attempt before: how it ended, and how it was set up. */
interface Before {
  readonly finished: Run;
  readonly workflow: CompiledWorkflow;
  readonly mocked: MockAnswers;
  readonly enforcement: Enforcement | undefined;
  readonly options: LocalRunOptions;
}

function redriveOf(before: Before, changes: LocalRedriveOptions): { attempt: Attempt; redriveOptions: RedriveOptions } {
  const { finished, workflow, mocked, enforcement } = before;
  const { app, machine } = workflow;
  const {
    mocks,
    after = 0,
    abortAfter,
    files,
    permissions = before.options.permissions ?? 'enforce',
    settleWithinMs = before.options.settleWithinMs,
  } = changes;
  if (mocks) {
    checkMocks(mocks);
    checkTaskNames(mocks, namedDefinitions(workflow), app);
  }
  const options: LocalRunOptions = { ...before.options, permissions, settleWithinMs };
  const { names, tokens, onProgress } = options;
  const enforces =
    app && permissions === 'enforce' ? (enforcement?.copy() ?? new Enforcement(app, machine)) : undefined;
  const attempt = attemptOf(workflow, mocked.again(mocks), enforces, options);
  return {
    attempt,
    redriveOptions: {
      authorizeMap: () => undefined,
      ...attempt.effects,
      ...(files ? { objects: objectReader(files, app, finished.startTime) } : {}),
      afterMs: msOf(after, AFTER),
      abortAfterMs: abortAfter === undefined ? undefined : msOf(abortAfter, ABORT_AFTER),
      names,
      tokens,
      settleWithinMs,
      onProgress,
    },
  };
}
