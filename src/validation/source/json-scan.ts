import { sourceLocation } from './source-location';
import { pointerStep } from '../../asl';

/** The first thing in a text that is no JSON, in the words of the parser behind AWS. */
export interface JsonProblem {
  readonly message: string;
  /** Of the character after the last one that was read, as that parser counts, from 1. */
  readonly line: number;
  readonly column: number;
}

/** What a look at a JSON text finds that parsing it does not tell. */
export interface JsonScan {
  readonly problem?: JsonProblem;
  /** JSON pointers of members whose name the object has had before: the last one counts. */
  readonly duplicates: readonly string[];
}

interface Container {
  readonly kind: '{' | '[';
  readonly pointer: string;
  readonly keys: Set<string>;
  readonly from: number;
  key: string;
  index: number;
}

const VALUE = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;

/** Thrown inside: where, and what. */
class Problem extends Error {
  constructor(
    message: string,
    public readonly at: number,
  ) {
    super(message);
  }
}

/** Reads a JSON text from start to end. Iterative: a text may be nested deeply. */
export function scanJson(text: string): JsonScan {
  const duplicates: string[] = [];
  try {
    scan(text, {
      duplicate: pointer => {
        duplicates.push(pointer);
      },
      value: () => undefined,
    });
    return { duplicates };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { duplicates, problem: { message: error.message, ...positionOf(text, error.at) } };
  }
}

/** Where every value of a JSON text begins, by its JSON pointer: line and column, from 1. A member begins with its name. As far as the text is JSON. */
export function positionsIn(text: string): ReadonlyMap<string, Position> {
  const offsets = new Map<string, number>();
  try {
    scan(text, {
      duplicate: () => undefined,
      value: (pointer, at) => {
        offsets.set(pointer, at);
      },
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  const positions = new Map<string, Position>();
  let [line, from] = [1, 0];
  for (const [pointer, at] of [...offsets].sort(([, a], [, b]) => a - b)) {
    for (let next = text.indexOf('\n', from); next >= 0 && next < at; next = text.indexOf('\n', from)) {
      [line, from] = [line + 1, next + 1];
    }
    positions.set(pointer, { line, column: at - from + 1 });
  }
  return positions;
}

/** A place in a text, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What is told while a text is read. */
interface Listener {
  /** A member whose name the object has had before. */
  readonly duplicate: (pointer: string) => void;
  /** A value, and where it or its name begins. */
  readonly value: (pointer: string, at: number) => void;
}

function positionOf(text: string, at: number): Position {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - (before.lastIndexOf('\n') + 1) + 1 };
}

function scan(text: string, { duplicate, value }: Listener): void {
  const around: Container[] = [];
  let at = 0;
  let expect: 'value' | 'first' | 'key' | 'after' = 'value';
  const unexpected = (expected: string): never => {
    const character = text[at];
    throw new Problem(`Unexpected character ('${character}' (code ${character.charCodeAt(0)})): ${expected}`, at + 1);
  };
  for (;;) {
    while (at < text.length && ' \t\r\n'.includes(text[at])) at++;
    const inner = around[around.length - 1] as Container | undefined;
    if (at >= text.length) {
      if (inner === undefined && expect === 'after') return;
      if (inner === undefined) throw new Problem('Unexpected end-of-input', at);
      const name = inner.kind === '{' ? 'Object' : 'Array';
      if (expect === 'key' || expect === 'value') {
        throw new Problem(`Unexpected end-of-input within/between ${name} entries`, at);
      }
      const start = positionOf(text, inner.from);
      throw new Problem(
        `Unexpected end-of-input: expected close marker for ${name} (start marker at ${sourceLocation(text, start.line, start.column)})`,
        at,
      );
    }
    const character = text[at];
    if (expect === 'after') {
      if (inner === undefined) {
        unexpected('something follows the definition');
      } else if (character === (inner.kind === '{' ? '}' : ']')) {
        around.pop();
        at++;
      } else if (character === ',') {
        at++;
        inner.index++;
        expect = inner.kind === '{' ? 'key' : 'value';
      } else {
        unexpected(`was expecting comma to separate ${inner.kind === '{' ? 'Object' : 'Array'} entries`);
      }
    } else if (expect === 'key' || (expect === 'first' && inner!.kind === '{')) {
      if (expect === 'first' && character === '}') {
        around.pop();
        at++;
        expect = 'after';
        continue;
      }
      if (character !== '"') unexpected('was expecting double-quote to start field name');
      const end = stringEnd(text, at);
      inner!.key = keyOf(text.slice(at, end));
      if (inner!.keys.has(inner!.key)) duplicate(inner!.pointer + pointerStep(inner!.key));
      value(inner!.pointer + pointerStep(inner!.key), at);
      inner!.keys.add(inner!.key);
      at = end;
      while (at < text.length && ' \t\r\n'.includes(text[at])) at++;
      if (at >= text.length) throw new Problem('Unexpected end-of-input within/between Object entries', at);
      if (text[at] !== ':') unexpected('was expecting a colon to separate field name and value');
      at++;
      expect = 'value';
    } else {
      if (expect === 'first' && character === ']') {
        around.pop();
        at++;
        expect = 'after';
        continue;
      }
      const pointer =
        inner === undefined ? '' : inner.pointer + pointerStep(inner.kind === '{' ? inner.key : String(inner.index));
      if (inner?.kind !== '{') value(pointer, at);
      if (character === '{' || character === '[') {
        around.push({ kind: character, pointer, keys: new Set(), from: at, key: '', index: 0 });
        at++;
        expect = 'first';
        continue;
      }
      at = character === '"' ? stringEnd(text, at) : scalarEnd(text, at, unexpected);
      expect = 'after';
    }
  }
}

function scalarEnd(text: string, at: number, unexpected: (expected: string) => never): number {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word !== undefined) {
    if (word === 'true' || word === 'false' || word === 'null') return at + word.length;
    throw new Problem(`Unrecognized token '${word}': was expecting ${VALUE}`, at + word.length);
  }
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text)?.[0];
  return number === undefined ? unexpected(`expected a valid value ${VALUE}`) : at + number.length;
}

function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) {
      throw new Problem(
        `Illegal unquoted character ((CTRL-CHAR, code ${code})): has to be escaped using backslash to be included in string value`,
        at + 1,
      );
    }
    if (code !== 0x5c) continue;
    const escape = text[++at] as string | undefined;
    if (escape === undefined) break;
    if (escape === 'u') {
      if (!/^[\da-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) {
        throw new Problem('Unexpected character: expected a hex-digit for character escape sequence', at + 1);
      }
      at += 4;
    } else if (!'"\\/bfnrt'.includes(escape)) {
      throw new Problem(`Unrecognized character escape '${escape}' (code ${escape.charCodeAt(0)})`, at + 1);
    }
  }
  throw new Problem('Unexpected end-of-input: was expecting closing quote for a string value', text.length);
}

function keyOf(quoted: string): string {
  return JSON.parse(quoted) as string;
}
