import { isJsonObject, type Json, type JsonObject } from '../asl';
import type { CallModel, NamedMember } from './call-model';
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
  /** Whether the name of a member has a mark that says that its value isn't known: `Name.$`. */
  readonly isOpenMember: (key: string) => boolean;
  /** How many characters the mark has. */
  readonly markLength: number;
  /** Names of members that are newer than the models. */
  readonly allowed: ReadonlySet<string>;
}

/** The way to the value that is being compared. It grows and shrinks, and is copied where something is found. */
type Path = Array<string | number>;

/** Every place where a value doesn't fit. */
export function mismatches(shape: Structure, value: JsonObject, comparison: Comparison): readonly Mismatch[] {
  const found: Mismatch[] = [];
  compareMembers(shape, value, [], '', comparison, found);
  return found;
}

function compare(shape: Shape, value: Json, path: Path, name: string, how: Comparison, found: Mismatch[]): void {
  if (value === null || shape.kind === 'document' || how.isOpen(value)) return;
  switch (shape.kind) {
    case 'structure':
      if (isJsonObject(value)) compareMembers(shape, value, path, name, how, found);
      else wrongType(path, name, 'an OBJECT', found);
      return;
    case 'list':
      if (!Array.isArray(value)) return wrongType(path, name, 'an ARRAY', found);
      limits(shape, value.length, 'items', path, name, found);
      // users report that Step Functions takes a plain list of strings for L of DynamoDB (aws/aws-cdk#17375)
      if (name === 'L' && !how.exactScalars && value.every((item: Json) => typeof item === 'string')) return;
      value.forEach((item: Json, i: number) => {
        path.push(i);
        compare(shape.item, item, path, name, how, found);
        path.pop();
      });
      return;
    case 'map':
      if (!isJsonObject(value)) return wrongType(path, name, 'an OBJECT', found);
      for (const key of Object.keys(value)) {
        if (how.isOpenMember(key)) continue;
        path.push(key);
        compare(shape.value, value[key], path, key, how, found);
        path.pop();
      }
      return;
    default:
      scalar(shape, value, path, name, how, found);
  }
}

function wrongType(path: Path, name: string, allowed: string, found: Mismatch[]): void {
  found.push({ kind: 'type', path: [...path], name, allowed });
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
  for (const key of Object.keys(value)) {
    const open = how.isOpenMember(key);
    const name = open && how.markLength > 0 ? key.slice(0, -how.markLength) : key;
    const member = members.get(name);
    if (member === undefined) {
      unknownMember(members, key, name, path, how, found);
    } else if (!open) {
      path.push(key);
      compare(member.shape, value[key], path, name, how, found);
      path.pop();
    }
  }
  if (how.complete) missingMembers(members, value, path, around, how, found);
}

function unknownMember(
  members: ReadonlyMap<string, NamedMember>,
  key: string,
  name: string,
  path: Path,
  how: Comparison,
  found: Mismatch[],
): void {
  if (how.allowed.has(name) || how.isOpen(key)) return;
  const other = [...members.keys()].find(one => one.toLowerCase() === name.toLowerCase());
  found.push({ kind: other === undefined ? 'unknown' : 'case', path: [...path, key], name, allowed: other ?? '' });
}

function missingMembers(
  members: ReadonlyMap<string, NamedMember>,
  value: JsonObject,
  path: Path,
  around: string,
  how: Comparison,
  found: Mismatch[],
): void {
  for (const name of requiredNames(members)) {
    if (!Object.hasOwn(value, name) && !isPresent(name, value, how)) {
      found.push({ kind: 'missing', path: [...path], name, allowed: around });
    }
  }
}

const required = new WeakMap<ReadonlyMap<string, NamedMember>, readonly string[]>();

function requiredNames(members: ReadonlyMap<string, NamedMember>): readonly string[] {
  let names = required.get(members);
  if (names === undefined) {
    names = [...members.values()].filter(one => one.required && !one.filledIn).map(({ name }) => name);
    names = [...new Set(names)];
    required.set(members, names);
  }
  return names;
}

/** Whether a member is present with a mark or in another case, which is reported as that. */
function isPresent(name: string, value: JsonObject, { isOpenMember, markLength }: Comparison): boolean {
  return Object.keys(value).some(
    key => (isOpenMember(key) && markLength > 0 ? key.slice(0, -markLength) : key).toLowerCase() === name.toLowerCase(),
  );
}

function scalar(shape: Scalar, value: Json, path: Path, name: string, how: Comparison, found: Mismatch[]): void {
  // bytes are sent as what the value is as text, whether an object or not; a result has them as text
  if (shape.kind === 'blob' && !how.exactScalars) return;
  const expected = how.exactScalars ? exactly(shape, value) : leniently(shape, value);
  if (expected !== undefined) {
    wrongType(path, name, expected, found);
    return;
  }
  if (shape.oneOf !== undefined && typeof value === 'string' && !shape.oneOf.includes(value)) {
    found.push({ kind: 'value', path: [...path], name, allowed: shape.oneOf.join(', ') });
    return;
  }
  if (shape.kind === 'string' && typeof value === 'string') {
    limits(shape, value.length, 'characters', path, name, found);
  }
  const number = Number(value);
  if ((shape.kind === 'integer' || shape.kind === 'number') && !Number.isNaN(number)) {
    if ((shape.min !== undefined && number < shape.min) || (shape.max !== undefined && number > shape.max)) {
      found.push({ kind: 'range', path: [...path], name, allowed: rangeText(shape) });
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
  found.push({ kind: 'length', path: [...path], name, allowed: `${rangeText(shape)} ${unit}` });
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
