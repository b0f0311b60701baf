import type { Json, WorkflowType } from '../asl';
import type { ExecutionStatus, RedriveStatus } from './execution-status';
import type { HistoryEvent } from './history-event';

/** A finished execution. */
export interface Run {
  readonly status: ExecutionStatus;
  /** Present if it succeeded. */
  readonly output?: Json;
  /** Present if it failed with an error name. */
  readonly error?: string;
  /** Present if it failed with a cause. */
  readonly cause?: string;
  /** The events as GetExecutionHistory returns them; shaped when first read. */
  readonly history: readonly HistoryEvent[];
  /** Virtual time, in milliseconds since 1970. */
  readonly startTime: number;
  /** Virtual time, in milliseconds since 1970. */
  readonly stopTime: number;
  /** The names of the states entered, in order. */
  readonly visited: readonly string[];
  /** State transitions as AWS bills them: states entered plus retries. */
  readonly transitions: number;
  readonly type: WorkflowType;
  readonly executionArn: string;
  readonly stateMachineArn: string;
  /** The executions that Tasks of this one have started, in order. */
  readonly nested: readonly Run[];
  /** How many children of Distributed Maps are too many to keep: `children` has only those of them that failed. */
  readonly childrenNotKept: number;
  /** The child executions of its Distributed Maps that have ended, in the order of their starts. */
  readonly children: readonly Run[];
  /** The S3 objects that the run has written (ResultWriter), by `s3://BUCKET/KEY`. */
  readonly written: ReadonlyMap<string, string>;
  /** How often it was redriven. */
  readonly redriveCount: number;
  /** When it was redriven last, virtual time in milliseconds since 1970; undefined if it was not. */
  readonly redriveDate?: number;
  /** Whether it can be redriven when it has just ended. */
  readonly redriveStatus: RedriveStatus;
  /** Why it cannot, in AWS's words as far as they are known. */
  readonly redriveStatusReason?: string;
  /** The second delivery, if the run was to be delivered twice. */
  readonly redelivery?: Run;
}
