import { MAX_DEFINITION_BYTES, type Json } from '../../asl';
import { isUnknown } from '../unknown-value';

/** What a value is like before anything else looks at it. */
export interface Measure {
  /** Characters of its JSON text without spaces: at least as many. Tokens and substitutions count nothing. */
  readonly characters: number;
  /** How deep it is nested; counting stops at DEEPEST + 1. */
  readonly depth: number;
  /** Whether it holds itself. */
  readonly cyclic: boolean;
  /** Whether there are values that are no JSON: functions, undefined, dates. */
  readonly foreign: boolean;
}

/** Deeper nesting is refused: no parser that AWS could use reads it. */
export const DEEPEST = 1_000;
/** Counting stops here: AWS takes no more. */
export const ENOUGH = MAX_DEFINITION_BYTES + 1;

interface Step {
  readonly value: unknown;
  readonly depth: number;
  readonly leave?: object;
}

/** Looks at a value of any shape: iterative, and it ends also where a value holds itself, or shares parts so often that its text would not fit anywhere. */
export function measure(given: unknown): Measure {
  let [characters, depth] = [0, 0];
  let foreign = false;
  const around = new Set<object>();
  const work: Step[] = [{ value: given, depth: 0 }];
  while (work.length > 0 && characters < ENOUGH) {
    const at = work.pop()!;
    if (at.leave) {
      around.delete(at.leave);
      continue;
    }
    const { value } = at;
    depth = Math.max(depth, at.depth);
    if (depth > DEEPEST) break;
    foreign ||= isForeign(value);
    if (typeof value !== 'object' || value === null) {
      characters +=
        typeof value === 'string' ? knownLength(value) + 2 : isUnknown(value as Json) ? 1 : String(value).length;
      continue;
    }
    if (around.has(value)) return { characters, depth, cyclic: true, foreign };
    around.add(value);
    work.push({ value: undefined, depth: 0, leave: value });
    const members = Object.entries(value);
    // brackets, and a comma less than there are members
    characters += members.length === 0 ? 2 : 1;
    for (const [key, inner] of members) {
      characters += Array.isArray(value) ? 1 : key.length + 4;
      work.push({ value: inner, depth: at.depth + 1 });
      if (characters > ENOUGH) break;
    }
  }
  return { characters, depth, cyclic: false, foreign };
}

function knownLength(text: string): number {
  return text.includes('{') ? text.replace(/[$#]\{[^}]*\}/g, '').length : text.length;
}

function isForeign(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value === 'object' && value !== null) {
    return typeof (value as { toJSON?: unknown }).toJSON === 'function' || value instanceof Map || value instanceof Set;
  }
  return typeof value !== 'string' && typeof value !== 'boolean' && value !== null;
}
