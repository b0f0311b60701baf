import { redrive, redriveAsync, type RedriveOptions, type Run, type RunOptions } from '../interpreter';
import { enforced, Enforcement, noteStops, type PermissionsMode } from './enforcement';
import { objectReader, type Files } from './files';
import type { Tasks } from './handlers';
import type { LocalRunOptions } from './local-run';
import { checkTasks } from './read-tasks';
import { RunResult } from './run-result';
import { ABORT_AFTER, AFTER, msOf } from './seconds';
import { namedDefinitions, type CompiledWorkflow } from './compiled-workflow';
import { checkTaskNames } from './task-names';
import type { HandlerAnswers } from './task-runner';
import { withTimeline } from './with-timeline';

/** How a redrive is set up. What is left out is as in the run before. */
export interface LocalRedriveOptions {
  /**
   * Who answers which Task now: these are asked before those of the run before, which go on, sequences where they stopped.
   *
   * @default - the same as before
   */
  readonly tasks?: Tasks;
  /** When it is redriven: virtual seconds after its end. @default 0 */
  readonly afterSeconds?: number;
  /** Stops the execution at this virtual time, in seconds after the redrive. @default - never */
  readonly abortAfterSeconds?: number;
  /** Whether every call is checked against the role that the machine has in the template. @default - as before */
  readonly permissions?: PermissionsMode;
  /** The S3 objects that Distributed Maps read now, in place of those before. @default - the same as before */
  readonly files?: Files;
  /** How long a promise of a handler may take in real time, in milliseconds. @default - as before */
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
  handlers: HandlerAnswers,
  enforcement: Enforcement | undefined,
  options: LocalRunOptions,
): Attempt {
  const answers = enforcement ? enforced(handlers, enforcement) : handlers;
  return {
    effects: {
      onTask: answers.onTask,
      answersItself: answers.answersItself,
      ...(enforcement ? { authorizeMap: map => enforcement.mapRefusal(map) } : {}),
    },
    finish: finished => {
      const next = (changes: LocalRedriveOptions): { attempt: Attempt; redriveOptions: RedriveOptions } =>
        redriveOf({ finished, workflow, handlers, enforcement, options }, changes);
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
  readonly handlers: HandlerAnswers;
  readonly enforcement: Enforcement | undefined;
  readonly options: LocalRunOptions;
}

function redriveOf(before: Before, changes: LocalRedriveOptions): { attempt: Attempt; redriveOptions: RedriveOptions } {
  const { finished, workflow, handlers, enforcement } = before;
  const { app, machine } = workflow;
  const {
    tasks,
    afterSeconds = 0,
    abortAfterSeconds,
    files,
    permissions = before.options.permissions ?? 'enforce',
    settleWithinMs = before.options.settleWithinMs,
  } = changes;
  if (tasks) {
    checkTasks(tasks);
    checkTaskNames(tasks, namedDefinitions(workflow), app);
  }
  const options: LocalRunOptions = { ...before.options, permissions, settleWithinMs };
  const { names, tokens, onProgress } = options;
  const enforces =
    app && permissions === 'enforce' ? (enforcement?.copy() ?? new Enforcement(app, machine)) : undefined;
  const attempt = attemptOf(workflow, handlers.again(tasks), enforces, options);
  return {
    attempt,
    redriveOptions: {
      authorizeMap: () => undefined,
      ...attempt.effects,
      ...(files ? { objects: objectReader(files, app, finished.startTime) } : {}),
      afterMs: msOf(afterSeconds, AFTER),
      abortAfterMs: abortAfterSeconds === undefined ? undefined : msOf(abortAfterSeconds, ABORT_AFTER),
      names,
      tokens,
      settleWithinMs,
      onProgress,
    },
  };
}
