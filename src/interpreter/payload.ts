import { isJsonObject, MAX_PAYLOAD_BYTES, type Json } from '../asl';

/** Sizes of large objects that were measured already: values are never changed, so a size holds for good. */
const known = new WeakMap<object, number>();
const WORTH_KEEPING = 512;

/** Whether a value's JSON text is longer than a payload may be. */
export function exceedsPayload(value: Json): boolean {
  try {
    return roomAfter(value, MAX_PAYLOAD_BYTES) < 0 && jsonBytes(value) > MAX_PAYLOAD_BYTES;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

/**
 * A bound on the bytes of what follows on data whose bound is known: what was only passed on is not looked at again. A bound above the limit
 * is exact.
 *
 * @param before the data before, and its bound, 0 if there is none
 */
export function payloadBound(value: Json, before: Json, beforeBound: number): number {
  try {
    const left = leftOf(value, before, beforeBound);
    return left >= 0 ? MAX_PAYLOAD_BYTES - left : jsonBytes(value);
  } catch (error) {
    if (error instanceof RangeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

function leftOf(value: Json, before: Json, beforeBound: number): number {
  if (beforeBound === 0 || !isJsonObject(value) || !isJsonObject(before)) return roomAfter(value, MAX_PAYLOAD_BYTES);
  let left = MAX_PAYLOAD_BYTES - beforeBound;
  for (const key in value) {
    const member = value[key];
    if (member === before[key]) continue;
    left = roomAfter(member, left - key.length * WIDEST_CHARACTER - 4, 1);
    if (left < 0) return left;
  }
  return left;
}

/** Arrays longer than that are counted exactly, since their sizes are remembered. */
const LONG = 16;
const WIDEST_CHARACTER = 6;
const WIDEST_NUMBER = 25;
/**
 * Deeper data counts as too large: JSON.stringify of it would overflow the stack. Inferred: AWS documents no limit for
 * data. Answers of Tasks and definitions have the same one.
 */
const DEEPEST = 1_000;

/**
 * What is left of some room at the least when a value has taken its place. It reads no texts and stops when nothing is left; most values are
 * so small that nobody has to count.
 */
function roomAfter(value: Json, room: number, depth = 0): number {
  switch (typeof value) {
    case 'string':
      return room - value.length * WIDEST_CHARACTER - 2;
    case 'number':
      return room - WIDEST_NUMBER;
    case 'boolean':
      return room - 5;
    default:
      break;
  }
  if (value === null) return room - 4;
  if (depth > DEEPEST) throw new RangeError('the data is nested too deeply');
  let left = room - 2;
  if (Array.isArray(value)) {
    if (value.length > LONG) return room - measure(value as Json);
    for (let i = 0; i < value.length && left >= 0; i++) left = roomAfter(value[i] as Json, left - 1, depth + 1);
    return left;
  }
  for (const key in value) {
    left = roomAfter((value as Record<string, Json>)[key], left - key.length * WIDEST_CHARACTER - 4, depth + 1);
    if (left < 0) return left;
  }
  return left;
}

/** The bytes of a value's JSON text in UTF-8. Iterates by recursion over the value's depth; a depth that overflows the stack counts as too large. */
export function jsonBytes(value: Json): number {
  try {
    return measure(value);
  } catch (error) {
    if (error instanceof RangeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

function measure(value: Json): number {
  switch (typeof value) {
    case 'string':
      return textBytes(value);
    case 'number':
      return value >= 0 && value < 10 && Number.isInteger(value) ? 1 : String(value).length;
    case 'boolean':
      return value ? 4 : 5;
    default:
      break;
  }
  if (value === null) return 4;
  const before = known.get(value);
  if (before !== undefined) return before;
  let bytes = 2;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) bytes += measure(value[i] as Json) + 1;
    if (value.length > 0) bytes--;
  } else {
    const keys = Object.keys(value);
    for (let i = 0; i < keys.length; i++) {
      bytes += textBytes(keys[i]) + 2 + measure((value as Record<string, Json>)[keys[i]]);
    }
    if (keys.length > 0) bytes--;
  }
  if (bytes > WORTH_KEEPING) known.set(value, bytes);
  return bytes;
}

function textBytes(text: string): number {
  let bytes = text.length + 2;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20) bytes += code === 8 || code === 9 || code === 10 || code === 12 || code === 13 ? 1 : 5;
    else if (code === 0x22 || code === 0x5c) bytes += 1;
    else if (code >= 0x800) bytes += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code >= 0x80) bytes += 1;
  }
  return bytes;
}
