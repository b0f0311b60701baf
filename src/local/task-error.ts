const BRAND = Symbol.for('stepwright.TaskError');

/**
 * An error that a mock function throws to make the Task fail, for example
 * `throw new TaskError('DynamoDB.ConditionalCheckFailedException', 'The conditional request failed')`. Any other error
 * that a mock function throws is a mistake in the test and ends the run.
 */
export class TaskError extends Error {
  /** The error name that Retry and Catch match. */
  readonly error: string;
  /** The cause, as AWS would return it. */
  readonly causeText: string | undefined;
  readonly [BRAND] = true;

  /**
   * @param error the error name that Retry and Catch match
   * @param cause the cause
   */
  constructor(error: string, cause?: string) {
    super(cause === undefined ? error : `${error}: ${cause}`);
    this.name = 'TaskError';
    this.error = error;
    this.causeText = cause;
  }
}

/** Reports whether an error is a TaskError, even if another copy of the package created it. */
export function isTaskError(error: unknown): error is TaskError {
  return typeof error === 'object' && error !== null && BRAND in error;
}
