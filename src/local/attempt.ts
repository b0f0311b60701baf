import { redrive, redriveAsync, type RedriveOptions, type Run, type RunOptions } from '../interpreter';
import type { CompiledWorkflow } from './compiled-workflow';
import { enforced, noteStops, type Enforcement } from './enforcement';
import type { LocalRedriveOptions, LocalRunOptions } from './run-options';
import { RunResult } from './run-result';
import type { MockAnswers } from './task-runner';
import { withTimeline } from './with-timeline';

/** Everything that an attempt of an execution needs, next to its input. */
export interface AttemptSetup {
  readonly workflow: CompiledWorkflow;
  /** The mocks of its Tasks. */
  readonly mocked: MockAnswers;
  /** Checks calls against roles. Undefined if permissions aren't checked. */
  readonly enforcement: Enforcement | undefined;
  readonly options: LocalRunOptions;
}

/** An attempt of an execution: its first run, or a redrive. */
export interface Attempt {
  /** The options of the run that answer its Tasks. */
  readonly effects: Pick<RunOptions, 'onTask' | 'answersItself' | 'authorizeMap'>;
  /** Makes the result of the finished run. */
  readonly finish: (finished: Run) => RunResult;
}

/** An attempt that has ended. */
export interface FinishedAttempt extends AttemptSetup {
  readonly finished: Run;
}

/** The next attempt of an execution. */
export interface NextAttempt {
  readonly attempt: Attempt;
  readonly redriveOptions: RedriveOptions;
}

/** Makes the next attempt from the last one. */
export type NextAttemptOf = (last: FinishedAttempt, changes: LocalRedriveOptions) => NextAttempt;

/** Sets up an attempt. Its result can be redriven with `nextOf`. */
export function attemptOf(setup: AttemptSetup, nextOf: NextAttemptOf): Attempt {
  const { workflow, mocked, enforcement } = setup;
  const answers = enforcement ? enforced(mocked, enforcement) : mocked;
  return {
    effects: {
      onTask: answers.onTask,
      answersItself: answers.answersItself,
      ...(enforcement ? { authorizeMap: map => enforcement.mapRefusal(map) } : {}),
    },
    finish: finished => {
      const last: FinishedAttempt = { ...setup, finished };
      if (enforcement) {
        const calls = answers.recorded.map(({ call }) => call);
        noteStops(finished, calls, enforcement);
      }
      return new RunResult(finished, workflow, answers, enforcement, {
        sync: changes =>
          withTimelineOfError(() => {
            const { attempt, redriveOptions } = nextOf(last, changes);
            return attempt.finish(redrive(finished, redriveOptions));
          }),
        async: async changes => {
          try {
            const { attempt, redriveOptions } = nextOf(last, changes);
            return attempt.finish(await redriveAsync(finished, redriveOptions));
          } catch (error) {
            throw withTimeline(error);
          }
        },
      });
    },
  };
}

function withTimelineOfError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw withTimeline(error);
  }
}
