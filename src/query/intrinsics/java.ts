/* eslint-disable no-bitwise -- Java defines it by bits */
import { isJsonObject, type Json } from '../../asl';

/** A value as Java prints it: objects as `{a=1, b=[]}`, texts bare. `States.Format` shows objects and arrays so. */
export function javaText(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(javaText).join(', ')}]`;
  if (isJsonObject(value)) {
    return `{${Object.entries(value)
      .map(([key, member]) => `${key}=${javaText(member)}`)
      .join(', ')}}`;
  }
  return String(value);
}

/** Java's hash of a JSON value, of 32 bits. */
function javaHash(value: Json): number {
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'string') return hashText(value);
  if (typeof value === 'number') return hashNumber(value);
  if (Array.isArray(value)) {
    return (value as readonly Json[]).reduce<number>((hash, item) => (Math.imul(31, hash) + javaHash(item)) | 0, 1);
  }
  return Object.entries(value).reduce((hash, [key, member]) => (hash + (hashText(key) ^ javaHash(member))) | 0, 0);
}

function hashText(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}

function hashNumber(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) return value | 0;
  const view = new DataView(new ArrayBuffer(8));
  if (Number.isSafeInteger(value)) view.setBigInt64(0, BigInt(value));
  else view.setFloat64(0, value);
  return view.getInt32(0) ^ view.getInt32(4);
}

/** The different values of a list in the order in which a Java HashSet returns them. */
export function javaSet(values: readonly Json[]): Json[] {
  let capacity = 16;
  while (capacity < values.length / 0.75 + 1) capacity *= 2;
  const buckets = new Map<number, Json[]>();
  for (const value of values) {
    const hash = javaHash(value);
    const bucket = (hash ^ (hash >>> 16)) & (capacity - 1);
    const inside = buckets.get(bucket) ?? [];
    if (!inside.some(other => sameJson(other, value))) buckets.set(bucket, [...inside, value]);
  }
  return [...buckets.keys()].sort((a, b) => a - b).flatMap(bucket => buckets.get(bucket)!);
}

/** Whether two JSON values are equal; the order of members does not matter. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item: Json, i) => sameJson(item, b[i] as Json))
    );
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      key => Object.hasOwn(b, key) && sameJson((a as Record<string, Json>)[key], (b as Record<string, Json>)[key]),
    )
  );
}
