import type { DataTest, Json } from '../../asl';
import { compilePath, type Path } from '../../query/json-path';
import { runtimeFailure } from '../data-flow';
import type { Frame } from '../frame';
import { parseTimestamp } from './wait';

/** Whether a rule holds for the data. */
export type Test = (data: Json, frame: Frame) => boolean;

/** Compares a value with an operand of the comparator's type; both have that type already. */
type Compare = (value: never, operand: never) => boolean;

/** A family of comparators: the values that it takes, made comparable. */
interface Family {
  readonly comparable: (value: Json) => number | string | boolean | undefined;
  readonly order: (a: never, b: never) => number;
}

const FAMILIES: Readonly<Record<string, Family>> = {
  Boolean: {
    comparable: value => (typeof value === 'boolean' ? value : undefined),
    order: (a, b) => (a === b ? 0 : 1),
  },
  Numeric: {
    comparable: value => (typeof value === 'number' ? value : undefined),
    order: (a: number, b: number) => a - b,
  },
  String: {
    comparable: value => (typeof value === 'string' ? value : undefined),
    order: (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1),
  },
  Timestamp: {
    comparable: value => (typeof value === 'string' ? parseTimestamp(value) : undefined),
    order: (a: number, b: number) => a - b,
  },
};

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  Equals: order => order === 0,
  GreaterThan: order => order > 0,
  GreaterThanEquals: order => order >= 0,
  LessThan: order => order < 0,
  LessThanEquals: order => order <= 0,
};

/** Tests of a value's type; `Is…: false` holds for everything else. */
const KINDS: Readonly<Record<string, (value: Json) => boolean>> = {
  IsNull: value => value === null,
  IsString: value => typeof value === 'string',
  IsNumeric: value => typeof value === 'number',
  IsBoolean: value => typeof value === 'boolean',
  IsTimestamp: value => typeof value === 'string' && parseTimestamp(value) !== undefined,
};

const COMPARATOR =
  /^(Boolean|Numeric|String|Timestamp)(Equals|GreaterThanEquals|GreaterThan|LessThanEquals|LessThan)(Path)?$/;

/** Compiles a test of a JSONPath Choice; a value of another type than the comparator's does not match, a path to nothing fails. */
export function compileTest(test: DataTest): Test {
  if (test.And) {
    const all = test.And.map(compileTest);
    return (data, frame) => all.every(holds => holds(data, frame));
  }
  if (test.Or) {
    const any = test.Or.map(compileTest);
    return (data, frame) => any.some(holds => holds(data, frame));
  }
  if (test.Not) {
    const not = compileTest(test.Not);
    return (data, frame) => !not(data, frame);
  }
  const path = compilePath(test.Variable ?? '$');
  for (const [name, operand] of Object.entries(test)) {
    const compiled = compileComparator(name, operand as Json, path);
    if (compiled) return compiled;
  }
  return () => false;
}

function compileComparator(name: string, operand: Json, path: Path): Test | undefined {
  if (name === 'IsPresent') return (data, frame) => present(path, data, frame) === operand;
  if (Object.hasOwn(KINDS, name)) {
    const is = KINDS[name];
    return (data, frame) => is(required(path, data, frame)) === operand;
  }
  if (name === 'StringMatches') {
    const matchesPattern = wildcard(String(operand));
    return (data, frame) => {
      const value = required(path, data, frame);
      return typeof value === 'string' && matchesPattern(value);
    };
  }
  const [, family, comparison, fromPath] = COMPARATOR.exec(name) ?? [];
  if (family === undefined) return undefined;
  const { comparable, order } = FAMILIES[family];
  const holds = COMPARISONS[comparison];
  const compare: Compare = (value, other) => holds(order(value, other));
  if (fromPath) {
    const other = compilePath(String(operand));
    return (data, frame) => {
      const a = comparable(required(path, data, frame));
      const b = comparable(required(other, data, frame));
      return a !== undefined && b !== undefined && compare(a as never, b as never);
    };
  }
  const b = comparable(operand);
  return (data, frame) => {
    const a = comparable(required(path, data, frame));
    return a !== undefined && b !== undefined && compare(a as never, b as never);
  };
}

function present(path: Path, data: Json, frame: Frame): boolean {
  try {
    return path.read(data, frame) !== undefined;
  } catch {
    return false;
  }
}

function required(path: Path, data: Json, frame: Frame): Json {
  let value: Json | undefined;
  try {
    value = path.read(data, frame);
  } catch {
    /* a path that leads through another type finds nothing */
  }
  if (value === undefined) {
    throw runtimeFailure(`Invalid path '${path.text}': The choice state's condition path references an invalid value.`);
  }
  return value;
}

/** `*` stands for any text, `\*` for a star. Linear in the text for each star; nothing backtracks further. */
function wildcard(pattern: string): (text: string) => boolean {
  const pieces: string[] = [''];
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] === '\\' && i + 1 < pattern.length) pieces[pieces.length - 1] += pattern[++i];
    else if (pattern[i] === '*') pieces.push('');
    else pieces[pieces.length - 1] += pattern[i];
  }
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  if (pieces.length === 1) return text => text === first;
  const middle = pieces.slice(1, -1);
  return text => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const piece of middle) {
      const found = text.indexOf(piece, at);
      if (found < 0 || found + piece.length > text.length - last.length) return false;
      at = found + piece.length;
    }
    return true;
  };
}
