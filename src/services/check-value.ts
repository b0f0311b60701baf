import { isJsonObject, type Json, type JsonObject } from '../asl';
import type { CallModel } from './call-model';
import type { Mismatch } from './mismatch';
import type { Scalar, Shape, Structure } from './shape';

/** How a value is compared with a shape. */
export interface Comparison {
  readonly model: CallModel;
  /** Whether required members must be present. */
  readonly complete: boolean;
  /** Whether scalars must have the type of the shape. AWS reads the scalars of arguments leniently: "3" as a number, 3 as a string. */
  readonly exactScalars: boolean;
  /** Whether a value isn't known, so anything fits: an expression, a token. */
  readonly isOpen: (value: Json) => boolean;
  /** The name of a member without its mark, and whether the mark says that the value isn't known: `Name.$`. */
  readonly memberOf: (key: string) => { readonly name: string; readonly open: boolean };
  /** Names of members that are newer than the models. */
  readonly allowed: ReadonlySet<string>;
}

type Path = ReadonlyArray<string | number>;

/** Every place where a value doesn't fit. */
export function mismatches(shape: Structure, value: JsonObject, comparison: Comparison): readonly Mismatch[] {
  const found: Mismatch[] = [];
  compareMembers(shape, value, [], '', comparison, found);
  return found;
}

function compare(shape: Shape, value: Json, path: Path, name: string, how: Comparison, found: Mismatch[]): void {
  if (value === null || shape.kind === 'document' || how.isOpen(value)) return;
  const wrong = (allowed: string): void => {
    found.push({ kind: 'type', path, name, allowed });
  };
  switch (shape.kind) {
    case 'structure':
      if (isJsonObject(value)) compareMembers(shape, value, path, name, how, found);
      else wrong('an OBJECT');
      return;
    case 'list':
      if (!Array.isArray(value)) return wrong('an ARRAY');
      limits(shape, value.length, 'items', path, name, found);
      // users report that Step Functions takes a plain list of strings for L of DynamoDB (aws/aws-cdk#17375)
      if (name === 'L' && !how.exactScalars && value.every((item: Json) => typeof item === 'string')) return;
      value.forEach((item: Json, i: number) => compare(shape.item, item, [...path, i], name, how, found));
      return;
    case 'map':
      if (!isJsonObject(value)) return wrong('an OBJECT');
      for (const [key, item] of Object.entries(value)) {
        const member = how.memberOf(key);
        if (!member.open) compare(shape.value, item, [...path, key], member.name, how, found);
      }
      return;
    default:
      scalar(shape, value, path, name, how, found);
  }
}

function compareMembers(
  shape: Structure,
  value: JsonObject,
  path: Path,
  around: string,
  how: Comparison,
  found: Mismatch[],
): void {
  const members = how.model.membersOf(shape);
  const present = new Set<string>();
  for (const key of Object.keys(value)) {
    const { name, open } = how.memberOf(key);
    if (how.isOpen(key)) continue;
    const member = members.get(name);
    if (member !== undefined) {
      present.add(member.name);
      if (!open) compare(member.shape, value[key], [...path, key], name, how, found);
    } else if (!how.allowed.has(name)) {
      const other = [...members.keys()].find(one => one.toLowerCase() === name.toLowerCase());
      if (other !== undefined) present.add(other);
      found.push({ kind: other === undefined ? 'unknown' : 'case', path: [...path, key], name, allowed: other ?? '' });
    }
  }
  if (!how.complete) return;
  for (const { name, required, filledIn } of members.values()) {
    if (required && !filledIn && !present.has(name)) {
      found.push({ kind: 'missing', path, name, allowed: around });
    }
  }
}

function scalar(shape: Scalar, value: Json, path: Path, name: string, how: Comparison, found: Mismatch[]): void {
  // bytes are sent as what the value is as text, whether an object or not; a result has them as text
  if (shape.kind === 'blob' && !how.exactScalars) return;
  const expected = how.exactScalars ? exactly(shape, value) : leniently(shape, value);
  if (expected !== undefined) {
    found.push({ kind: 'type', path, name, allowed: expected });
    return;
  }
  if (shape.oneOf !== undefined && typeof value === 'string' && !shape.oneOf.includes(value)) {
    found.push({ kind: 'value', path, name, allowed: shape.oneOf.join(', ') });
    return;
  }
  if (shape.kind === 'string' && typeof value === 'string') {
    limits(shape, value.length, 'characters', path, name, found);
  }
  const number = Number(value);
  if ((shape.kind === 'integer' || shape.kind === 'number') && !Number.isNaN(number)) {
    if ((shape.min !== undefined && number < shape.min) || (shape.max !== undefined && number > shape.max)) {
      found.push({ kind: 'range', path, name, allowed: rangeText(shape) });
    }
  }
}

/** A length above the greatest, or none where one is asked for. Services don't enforce every least length of their models. */
function limits(
  shape: { readonly min?: number; readonly max?: number },
  size: number,
  unit: string,
  path: Path,
  name: string,
  found: Mismatch[],
): void {
  const tooShort = size === 0 && shape.min !== undefined && shape.min > 0;
  if (!tooShort && (shape.max === undefined || size <= shape.max)) return;
  found.push({ kind: 'length', path, name, allowed: `${rangeText(shape)} ${unit}` });
}

function rangeText({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min === undefined) return `at most ${max}`;
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}

const JSON_TYPES = { string: 'a STRING', boolean: 'a BOOLEAN', number: 'a NUMBER' } as const;

/** The type that a result must have, if this value has another. Times are strings in results, and numbers in those of some `.sync` jobs. */
function exactly({ kind }: Scalar, value: Json): string | undefined {
  switch (kind) {
    case 'integer':
    case 'number':
      return typeof value === 'number' ? undefined : JSON_TYPES.number;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : JSON_TYPES.boolean;
    default:
      return typeof value === 'string' ? undefined : JSON_TYPES.string;
  }
}

/** The type that an argument must have, if this value can't be read as that type. */
function leniently({ kind }: Scalar, value: Json): string | undefined {
  const isScalar = typeof value !== 'object';
  switch (kind) {
    case 'integer':
    case 'number':
      return isScalar && !(typeof value === 'string' && !isNumeric(value)) ? undefined : JSON_TYPES.number;
    case 'boolean':
      // AWS reads the strings "true" and "false", and no others (aws/aws-cdk#31448)
      return isScalar && !(typeof value === 'string' && !/^(true|false)$/i.test(value))
        ? undefined
        : JSON_TYPES.boolean;
    default:
      return isScalar ? undefined : JSON_TYPES.string;
  }
}

function isNumeric(text: string): boolean {
  return text.trim() !== '' && !Number.isNaN(Number(text));
}
