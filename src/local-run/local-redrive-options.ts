import type { Duration } from 'aws-cdk-lib';
import type { Mock } from './mock';
import type { PermissionsMode } from './permissions-mode';

/** Options of a redrive. By default, each is as in the previous run. */
export interface LocalRedriveOptions {
  /**
   * Mocks for the redrive. They take precedence over those of the previous run, whose sequences continue where they stopped.
   *
   * @default - those of the previous run
   */
  readonly mocks?: { [name: string]: Mock };

  /**
   * The virtual time between the end of the execution and its redrive, up to 14 days.
   *
   * @default Duration.seconds(0)
   */
  readonly after?: Duration;

  /**
   * Whether the run checks every call against the role that the workflow has in the template.
   *
   * @default - as in the previous run
   */
  readonly permissions?: PermissionsMode;

  /**
   * The S3 objects that Distributed Maps read now, by `s3://BUCKET/KEY`. They replace those of the previous run.
   *
   * @default - those of the previous run
   */
  readonly files?: { [uri: string]: string };

  /**
   * Stops the execution at this virtual time after the redrive.
   *
   * @default - the execution is not stopped
   */
  readonly abortAfter?: Duration;
}
