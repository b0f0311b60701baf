import { LimitExceeded } from './limits';
import type { Json } from '../../asl';

/** The result of an expression is a function, or holds one. */
export class UnsupportedResult extends Error {
  constructor() {
    super('The result is a function.');
    this.name = 'UnsupportedResult';
  }
}

/** The most values of a result. */
const MOST_VALUES = 5_000_000;

/**
 * The result of an evaluation as plain JSON: no marks of sequences, ordinary prototypes, numbers that JSON does not have as texts, as AWS
 * shows them. Parts that are plain already are not copied.
 */
export function toJson(value: unknown): Json | undefined {
  let left = MOST_VALUES;
  const convert = (at: unknown): Json | undefined => {
    if (--left < 0) throw new LimitExceeded('memory');
    switch (typeof at) {
      case 'string':
      case 'boolean':
        return at;
      case 'number':
        return at === 0 ? 0 : Number.isFinite(at) ? at : String(at);
      case 'undefined':
        return undefined;
      case 'object':
        break;
      default:
        throw new UnsupportedResult();
    }
    if (at === null) return null;
    if (Array.isArray(at)) return convertArray(at);
    return convertObject(at as Record<string, unknown>);
  };
  const convertArray = (array: unknown[]): Json => {
    let copy: Json[] | undefined = Object.keys(array).length === array.length ? undefined : [];
    array.forEach((item, i) => {
      const converted = convert(item) ?? null;
      if (copy === undefined && converted !== item) copy = array.slice(0, i) as Json[];
      copy?.push(converted);
    });
    return copy ?? (array as Json[]);
  };
  const convertObject = (object: Record<string, unknown>): Json => {
    if (object._jsonata_lambda === true || object._jsonata_function === true) throw new UnsupportedResult();
    const plain = Object.getPrototypeOf(object) === Object.prototype;
    const copy: Record<string, Json> = {};
    let changed = !plain;
    for (const key of Object.keys(object)) {
      const converted = convert(object[key]);
      if (converted !== object[key]) changed = true;
      if (converted === undefined) continue;
      if (key === '__proto__') {
        Object.defineProperty(copy, key, { value: converted, enumerable: true, writable: true, configurable: true });
      } else {
        copy[key] = converted;
      }
    }
    return changed ? copy : (object as Json);
  };
  return convert(value);
}
