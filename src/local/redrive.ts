import { attemptOf, type FinishedAttempt, type NextAttempt } from './attempt';
import { mockNames } from './compiled-workflow';
import { Enforcement } from './enforcement';
import { objectReader } from './files';
import { checkMocks } from './read-mocks';
import type { LocalRedriveOptions, LocalRunOptions } from './run-options';
import { ABORT_AFTER, AFTER, msOf } from './seconds';
import { checkTaskNames } from './task-names';

/**
 * Sets up a redrive of a finished attempt.
 *
 * @throws StepwrightError if the options name a Task that the workflow doesn't have, or a time is not valid
 */
export function redriveOf(last: FinishedAttempt, changes: LocalRedriveOptions): NextAttempt {
  const { finished, workflow, mocked, enforcement } = last;
  const { app, machine } = workflow;
  const {
    mocks,
    after = 0,
    abortAfter,
    files,
    permissions = last.options.permissions ?? 'enforce',
    settleWithinMs = last.options.settleWithinMs,
  } = changes;
  if (mocks) {
    checkMocks(mocks);
    checkTaskNames(mocks, mockNames(workflow));
  }
  const options: LocalRunOptions = { ...last.options, permissions, settleWithinMs };
  const { names, tokens, onProgress } = options;
  const enforces =
    app && permissions === 'enforce' ? (enforcement?.copy() ?? new Enforcement(app, machine)) : undefined;
  const attempt = attemptOf({ workflow, mocked: mocked.again(mocks), enforcement: enforces, options }, redriveOf);
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
