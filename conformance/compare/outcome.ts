import { differences, decoded, shown } from './difference';
import type { ExecutionCase } from '../case';

/** What an execution returned, as far as it is compared. */
export interface Outcome {
  readonly status: string;
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
}

/** Compares status, output, error and cause; what AWS does not have must be absent. */
export function compareOutcome({ expected }: ExecutionCase, actual: Outcome): string[] {
  const found = differences(expected.status, actual.status, '$.status');
  if ('output' in expected) {
    found.push(...differences(expected.output, actual.output, '$.output'));
  } else if (expected.status === 'SUCCEEDED' && actual.output !== undefined && actual.output !== null) {
    found.push(`$.output: unexpected ${shown(actual.output)}`);
  }
  for (const field of ['error', 'cause'] as const) {
    if (field in expected) {
      found.push(...differences(expected[field], alike(expected[field], actual[field]), `$.${field}`));
    } else if (actual[field] !== undefined) {
      found.push(`$.${field}: unexpected ${shown(actual[field])}`);
    }
  }
  return found;
}

/** A text that the case holds decoded (a cause that is JSON) is decoded on the other side, too. */
export function alike(expected: unknown, actual: unknown): unknown {
  return expected !== undefined && typeof expected !== 'string' ? decoded(actual) : actual;
}
