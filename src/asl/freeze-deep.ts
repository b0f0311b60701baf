/**
 * Freezes plain data and everything inside it, so that a reader who edits it gets an error. Dates can't be frozen; data
 * with dates hands out new ones instead.
 */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) freezeDeep(member);
  return value;
}
