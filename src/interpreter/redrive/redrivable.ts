import type { WorkflowType } from '../../asl';
import type { LimitName } from '../limits';
import { LONGEST_MS } from '../longest';

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

/** ExecutionRedriven and at least one event more must find room. */
const MOST_EVENTS = 24_999;
/** The redrivable period: 14 days after the end. */
const PERIOD_MS = 14 * 86_400_000;

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
  if (events >= MOST_EVENTS && !withoutLimits?.has('historyEvents')) return 'Execution history event limit exceeded';
  if (time - startTime >= LONGEST_MS.STANDARD && !withoutLimits?.has('executionDuration')) {
    return 'Execution has exceeded the max execution time';
  }
  if (time - stopTime > PERIOD_MS) return 'Execution redrivable period exceeded';
  return undefined;
}
