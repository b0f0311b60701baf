import { MAX_EXECUTION_MS, MAX_HISTORY_EVENTS, REDRIVE_PERIOD_MS, type WorkflowType } from '../../asl';
import type { LimitName } from '../limits';

/** What decides whether an execution can be redriven. */
export interface Candidate {
  readonly type: WorkflowType;
  /** As DescribeExecution tells it, `RUNNING` included. */
  readonly status: string;
  /** Milliseconds since 1970. */
  readonly startTime: number;
  /** Milliseconds since 1970. */
  readonly stopTime: number;
  /** How many events its history has. */
  readonly events: number;
  readonly withoutLimits?: ReadonlySet<LimitName>;
}

/** ExecutionRedriven and at least one more event must fit. */
const TOO_MANY_EVENTS = MAX_HISTORY_EVENTS - 1;

/**
 * Why an execution cannot be redriven at a time, in the words of `redriveStatusReason`; undefined if it can. For Express AWS gives no reason there: its
 * API does not take such executions at all.
 *
 * @param time milliseconds since 1970
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html#redrive-eligibility
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html
 */
export function notRedrivable(
  { type, status, startTime, stopTime, events, withoutLimits }: Candidate,
  time: number,
): string | undefined {
  if (type === 'EXPRESS') return 'RedriveExecution does not support Express executions';
  if (status === 'RUNNING' || status === 'SUCCEEDED') return `Execution is ${status} and cannot be redriven`;
  if (events >= TOO_MANY_EVENTS && !withoutLimits?.has('historyEvents')) {
    return 'Execution history event limit exceeded';
  }
  if (time - startTime >= MAX_EXECUTION_MS.STANDARD && !withoutLimits?.has('executionDuration')) {
    return 'Execution has exceeded the max execution time';
  }
  if (time - stopTime > REDRIVE_PERIOD_MS) return 'Execution redrivable period exceeded';
  return undefined;
}
