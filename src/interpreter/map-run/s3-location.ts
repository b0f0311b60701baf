import { ERROR_NAMES, type Json } from '../../asl';
import { failure, StateFailure } from '../failure';

/** The arguments of S3 that a reader or writer uses. */
export type S3Argument = 'Bucket' | 'Key' | 'Prefix';

/**
 * One argument of a reader or writer, checked: an expression can compute anything.
 *
 * That such a call fails under the reader's or writer's own error name is inferred from how other failures of theirs
 * are named; the text follows the one that AWS uses for the parameters of a Task.
 *
 * @returns undefined if the argument is missing
 */
export function s3Argument(
  args: Json,
  name: S3Argument,
  error: typeof ERROR_NAMES.ITEM_READER_FAILED | typeof ERROR_NAMES.RESULT_WRITER_FAILED,
): string | undefined {
  const value = (args as { readonly [name: string]: Json | undefined } | null)?.[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new StateFailure(failure(error, `The value for the field '${name}' must be a STRING`));
}
