import type { Duration } from 'aws-cdk-lib';
import type { FieldValidation } from './field-validation';
import type { Mock } from './mock';
import type { PermissionsMode } from './permissions-mode';
import type { Unmocked } from './unmocked';

/** Options of a local run. */
export interface LocalRunOptions {
  /**
   * The mocks of Tasks, by the name of a state, of a function or other target, or of a resource such as `dynamodb:putItem`.
   *
   * @default - no mocks: the first Task that runs is an error
   */
  readonly mocks?: { [name: string]: Mock };

  /**
   * Decides what happens to a Task without a mock.
   *
   * @default Unmocked.REFUSE
   */
  readonly unmocked?: Unmocked;

  /**
   * How the results of mocks are compared with what the services return.
   *
   * @default FieldValidation.STRICT
   */
  readonly fieldValidation?: FieldValidation;

  /**
   * Members of arguments that AWS has added since the models were made, by name. A call with another unknown member fails.
   *
   * @default - none
   */
  readonly newMembers?: string[];

  /**
   * Determines all identifiers and random numbers: the same seed gives the same history.
   *
   * @default "stepwright"
   */
  readonly seed?: string;

  /**
   * The virtual time at which the run starts, in ISO 8601.
   *
   * @default "2024-01-01T00:00:00Z"
   */
  readonly startTime?: string;

  /**
   * The execution's name.
   *
   * @default - derived from the seed
   */
  readonly executionName?: string;

  /**
   * Whether the run checks every call against the role that the workflow has in the template.
   *
   * @default PermissionsMode.ENFORCE
   */
  readonly permissions?: PermissionsMode;

  /**
   * Limits that this run ignores: `payload`, `historyEvents`, `executionDuration`, `variables`, `mapConcurrency`, and `exactNumbers`. Ignoring
   * `exactNumbers` rounds whole numbers beyond ±(2⁵³ − 1) instead of refusing them.
   *
   * @default - none
   */
  readonly withoutLimits?: string[];

  /**
   * The S3 objects that Distributed Maps read, by `s3://BUCKET/KEY`.
   *
   * @default - none
   */
  readonly files?: { [uri: string]: string };

  /**
   * Express workflows: starts the execution with StartSyncExecution.
   *
   * @default false
   */
  readonly synchronous?: boolean;

  /**
   * Asynchronous Express workflows: delivers the execution twice, as AWS may do.
   *
   * @default false
   */
  readonly deliverTwice?: boolean;

  /**
   * Stops the execution at this virtual time after its start.
   *
   * @default - the execution is not stopped
   */
  readonly abortAfter?: Duration;
}
