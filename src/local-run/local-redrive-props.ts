import type { Duration } from 'aws-cdk-lib';
import type { TaskBehaviour } from './task-behaviour';

/** How a redrive is set up. What is left out is as in the run before. */
export interface LocalRedriveProps {
  /**
   * Who answers which Task now: these are asked before those of the run before, which go on, sequences where they stopped.
   *
   * @default - the same as before
   */
  readonly tasks?: { [name: string]: TaskBehaviour };

  /**
   * When it is redriven: virtual time after its end, up to 14 days.
   *
   * @default Duration.seconds(0)
   */
  readonly after?: Duration;

  /**
   * Whether every call is checked against the role that the workflow has in the template: one that it does not allow fails as on AWS.
   *
   * @default - as before
   */
  readonly enforcePermissions?: boolean;

  /**
   * The S3 objects that Distributed Maps read now, by `s3://bucket/key`, in place of those before.
   *
   * @default - the same as before
   */
  readonly files?: { [uri: string]: string };

  /**
   * Stops the execution at this virtual time after the redrive.
   *
   * @default - never
   */
  readonly abortAfter?: Duration;
}
