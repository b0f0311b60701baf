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
    throw new StepwrightError('NOT_JSON', 'a text is not JSON', {
      where,
      received: `${text.slice(0, 80)}${text.length > 80 ? '…' : ''} (${(cause as Error).message})`,
      allowed: 'JSON text, such as {"id": 1}, "text" in double quotes, or null',
      fix: 'Make it with the JSON library of your language.',
      cause,
    });
  }
}
