import type { Json } from './json';

/**
 * Copies a JSON value. A run shares values between its states, its history, and its results, so it hands out copies:
 * an edit by the receiver reaches nothing.
 */
export function copyJson<T extends Json | undefined>(value: T): T {
  return (typeof value === 'object' && value !== null ? copyOf(value as Json) : value) as T;
}

function copyOf(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    const copy = new Array<Json>(list.length);
    for (let i = 0; i < list.length; i++) copy[i] = copyOf(list[i]);
    return copy;
  }
  const copy: Record<string, Json> = {};
  const keys = Object.keys(value);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    setMember(copy, key, copyOf((value as Record<string, Json>)[key]));
  }
  return copy;
}

/** Sets a member of an object under any name. Assigning to `__proto__` would change the prototype and lose the member. */
export function setMember(object: Record<string, Json>, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}
