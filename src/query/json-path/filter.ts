import type { Json } from '../../asl';

/** Whether a filter lets an element pass; `root` is what the path is applied to. */
export type Filter = (element: Json, root: Json) => boolean;

/** The value that a side of a comparison has; undefined if a path finds nothing. */
export type Operand = (element: Json, root: Json) => Json | undefined;

/** Both sides and how they compare. The engine behind AWS compares loosely: "2" and 2 are alike. */
export const COMPARISONS: Readonly<Record<string, (a: Json | undefined, b: Json | undefined) => boolean>> = {
  '==': (a, b) => a !== undefined && b !== undefined && looselyEqual(a, b),
  '!=': (a, b) => a !== undefined && b !== undefined && !looselyEqual(a, b),
  '>': (a, b) => order(a, b, n => n > 0),
  '>=': (a, b) => order(a, b, n => n >= 0),
  '<': (a, b) => order(a, b, n => n < 0),
  '<=': (a, b) => order(a, b, n => n <= 0),
};

function looselyEqual(a: Json, b: Json): boolean {
  if (a === null || b === null) return a === b;
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x !== undefined && y !== undefined) return x === y;
  if (typeof a === 'object' || typeof b === 'object') return JSON.stringify(a) === JSON.stringify(b);
  return String(a) === String(b);
}

function order(a: Json | undefined, b: Json | undefined, holds: (difference: number) => boolean): boolean {
  if (
    a === undefined ||
    b === undefined ||
    a === null ||
    b === null ||
    typeof a === 'object' ||
    typeof b === 'object'
  ) {
    return false;
  }
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x !== undefined && y !== undefined) return holds(x - y);
  const [s, t] = [String(a), String(b)];
  return holds(s === t ? 0 : s < t ? -1 : 1);
}

function asNumber(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)) return undefined;
  return Number(value);
}
