import type { Json } from './json';

/** Numbers below this are CDK tokens: no field of the language takes such a number. */
const TOKEN_NUMBER = -1e280;

/** Whether a value contains a token or a substitution. Its final value isn't known, so nothing can be said against it. */
export function isUnknown(value: Json | undefined): boolean {
  if (typeof value === 'string') return /[$#]\{[^}]*\}/.test(value);
  if (typeof value === 'number') return value < TOKEN_NUMBER;
  return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' && value[0].startsWith('#{Token[');
}
