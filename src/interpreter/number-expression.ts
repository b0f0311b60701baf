import { ERROR_NAMES } from '../asl';
import { QueryFailure } from '../query';
import type { Frame } from './frame';
import { compileExpression } from '../query/jsonata';

const RANGES = { 0: 'a non-negative integer', 1: 'a positive integer' } as const;

/** A field whose JSONata expression must give an integer of at least 0 or 1; the text follows the one that AWS has for Seconds. */
export function integerExpression(text: string, field: string, least: keyof typeof RANGES): (frame: Frame) => number {
  const compute = compileExpression(text, field, 'integer');
  return frame => {
    const value = compute(frame) as number;
    if (value >= least) return value;
    throw new QueryFailure(
      ERROR_NAMES.QUERY_EVALUATION_ERROR,
      `The ${field} field must be ${RANGES[least]} but was: ${value}`,
      field,
    );
  };
}
