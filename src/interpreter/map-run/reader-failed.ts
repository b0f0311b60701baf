import { ERROR_NAMES } from '../../asl';
import { failure, StateFailure } from '../failure';

/** The most items that a local run reads from one object. More would not fit in memory. */
export const MAX_ITEMS = 10_000_000;

/** The failure of a reader, as AWS names it. */
export function readerFailed(cause: string): StateFailure {
  return new StateFailure(failure(ERROR_NAMES.ITEM_READER_FAILED, cause));
}

/** The failure for an object with too many items. */
export function tooManyItems(): StateFailure {
  return readerFailed(`Input file has more than ${MAX_ITEMS} items, which is the most that a local run reads.`);
}
