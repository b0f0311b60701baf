import { isJsonObject, type Json, type JsonObject } from '../asl';
import { StepwrightError } from '../errors';

/** A definition as an object, from an object or from JSON text; errors tell line and column. */
export function parseDefinition(definition: Json | string): JsonObject {
  const value = typeof definition === 'string' ? parseText(definition) : definition;
  if (isJsonObject(value)) return value;
  throw new StepwrightError('INVALID_DEFINITION', 'a definition must be a JSON object', {
    where: '/',
    received: JSON.stringify(value)?.slice(0, 80) ?? 'nothing',
  });
}

function parseText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw new StepwrightError('DEFINITION_NOT_JSON', 'the definition is not valid JSON', {
      where: lineAndColumn(text, problemAt(text)),
      received: (error as Error).message,
      fix: 'Fix the JSON. Comments and trailing commas are not allowed.',
      cause: error,
    });
  }
}

/** Where a text stops being the beginning of any JSON. The parser does not always say, so the shortest beginning that it refuses is looked for. */
function problemAt(text: string): number {
  let [fine, refused] = [0, text.length + 1];
  while (refused - fine > 1) {
    const middle = Math.floor((fine + refused) / 2);
    if (beginsJson(text.slice(0, middle))) fine = middle;
    else refused = middle;
  }
  return fine;
}

/** Whether a text is JSON, or would be if it went on. */
function beginsJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    return /end of JSON/i.test(message) || Number(/at position (\d+)/.exec(message)?.[1] ?? -1) >= text.length;
  }
}

function lineAndColumn(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `line ${lines.length}, column ${lines[lines.length - 1].length + 1}`;
}
