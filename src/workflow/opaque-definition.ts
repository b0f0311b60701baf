import { Token, Tokenization } from 'aws-cdk-lib';
import type { Json, JsonObject } from '../asl';

/**
 * The definition as plain JSON, for what reads definitions: each token is a text, `${Token[…]}`, whose value is not known. Fields without a value
 * are left out, as they are in the template.
 */
export function opaqueDefinition(definition: { [field: string]: unknown }): JsonObject {
  return opaque(definition) as JsonObject;
}

function opaque(value: unknown): Json {
  if (typeof value === 'number') return Token.isUnresolved(value) ? Tokenization.stringifyNumber(value) : value;
  if (typeof value !== 'object' || value === null) return value as Json;
  if (Tokenization.isResolvable(value)) return Token.asString(value);
  if (Array.isArray(value)) {
    return Token.isUnresolved(value)
      ? Token.asString(Token.asAny(value))
      : value.map(item => (item === undefined ? null : opaque(item)));
  }
  const plain: Record<string, Json> = {};
  for (const [name, part] of Object.entries(value)) {
    if (part !== undefined) {
      Object.defineProperty(plain, name, { value: opaque(part), enumerable: true, writable: true, configurable: true });
    }
  }
  return plain;
}
