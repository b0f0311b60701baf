import { MAX_TEXT } from './limits';
import type { Json } from '../../asl';

/** Not a plain case: JSONata's evaluator has to compute it. */
export const OTHERWISE = Symbol('otherwise');

type Value = Json | undefined;
type Outcome = Value | typeof OTHERWISE;

/** JSONata's binary operators for plain operands. */
export const BINARY: Readonly<Record<string, (a: Value, b: Value) => Outcome>> = {
  '+': (a, b) => (typeof a === 'number' && typeof b === 'number' ? plainNumber(a + b) : OTHERWISE),
  '-': (a, b) => (typeof a === 'number' && typeof b === 'number' ? plainNumber(a - b) : OTHERWISE),
  '*': (a, b) => (typeof a === 'number' && typeof b === 'number' ? plainNumber(a * b) : OTHERWISE),
  '/': (a, b) => (typeof a === 'number' && typeof b === 'number' ? plainNumber(a / b) : OTHERWISE),
  '%': (a, b) => (typeof a === 'number' && typeof b === 'number' ? plainNumber(a % b) : OTHERWISE),
  '=': (a, b) => equal(a, b),
  '!=': (a, b) => {
    if (a === undefined || b === undefined) return false;
    const same = equal(a, b);
    return same === OTHERWISE ? OTHERWISE : !same;
  },
  '<': (a, b) => (comparable(a, b) ? a! < b! : OTHERWISE),
  '<=': (a, b) => (comparable(a, b) ? a! <= b! : OTHERWISE),
  '>': (a, b) => (comparable(a, b) ? a! > b! : OTHERWISE),
  '>=': (a, b) => (comparable(a, b) ? a! >= b! : OTHERWISE),
  '&': (a, b) => {
    const left = asText(a);
    const right = asText(b);
    if (left === OTHERWISE || right === OTHERWISE || left.length + right.length > MAX_TEXT) return OTHERWISE;
    return left + right;
  },
};

/** Infinities and the negative zero are not plain. */
function plainNumber(value: number): number | typeof OTHERWISE {
  return Number.isFinite(value) && !Object.is(value, -0) ? value : OTHERWISE;
}

function equal(a: Value, b: Value): boolean | typeof OTHERWISE {
  if (a === undefined || b === undefined) return false;
  if (a === b) return true;
  return typeof a === 'object' && a !== null && typeof b === 'object' && b !== null ? OTHERWISE : false;
}

function comparable(a: Value, b: Value): boolean {
  return typeof a === typeof b && (typeof a === 'number' || typeof a === 'string');
}

/** A plain value as `&` and `$string` write it; nothing is the empty text. */
export function asText(value: Value): string | typeof OTHERWISE {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isInteger(value) ? JSON.stringify(value) : JSON.stringify(Number(value.toPrecision(15)));
    case 'boolean':
      return value ? 'true' : 'false';
    case 'undefined':
      return '';
    default:
      return value === null ? 'null' : OTHERWISE;
  }
}

/** Whether JSONata takes a plain value for true. */
export function isTrue(value: Outcome): boolean | typeof OTHERWISE {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'string':
      return value.length > 0;
    case 'number':
      return value !== 0;
    case 'undefined':
      return false;
    case 'symbol':
      return OTHERWISE;
    default:
      return value === null ? false : OTHERWISE;
  }
}
