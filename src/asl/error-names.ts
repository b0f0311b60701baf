/**
 * The reserved error names of the language.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export const ERROR_NAMES = {
  /** Any error, but not `States.DataLimitExceeded`, nor `States.Runtime`. */
  ALL: 'States.ALL',
  BRANCH_FAILED: 'States.BranchFailed',
  DATA_LIMIT_EXCEEDED: 'States.DataLimitExceeded',
  EXCEED_TOLERATED_FAILURE_THRESHOLD: 'States.ExceedToleratedFailureThreshold',
  HEARTBEAT_TIMEOUT: 'States.HeartbeatTimeout',
  HTTP_SOCKET: 'States.Http.Socket',
  INTRINSIC_FAILURE: 'States.IntrinsicFailure',
  ITEM_READER_FAILED: 'States.ItemReaderFailed',
  NO_CHOICE_MATCHED: 'States.NoChoiceMatched',
  PARAMETER_PATH_FAILURE: 'States.ParameterPathFailure',
  PERMISSIONS: 'States.Permissions',
  QUERY_EVALUATION_ERROR: 'States.QueryEvaluationError',
  REFERENCE_PATH_CONFLICT: 'States.ReferencePathConflict',
  RESULT_PATH_MATCH_FAILURE: 'States.ResultPathMatchFailure',
  RESULT_WRITER_FAILED: 'States.ResultWriterFailed',
  RUNTIME: 'States.Runtime',
  TASK_FAILED: 'States.TaskFailed',
  TIMEOUT: 'States.Timeout',
} as const;

/** A reserved error name. */
export type ErrorName = (typeof ERROR_NAMES)[keyof typeof ERROR_NAMES];
