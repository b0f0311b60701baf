import type { Json } from '../asl';

/** Numbers below this are tokens of the CDK: no field of the language takes such a number. */
const TOKEN_NUMBER = -1e280;

/** Whether a value holds a token or a substitution: it is not known, never wrong. */
export function isUnknown(value: Json | undefined): boolean {
  if (typeof value === 'string') return /[$#]\{[^}]*\}/.test(value);
  if (typeof value === 'number') return value < TOKEN_NUMBER;
  return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' && value[0].startsWith('#{Token[');
}
