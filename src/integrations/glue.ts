import type { Duration } from 'aws-cdk-lib';
import type { Call } from './call';
import { serviceCall } from './service-call';
import { plainNumber, wholeMinutes } from './whole-seconds';

/** A run of a Glue job. */
export interface GlueStartJobRunProps {
  /**
   * Arguments of the script, in place of the job's own: `{ '--day': '{% $states.input.day %}' }`.
   *
   * @default - the job's own
   */
  readonly arguments?: { [name: string]: any };

  /**
   * How long the run may take, in whole minutes.
   *
   * @default - as the job says
   */
  readonly runTimeout?: Duration;

  /**
   * After how many minutes a delay is reported.
   *
   * @default - as the job says
   */
  readonly notifyDelayAfter?: Duration;

  /**
   * The kind of worker: `G.1X`, `G.2X`, …
   *
   * @default - as the job says
   */
  readonly workerType?: string;

  /**
   * The number of workers.
   *
   * @default - as the job says
   */
  readonly numberOfWorkers?: number;

  /**
   * The name of the security configuration.
   *
   * @default - as the job says
   */
  readonly securityConfiguration?: string;

  /**
   * More parameters of StartJobRun, by the service's own names.
   *
   * @default - none
   */
  readonly additionalParameters?: { [name: string]: any };
}

/** `glue:startJobRun`. */
export function startJobRunCall(jobName: string, props: GlueStartJobRunProps): Call {
  const delay = wholeMinutes(props.notifyDelayAfter, 'glueStartJobRun, notifyDelayAfter');
  return serviceCall('glue:startJobRun', {
    JobName: jobName,
    Arguments: props.arguments,
    Timeout: wholeMinutes(props.runTimeout, 'glueStartJobRun, runTimeout'),
    NotificationProperty: delay === undefined ? undefined : { NotifyDelayAfter: delay },
    WorkerType: props.workerType,
    NumberOfWorkers: plainNumber(props.numberOfWorkers),
    SecurityConfiguration: props.securityConfiguration,
    ...props.additionalParameters,
  });
}
