import { ERROR_NAMES, MAX_PAYLOAD_BYTES, MAX_VARIABLES_BYTES, type JsonObject } from '../asl';
import { failure, StateFailure } from './failure';
import type { Frame } from './frame';

/**
 * Checks the size of the variables that a state assigns. One Assign has a limit, and so do all variables of an execution together.
 *
 * @param total the size of the execution's variables so far, in bytes
 * @returns the bytes by which they grow
 * @throws StateFailure States.DataLimitExceeded
 */
export function checkVariables(frame: Frame, assigned: JsonObject, total: number): number {
  const { bytes, growth, sizes } = frame.bindings.measure(assigned);
  if (bytes > MAX_PAYLOAD_BYTES || total + growth > MAX_VARIABLES_BYTES) {
    throw new StateFailure(
      failure(
        ERROR_NAMES.DATA_LIMIT_EXCEEDED,
        `The state/task '${frame.state.name}' assigned variables with a size exceeding the maximum number of bytes service limit.`,
      ),
    );
  }
  frame.bindings.keepSizes(sizes);
  return growth;
}
