import type { ExecutionNames, LimitName, RunOptions, TaskTokens } from '../interpreter';
import type { FieldValidation } from '../services';
import type { Unmocked } from './call-checks';
import type { PermissionsMode } from './enforcement';
import type { Files } from './files';
import type { Mocks } from './mocks';
import type { DurationLike } from './seconds';

/** The options of a local run. */
export interface LocalRunOptions {
  /** The mocks of Tasks. @default - no mocks: the first Task that runs is an error */
  readonly mocks?: Mocks;
  /**
   * Decides what happens to a Task without a mock. `refuse` is an error. `default` returns a valid result made from the service's model and the
   * arguments.
   *
   * @default "refuse"
   */
  readonly unmocked?: Unmocked;
  /**
   * How the results of mocks are compared with what the services return: all members, only those that are present, or none. The names are those of
   * TestState.
   *
   * @default "strict" for literal mocks, "present" for functions
   * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_MockInput.html
   */
  readonly fieldValidation?: FieldValidation;
  /** Members of arguments that AWS has added since the models were made, by name. A call with another unknown member fails. @default - none */
  readonly newMembers?: readonly string[];
  /** Determines all ids and random numbers: the same seed gives the same history. @default "stepwright" */
  readonly seed?: string;
  /** The virtual time at which the run starts, as an ISO 8601 string or a Date. @default 2024-01-01T00:00:00Z */
  readonly startTime?: string | Date;
  /** The execution's name. @default - derived from the seed */
  readonly executionName?: string;
  /**
   * Whether the run checks every call against the role that the state machine has in the template. A call that the role doesn't allow fails, as
   * on AWS.
   *
   * @default "enforce", if the role is known
   */
  readonly permissions?: PermissionsMode;
  /** Limits that this run ignores. Ignoring `exactNumbers` rounds whole numbers beyond ±(2⁵³ − 1) instead of refusing them. @default - none */
  readonly withoutLimits?: readonly LimitName[];
  /** The S3 objects that Distributed Maps read. @default - none */
  readonly files?: Files;
  /** Completes Tasks that wait for their task token, from anywhere in the test. @default - their mocks answer */
  readonly tokens?: TaskTokens;
  /** The names of earlier executions. Pass the same object to several runs to reject reused names. @default - none */
  readonly names?: ExecutionNames;
  /** Express workflows: starts the execution with StartSyncExecution. @default false */
  readonly synchronous?: boolean;
  /** Asynchronous Express workflows: delivers the execution twice, as AWS may do. @default false */
  readonly deliverTwice?: boolean;
  /** Stops the execution at this virtual time after its start: seconds, or a Duration. @default - the execution is not stopped */
  readonly abortAfter?: number | DurationLike;
  /** The longest time that a promise of a mock may take, in milliseconds of real time. @default 5000 */
  readonly settleWithinMs?: number;
  /** A callback for the progress of long runs. @default - none */
  readonly onProgress?: RunOptions['onProgress'];
}

/** The options of a redrive. By default, each keeps the value of the previous run. */
export interface LocalRedriveOptions {
  /**
   * Mocks for the redrive. They take precedence over those of the previous run, whose sequences continue where they stopped.
   *
   * @default - those of the previous run
   */
  readonly mocks?: Mocks;
  /** The virtual time between the end of the execution and its redrive: seconds, or a Duration. @default 0 */
  readonly after?: number | DurationLike;
  /** Stops the execution at this virtual time after the redrive: seconds, or a Duration. @default - the execution is not stopped */
  readonly abortAfter?: number | DurationLike;
  /** Whether the run checks every call against the role in the template. @default - as in the previous run */
  readonly permissions?: PermissionsMode;
  /** The S3 objects that Distributed Maps read now. They replace those of the previous run. @default - those of the previous run */
  readonly files?: Files;
  /** The longest time that a promise of a mock may take, in milliseconds of real time. @default - as in the previous run */
  readonly settleWithinMs?: number;
}
