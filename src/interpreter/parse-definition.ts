import { isJsonObject, type Json, type JsonObject } from '../asl';
import { StepwrightError } from '../errors';

/** A definition as an object, from an object or from JSON text; errors tell line and column. */
export function parseDefinition(definition: Json | string): JsonObject {
  const value = typeof definition === 'string' ? parseText(definition) : definition;
  if (isJsonObject(value)) return value;
  throw new StepwrightError('DEFINITION_INVALID', 'a definition is a JSON object', { where: '/', received: JSON.stringify(value)?.slice(0, 80) ?? 'nothing' });
}

function parseText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const message = (error as Error).message;
    const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? (/end of JSON/i.test(message) ? text.length : Number.NaN));
    throw new StepwrightError('DEFINITION_NOT_JSON', 'the definition is not JSON', {
      where: Number.isFinite(offset) ? lineAndColumn(text, offset) : undefined,
      received: message,
      fix: 'Mend the JSON text; comments and trailing commas are not allowed.',
      cause: error,
    });
  }
}

function lineAndColumn(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `line ${lines.length}, column ${lines[lines.length - 1].length + 1}`;
}
