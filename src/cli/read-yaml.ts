import type { Json } from '../asl';
import { StepwrightError } from '../errors';

/**
 * The value of a YAML text.
 *
 * @param where the file's name, for the message
 * @throws StepwrightError DEFINITION_NOT_YAML
 */
export function readYaml(text: string, where: string): Json {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- only a definition in YAML pays for the parser
    return (require('yaml') as typeof import('yaml')).parse(text) as Json;
  } catch (cause) {
    throw new StepwrightError('DEFINITION_NOT_YAML', 'this is not YAML', {
      where,
      received: (cause as Error).message,
      cause,
    });
  }
}
