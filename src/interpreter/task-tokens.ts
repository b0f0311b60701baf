import { copyJson, type Json } from '../asl';
import { StepwrightError } from '../errors';
import { ownJson } from './own-json';
import type { Scheduler } from './scheduler';
import type { Outcome, WaitingCall } from './waiting-call';

/** When something happens, in virtual time. */
export interface Later {
  /** Virtual milliseconds from now. @default 0 */
  readonly afterMs?: number;
}

/** What a worker gets that polls an activity. */
export interface ActivityTask {
  readonly taskToken: string;
  readonly input: Json;
}

/** A call that waits, and the clock of its run. */
interface Waiting {
  readonly open: WaitingCall;
  readonly scheduler: Scheduler;
}

/**
 * Answers Tasks that wait for their task token, from anywhere: the mock of the same or another Task, or code outside the run. Pass one
 * to the run as `tokens`; runs that share it need different seeds.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token
 */
export class TaskTokens {
  private readonly calls = new Map<string, Waiting>();

  /** SendTaskSuccess. @throws StepwrightError UNKNOWN_TASK_TOKEN, TASK_ALREADY_ENDED, RESULT_NOT_JSON, NUMBER_NOT_EXACT */
  succeed(taskToken: string, output: Json, when: Later = {}): void {
    const { call, withoutLimits } = this.waiting(taskToken).open;
    const own = ownJson(
      output,
      {
        where: `the task token of state '${call.stateName}'`,
        what: 'the output of SendTaskSuccess is not JSON',
        code: 'RESULT_NOT_JSON',
      },
      withoutLimits,
    );
    this.settle(taskToken, { output: own }, when);
  }

  /** SendTaskFailure. @throws StepwrightError UNKNOWN_TASK_TOKEN, TASK_ALREADY_ENDED */
  fail(taskToken: string, error?: string, cause?: string, when: Later = {}): void {
    this.settle(taskToken, { error, cause }, when);
  }

  /** SendTaskHeartbeat. @throws StepwrightError UNKNOWN_TASK_TOKEN, TASK_ALREADY_ENDED */
  heartbeat(taskToken: string, when: Later = {}): void {
    const { open, scheduler } = this.waiting(taskToken);
    schedule(scheduler, when, () => open.heartbeat());
  }

  /** GetActivityTask: the oldest task of an activity that no worker has taken, or undefined. */
  poll(activityArn: string, workerName?: string): ActivityTask | undefined {
    for (const [taskToken, { open, scheduler }] of this.calls) {
      if (open.closed || open.polled || open.call.resource !== activityArn) continue;
      open.polled = true;
      scheduler.soon(() => open.take(workerName));
      return { taskToken, input: copyJson(open.call.input) };
    }
    return undefined;
  }

  /** Whether a call with this token waits now. */
  has(taskToken: string): boolean {
    return this.calls.get(taskToken)?.open.closed === false;
  }

  /** @internal */
  _open(taskToken: string, open: WaitingCall, scheduler: Scheduler): void {
    if (this.has(taskToken)) {
      throw new StepwrightError('DUPLICATE_TASK_TOKEN', 'two calls have the same task token', {
        where: `state '${open.call.stateName}'`,
        fix: 'Give runs that share task tokens different seeds.',
      });
    }
    this.calls.set(taskToken, { open, scheduler });
  }

  private settle(taskToken: string, outcome: Outcome, when: Later): void {
    const { open, scheduler } = this.waiting(taskToken);
    schedule(scheduler, when, () => open.settle(outcome));
  }

  private waiting(taskToken: string): Waiting {
    const found = this.calls.get(taskToken);
    if (found === undefined) {
      throw new StepwrightError('UNKNOWN_TASK_TOKEN', 'no Task of this run has this task token', {
        received: taskToken,
        fix: 'Use the taskToken of the call, and pass this object to the run as tokens.',
      });
    }
    if (!found.open.closed) return found;
    throw new StepwrightError(
      'TASK_ALREADY_ENDED',
      `the Task '${found.open.call.stateName}' of this task token has already ended`,
      { received: taskToken },
    );
  }
}

function schedule(scheduler: Scheduler, { afterMs = 0 }: Later, action: () => void): void {
  if (afterMs > 0) scheduler.at(scheduler.time + afterMs, action);
  else scheduler.soon(action);
}
