import { ERROR_NAMES } from '../../asl';
import { failure, StateFailure } from '../failure';

/** The failure of a reader, as AWS names it. */
export function readerFailed(cause: string): StateFailure {
  return new StateFailure(failure(ERROR_NAMES.ITEM_READER_FAILED, cause));
}
