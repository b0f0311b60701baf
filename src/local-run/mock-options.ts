import type { Duration } from 'aws-cdk-lib';
import { jsonOf } from './json-text';
import type { MockOptions as DataOptions } from '../local';

/** Settings of a mock. All times are virtual: no test waits for them. */
export interface MockOptions {
  /**
   * How long the call takes.
   *
   * @default Duration.seconds(0)
   */
  readonly duration?: Duration;

  /**
   * The times at which heartbeats are sent, after the call.
   *
   * @default - no heartbeats
   */
  readonly heartbeatsAt?: Duration[];

  /**
   * The immediate response of a `.sync` or `.waitForTaskToken` call, as a JSON string.
   *
   * @default - an empty response
   */
  readonly submittedJson?: string;

  /**
   * The name of the worker that takes an activity's task.
   *
   * @default - a worker without a name
   */
  readonly workerName?: string;
}

/** The same settings as data. */
export function dataOptionsOf({ duration, heartbeatsAt, submittedJson, workerName }: MockOptions): DataOptions {
  return {
    ...(duration ? { durationSeconds: secondsOf(duration) } : {}),
    ...(heartbeatsAt ? { heartbeatsAtSeconds: heartbeatsAt.map(secondsOf) } : {}),
    ...(submittedJson === undefined ? {} : { submitted: jsonOf(submittedJson, 'submittedJson') }),
    ...(workerName === undefined ? {} : { workerName }),
  };
}

function secondsOf(duration: Duration): number {
  return duration.toMilliseconds() / 1000;
}
