import type { ExecutionNames, LimitName, RunOptions, TaskTokens } from '../interpreter';
import type { PermissionsMode } from './enforcement';
import type { Files } from './files';
import type { Mocks } from './mocks';
import type { DurationLike } from './seconds';

/** The options of a local run. */
export interface LocalRunOptions {
  /** The mocks of Tasks. @default - no mocks: the first Task that runs is an error */
  readonly mocks?: Mocks;
  /** Decides all ids and random numbers: same seed, same history. @default "stepwright" */
  readonly seed?: string;
  /** The virtual time at which the run starts, as ISO 8601 text or Date. @default 2024-01-01T00:00:00Z */
  readonly startTime?: string | Date;
  /** The execution's name. @default - made from the seed */
  readonly executionName?: string;
  /**
   * Whether every call is checked against the role that the machine has in the template: one that it does not allow fails as on AWS.
   *
   * @default "enforce", where the role is known
   */
  readonly permissions?: PermissionsMode;
  /** Limits that this run ignores. Ignoring `exactNumbers` rounds whole numbers beyond ±(2⁵³ − 1) instead of refusing them. @default - none */
  readonly withoutLimits?: readonly LimitName[];
  /** The S3 objects that Distributed Maps read. @default - none */
  readonly files?: Files;
  /** Answers Tasks that wait for their task token, from anywhere. @default - their mocks answer */
  readonly tokens?: TaskTokens;
  /** The names that executions have used already, shared by several runs. @default - none */
  readonly names?: ExecutionNames;
  /** Express: the execution is started with StartSyncExecution. @default false */
  readonly synchronous?: boolean;
  /** Asynchronous Express: the execution is delivered twice, as AWS may do. @default false */
  readonly deliverTwice?: boolean;
  /** Stops the execution at this virtual time after its start: seconds, or a Duration. @default - the execution is not stopped */
  readonly abortAfter?: number | DurationLike;
  /** The longest time that a promise of a mock may take, in milliseconds of real time. @default 5000 */
  readonly settleWithinMs?: number;
  /** Is told of the progress of long runs. @default - none */
  readonly onProgress?: RunOptions['onProgress'];
}

/** The options of a redrive. An option that is left out keeps the value of the run before. */
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
