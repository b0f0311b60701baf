/**
 * The status of an execution, as the events of Step Functions spell it.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export enum ExecutionStatus {
  /** It has started, or was redriven. */
  RUNNING = 'RUNNING',
  /** It ended well. */
  SUCCEEDED = 'SUCCEEDED',
  /** It failed: an error that nothing caught, or a Fail state. */
  FAILED = 'FAILED',
  /** Its time was over. */
  TIMED_OUT = 'TIMED_OUT',
  /** It was stopped. */
  ABORTED = 'ABORTED',
  /** A child execution of a Distributed Map waits for its redrive. */
  PENDING_REDRIVE = 'PENDING_REDRIVE',
}
