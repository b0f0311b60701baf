import type { DurationLike } from '../local';
import type { MetricPoint } from '../local/cloudwatch';
import type { ResourceName } from '../local/find-resource';

/** What is expected of a failure. */
export interface ExpectedFailure {
  /** The error name, or an asymmetric matcher. */
  readonly error?: unknown;
  /** The cause: a text, a regular expression, or an asymmetric matcher such as `expect.stringContaining(…)`. */
  readonly cause?: unknown;
}

/** What a test can say of a local run. Names of states and Tasks that the workflow does not have are errors, also behind `.not`. */
export interface RunMatchers<R> {
  /**
   * The execution succeeded.
   *
   * @param output the whole output; asymmetric matchers are fine. @default - any
   */
  toHaveSucceeded(output?: unknown): R;
  /**
   * The execution failed.
   *
   * @param expected the error name, or error and cause. @default - any failure
   */
  toHaveFailed(expected?: string | ExpectedFailure): R;
  /** The execution ended because its time was over. */
  toHaveTimedOut(): R;
  /** The execution was stopped. */
  toHaveBeenAborted(): R;
  /**
   * A rule of the app sent an event of this run to its targets.
   *
   * @param rule the rule's construct, its id, path, logical id or name
   * @param event what one of the events is; asymmetric matchers are fine. @default - any
   */
  toHaveNotified(rule: ResourceName, event?: unknown): R;
  /**
   * An alarm of the app sounds over this run, or over a list of runs.
   *
   * @param alarm the alarm's construct, its id, path, logical id or name
   * @param more points that a run cannot produce: throttles, quotas, backlogs. @default - none
   */
  toHaveRaised(alarm: ResourceName, more?: readonly MetricPoint[]): R;
  /**
   * The roles of the app lack a permission that the run needed.
   *
   * @param action the IAM action, such as `dynamodb:PutItem`. @default - any
   */
  toHaveBeenDenied(action?: string): R;
  /** Each of these states was entered. */
  toHaveVisited(...states: string[]): R;
  /** These states were entered in this order; others may lie between them. */
  toHaveVisitedInOrder(...states: string[]): R;
  /**
   * A Task was called.
   *
   * @param task the name of the state, of a function or other target, or of a resource such as `dynamodb:putItem`
   * @param input what one of the calls received; asymmetric matchers are fine. @default - any
   */
  toHaveCalled(task: string, input?: unknown): R;
  /**
   * A Task was called so often, retries included.
   *
   * @param task as for `toHaveCalled`
   */
  toHaveCalledTimes(task: string, times: number): R;
  /**
   * A Task was retried.
   *
   * @param task as for `toHaveCalled`
   * @param times the number of retries in the whole run. @default - at least one
   */
  toHaveRetried(task: string, times?: number): R;
  /**
   * A state caught an error.
   *
   * @param state the state whose Catch it was
   * @param error the error name. @default - any
   */
  toHaveCaught(state: string, error?: string): R;
  /**
   * A variable was assigned.
   *
   * @param value a value that it got at any time; asymmetric matchers are fine. @default - any
   */
  toHaveAssigned(variable: string, value?: unknown): R;
  /**
   * The run took this long in virtual time.
   *
   * @param duration seconds, or a Duration of the CDK
   */
  toHaveTaken(duration: number | DurationLike): R;
}
