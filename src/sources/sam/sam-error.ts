import { StepwrightError, type ErrorDetails } from '../../errors';

/** What the SAM transform rejects. */
export function samError(
  logicalId: string,
  summary: string,
  details: Pick<ErrorDetails, 'received' | 'allowed' | 'fix'> = {},
): StepwrightError {
  return new StepwrightError('INVALID_TEMPLATE', `SAM rejects the template: ${summary}`, {
    where: `Resources/${logicalId}`,
    ...details,
  });
}

/** Formats a value for an error message. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
