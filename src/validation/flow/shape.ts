import { isJsonObject, type Json } from '../../asl';
import { isUnknown } from '../unknown-value';

/** What is known of data: conservative, so that what is said of it holds for every run. */
export type Shape =
  | { readonly kind: 'any' }
  | { readonly kind: 'scalar'; readonly bytes: number }
  | { readonly kind: 'list'; readonly items: Shape; readonly length?: number }
  /** `open` objects can have more members than those that are known. */
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Member>; readonly open: boolean };

/** A member of an object; an optional one is there on some paths only. */
export interface Member {
  readonly shape: Shape;
  readonly optional: boolean;
}

/** Nothing is known. */
export const ANY: Shape = { kind: 'any' };

/** An object of which nothing is known. */
export const SOME_OBJECT: Shape = { kind: 'object', members: new Map(), open: true };

/** Objects with more members than this are not followed. */
const MOST_MEMBERS = 64;
/** Beyond this depth nothing is followed. */
const DEEPEST = 20;

/** The shape of a literal. */
export function shapeOf(value: Json, depth = 0): Shape {
  if (depth > DEEPEST || isUnknown(value)) return ANY;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    return {
      kind: 'list',
      items:
        list.length === 0 || list.length > MOST_MEMBERS
          ? ANY
          : list.map(item => shapeOf(item, depth + 1)).reduce((a, b) => join(a, b)),
      length: list.length,
    };
  }
  if (isJsonObject(value)) {
    return objectOf(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner, depth + 1)]));
  }
  return { kind: 'scalar', bytes: JSON.stringify(value)?.length ?? 1 };
}

/** An object with these members and no others. */
export function objectOf(members: ReadonlyArray<readonly [string, Shape]>): Shape {
  if (members.length > MOST_MEMBERS) return SOME_OBJECT;
  return {
    kind: 'object',
    members: new Map(members.map(([name, shape]) => [name, { shape, optional: false }])),
    open: false,
  };
}

/** What holds for both. */
export function join(a: Shape, b: Shape, depth = 0): Shape {
  if (a === b) return a;
  if (a.kind !== b.kind || depth > DEEPEST || a.kind === 'any') return ANY;
  if (a.kind === 'scalar') return { kind: 'scalar', bytes: Math.min(a.bytes, (b as typeof a).bytes) };
  if (a.kind === 'list') {
    const other = b as typeof a;
    return {
      kind: 'list',
      items: join(a.items, other.items, depth + 1),
      ...(a.length === other.length ? { length: a.length } : {}),
    };
  }
  const other = b as typeof a;
  const members = new Map<string, Member>();
  for (const name of new Set([...a.members.keys(), ...other.members.keys()])) {
    const [x, y] = [a.members.get(name), other.members.get(name)];
    if (x && y) members.set(name, { shape: join(x.shape, y.shape, depth + 1), optional: x.optional || y.optional });
    // where it can be missing, but is not known to be, nothing is known of it
    else if (x ? !other.open : !a.open) members.set(name, { shape: (x ?? y)!.shape, optional: true });
  }
  return { kind: 'object', members, open: a.open || other.open };
}

/** Whether two shapes say the same. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'any':
      return true;
    case 'scalar':
      return a.bytes === (b as typeof a).bytes;
    case 'list':
      return a.length === (b as typeof a).length && sameShape(a.items, (b as typeof a).items);
    case 'object': {
      const other = b as typeof a;
      if (a.open !== other.open || a.members.size !== other.members.size) return false;
      return [...a.members].every(([name, { shape, optional }]) => {
        const member = other.members.get(name);
        return member !== undefined && member.optional === optional && sameShape(shape, member.shape);
      });
    }
  }
}

/** What lies at a path of names: `undefined` if it cannot be there. Names reach into the items of lists, as JSONata's do, where `intoLists` says so. */
export function lookUp(shape: Shape, steps: readonly string[], intoLists = false): Shape | undefined {
  let at = shape;
  for (const step of steps) {
    while (intoLists && at.kind === 'list') at = at.items;
    if (at.kind === 'any') return ANY;
    if (at.kind !== 'object') return undefined;
    const member = at.members.get(step);
    if (member === undefined) return at.open ? ANY : undefined;
    at = member.shape;
  }
  return at;
}

/** The shape after a value was put at a path of names; objects on the way are made. */
export function put(shape: Shape, steps: readonly string[], value: Shape): Shape {
  if (steps.length === 0) return value;
  if (steps.length > DEEPEST) return ANY;
  const [step, ...rest] = steps;
  const target: Shape = shape.kind === 'object' ? shape : SOME_OBJECT;
  if (target.kind !== 'object' || target.members.size >= MOST_MEMBERS) return ANY;
  const inner = target.members.get(step)?.shape ?? (target.open ? ANY : objectOf([]));
  return {
    ...target,
    members: new Map(target.members).set(step, {
      shape: put(rest.length > 0 ? inner : ANY, rest, value),
      optional: false,
    }),
  };
}

/** So many bytes the JSON text of a value has at least. */
export function leastBytes(shape: Shape): number {
  switch (shape.kind) {
    case 'any':
      return 1;
    case 'scalar':
      return shape.bytes;
    case 'list':
      return 2 + (shape.length ?? 0) * (leastBytes(shape.items) + 1);
    case 'object': {
      let bytes = 2;
      for (const [name, { shape: inner, optional }] of shape.members) {
        if (!optional) bytes += name.length + 4 + leastBytes(inner);
      }
      return bytes;
    }
  }
}

/** The members of an object, for messages. */
export function describe(shape: Shape): string {
  if (shape.kind !== 'object') return shape.kind === 'list' ? 'a list' : 'a single value';
  const names = [...shape.members.keys()];
  if (names.length === 0) return 'an empty object';
  return `an object with ${names.slice(0, 10).join(', ')}${names.length > 10 ? ', …' : ''} only`;
}
