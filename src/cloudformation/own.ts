import type { Json, JsonObject } from '../asl';
import { isJsonObject } from '../asl';

/**
 * The value of an own key. Undefined for inherited keys and for values that aren't objects. Keys come from the user, so
 * any name can occur.
 */
export function own(object: Json | undefined, key: string): Json | undefined {
  return isJsonObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The object under an own key, or an empty one. */
export function ownObject(object: Json | undefined, key: string): JsonObject {
  const value = own(object, key);
  return isJsonObject(value) ? value : {};
}

/** An own entry of a record of the options. */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
