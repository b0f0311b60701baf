import type { aws_batch as batch, Duration } from 'aws-cdk-lib';
import type { Call } from './call';
import { serviceCall } from './service-call';
import { plainNumber, wholeSeconds } from './whole-seconds';

/** A job of AWS Batch. */
export interface BatchSubmitJobProps {
  /** The job's name, 1 to 128 letters, digits, hyphens and underscores: text, or `'{% … %}'`. */
  readonly jobName: string;

  /**
   * Values for the placeholders of the job definition.
   *
   * @default - those of the job definition
   */
  readonly parameters?: { [name: string]: any };

  /**
   * What differs from the job definition, by the service's own names: `{ Command: […], Environment: [{ Name: 'ORDER', Value: '…' }] }`.
   *
   * @default - nothing
   */
  readonly containerOverrides?: { [name: string]: any };

  /**
   * The number of children of an array job, 2 to 10,000.
   *
   * @default - no array job
   */
  readonly arraySize?: number;

  /**
   * How often the job is tried, 1 to 10.
   *
   * @default - as the job definition says
   */
  readonly attempts?: number;

  /**
   * How long one attempt may take, at least 60 seconds.
   *
   * @default - as the job definition says
   */
  readonly attemptTimeout?: Duration;

  /**
   * More parameters of SubmitJob, by the service's own names.
   *
   * @default - none
   */
  readonly additionalParameters?: { [name: string]: any };
}

/** `batch:submitJob`. */
export function submitJobCall(
  jobDefinition: batch.IJobDefinition,
  jobQueue: batch.IJobQueue,
  props: BatchSubmitJobProps,
): Call {
  const seconds = wholeSeconds(props.attemptTimeout, 'batchSubmitJob, attemptTimeout');
  return serviceCall('batch:submitJob', {
    JobDefinition: jobDefinition.jobDefinitionArn,
    JobQueue: jobQueue.jobQueueArn,
    JobName: props.jobName,
    Parameters: props.parameters,
    ContainerOverrides: props.containerOverrides,
    ArrayProperties: props.arraySize === undefined ? undefined : { Size: plainNumber(props.arraySize) },
    RetryStrategy: props.attempts === undefined ? undefined : { Attempts: plainNumber(props.attempts) },
    Timeout: seconds === undefined ? undefined : { AttemptDurationSeconds: seconds },
    ...props.additionalParameters,
  });
}
