import type { Json, WorkflowType } from '../asl';
import type { ExecutionNames } from './execution-names';
import type { LimitName } from './limits';
import type { MachineFinder } from './machine';
import type { MapAuthorizer } from './map-run/map-authorizer';
import type { ObjectReader } from './map-run/object-reader';
import type { TaskCall, TaskRunner } from './task-call';
import type { TaskTokens } from './task-tokens';

/** What one execution starts with. */
export interface RunOptions {
  /** The input. @default {} */
  readonly input?: Json;
  /** Carries out what Tasks ask for. @default - a Task fails the run with TASK_WITHOUT_MOCK */
  readonly onTask?: TaskRunner;
  /** Whether `onTask` answers a call that the run could answer itself, since it knows the machine or the task token. @default - never */
  readonly answersItself?: (call: TaskCall) => boolean;
  /** The virtual time at which the execution starts, in milliseconds since 1970. @default 2024-01-01T00:00:00Z */
  readonly startTime?: number;
  /** Decides all ids and random numbers: same seed, same history. @default "stepwright" */
  readonly seed?: string;
  /** @default - the definition's own, else STANDARD */
  readonly type?: WorkflowType;
  /** Express: whether it was started with StartSyncExecution. @default false */
  readonly synchronous?: boolean;
  /** @default - made from the seed */
  readonly executionName?: string;
  /** @default "StateMachine" */
  readonly stateMachineName?: string;
  /** @default - an ARN made of region, account and name */
  readonly stateMachineArn?: string;
  /** @default - a role of that account */
  readonly roleArn?: string;
  /** @default "us-east-1" */
  readonly region?: string;
  /** @default "123456789012" */
  readonly account?: string;
  /** @default "aws" */
  readonly partition?: string;
  /** Limits that this run ignores. @default - none */
  readonly withoutLimits?: readonly LimitName[];
  /** How long a promise of a task may take in real time, in milliseconds. @default 5000 */
  readonly settleWithinMs?: number;
  /** Stops the execution at this virtual time, in milliseconds after its start, as StopExecution does. @default - never */
  readonly abortAfterMs?: number;
  /** Answers Tasks that wait for their task token. @default - only Tasks of the run itself answer them */
  readonly tokens?: TaskTokens;
  /** The state machines that Tasks can start by their ARN: their executions run too, on the same clock. @default - the Task's mock answers */
  readonly machines?: MachineFinder;
  /** The names that were used already, shared by several runs. @default - none */
  readonly names?: ExecutionNames;
  /** Asynchronous Express: the execution is delivered twice, as AWS may do, so that a test sees whether its Tasks are idempotent. @default false */
  readonly deliverTwice?: boolean;
  /** Is asked before a Distributed Map starts its Map Run, and says why it may not. @default - every Map Run may start */
  readonly authorizeMap?: MapAuthorizer;
  /** The error and cause that are given with the stop. @default - none */
  readonly abortWith?: { readonly error?: string; readonly cause?: string };
  /** The real time whose AWS to behave like, in milliseconds since 1970, where AWS has changed since: for recordings. @default - the AWS of today */
  readonly asOf?: number;
  /** The S3 objects that Distributed Maps read. @default - there are none */
  readonly objects?: ObjectReader;
  /** Is told of the progress now and then: transitions so far, virtual time. It must not throw. @default - none */
  readonly onProgress?: (progress: { readonly transitions: number; readonly time: number }) => void;
}
