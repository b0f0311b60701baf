import type { Json } from '../asl';
import { StepwrightError } from '../errors';

/**
 * The value of a JSON text: JSON crosses the border to other languages as text, since they do not tell null from absent.
 *
 * @throws StepwrightError NOT_JSON
 */
export function jsonOf(text: string, where: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new StepwrightError('NOT_JSON', 'the string is not valid JSON', {
      where,
      received: `${text.slice(0, 80)}${text.length > 80 ? '…' : ''} (${(cause as Error).message})`,
      allowed: 'JSON, such as {"id": 1}, "a string in double quotes", or null',
      fix: 'Create it with the JSON library of your language.',
      cause,
    });
  }
}
