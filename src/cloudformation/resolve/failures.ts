import { placeText, type TemplatePlace } from './template-place';
import { StepwrightError, type ErrorDetails } from '../../errors';

/** The error for a value that is known only after deployment. The fix names the option that sets it. */
export function unresolved(what: string, place: TemplatePlace, fix: string): StepwrightError {
  return new StepwrightError('UNRESOLVED_VALUE', `${what} is not known from the template`, {
    where: placeText(place),
    fix,
  });
}

/** The error for a template that CloudFormation would reject. */
export function invalidTemplate(
  summary: string,
  place: TemplatePlace,
  details: Pick<ErrorDetails, 'received' | 'allowed' | 'fix'> = {},
): StepwrightError {
  return new StepwrightError('INVALID_TEMPLATE', summary, { where: placeText(place), ...details });
}

/** Formats a value for an error message. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
