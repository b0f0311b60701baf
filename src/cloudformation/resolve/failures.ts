import { placeText, type TemplatePlace } from './template-place';
import { StepwrightError, type ErrorDetails } from '../../errors';

/** What only a deployment knows, and how the reader can be told. */
export function unresolved(what: string, place: TemplatePlace, fix: string): StepwrightError {
  return new StepwrightError('UNRESOLVED_VALUE', `${what} is not known from the template`, {
    where: placeText(place),
    fix,
  });
}

/** What CloudFormation would refuse. */
export function invalidTemplate(
  summary: string,
  place: TemplatePlace,
  details: Pick<ErrorDetails, 'received' | 'allowed' | 'fix'> = {},
): StepwrightError {
  return new StepwrightError('INVALID_TEMPLATE', summary, { where: placeText(place), ...details });
}

/** A value as errors show it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
