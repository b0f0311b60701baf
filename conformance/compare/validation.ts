import type { ValidateCase } from '../case';
import { differences } from './difference';

/** What a check of a definition answered, in the form of the API. */
export interface Verdict {
  readonly valid: boolean;
  readonly code?: string;
  readonly message?: string;
  readonly diagnostics?: readonly unknown[];
}

/** Whether the definition is taken. */
export function compareVerdict({ expected }: ValidateCase, actual: Verdict): string[] {
  return differences(expected.valid, actual.valid, '$.valid');
}

/** The codes and texts, as far as the case has them. */
export function compareTexts({ expected }: ValidateCase, actual: Verdict): string[] {
  return (['code', 'message', 'diagnostics'] as const).flatMap(field =>
    field in expected ? differences(expected[field], actual[field], `$.${field}`) : [],
  );
}
