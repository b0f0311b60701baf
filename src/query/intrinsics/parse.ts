import { nearest } from '../../errors';
import { compilePath, type Path } from '../json-path';
import { FUNCTIONS } from './functions';

/** An argument of an intrinsic function, or a whole call. */
export type Node =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly raw?: string }
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] };

/** A text that is no intrinsic function call. */
export class IntrinsicSyntaxError extends Error {
  /** @param column from 1 */
  constructor(
    public readonly text: string,
    public readonly column: number,
    public readonly problem: string,
  ) {
    super(`${JSON.stringify(text)} is no intrinsic function call: ${problem} at column ${column}`);
    this.name = 'IntrinsicSyntaxError';
  }
}

/** AWS nests at most this many. @see https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */
const DEEPEST = 10;

/**
 * Parses a call such as `States.Format('{} of {}', $.a, States.ArrayLength($.b))`.
 *
 * @throws IntrinsicSyntaxError
 */
export function parseIntrinsic(text: string): Node {
  let at = 0;
  const wrong = (problem: string, column = at): never => {
    throw new IntrinsicSyntaxError(text, column + 1, problem);
  };
  const space = (): void => {
    while (/\s/.test(text[at] ?? '')) at++;
  };

  const call = (depth: number): Node => {
    const [name] = /^States\.\w*/.exec(text.slice(at)) ?? [''];
    if (!Object.hasOwn(FUNCTIONS, name)) {
      const near = nearest(name, Object.keys(FUNCTIONS));
      wrong(`${name || 'this'} is no intrinsic function${near ? `, did you mean ${near}?` : ''}`);
    }
    if (depth > DEEPEST) wrong(`more than ${DEEPEST} calls are nested`);
    at += name.length;
    space();
    if (text[at++] !== '(') wrong('( is missing', at - 1);
    const args: Node[] = [];
    space();
    while (text[at] !== ')') {
      if (args.length > 0) {
        if (text[at] !== ',') wrong(', or ) is missing');
        at++;
        space();
      }
      args.push(argument(depth));
      space();
    }
    at++;
    return { kind: 'call', name, args };
  };
  const argument = (depth: number): Node => {
    if (text[at] === "'") return quoted();
    if (text[at] === '$') return path();
    if (text.startsWith('States.', at)) return call(depth + 1);
    const [word] = /^[^,()\s']+/.exec(text.slice(at)) ?? [''];
    if (word === 'true' || word === 'false') return literal(word, word === 'true');
    if (word === 'null') return literal(word, null);
    if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(word)) return literal(word, Number(word));
    return wrong(
      word === ''
        ? 'an argument is missing'
        : `${word} is no argument: write a text in single quotes, a number, true, false, null, a path or a call`,
    );
  };
  const literal = (word: string, value: number | boolean | null): Node => {
    at += word.length;
    return { kind: 'literal', value };
  };
  const quoted = (): Node => {
    const start = ++at;
    let value = '';
    while (text[at] !== "'") {
      if (at >= text.length) wrong('a quote is not closed', start - 1);
      if (text[at] === '\\') {
        if (!"'{}\\".includes(text[++at] ?? ' ')) {
          wrong(`\\${text[at] ?? ''} is no escape: there are \\' \\{ \\} and \\\\`, at - 1);
        }
      }
      value += text[at++];
    }
    return { kind: 'literal', value, raw: text.slice(start, at++) };
  };
  const path = (): Node => {
    const start = at;
    let depth = 0;
    for (let inQuotes = false; at < text.length; at++) {
      if (text[at] === "'" && depth > 0) inQuotes = !inQuotes;
      if (inQuotes) continue;
      if (text[at] === '[' || text[at] === '(') depth++;
      else if (text[at] === ']') depth--;
      else if (text[at] === ')' && depth > 0) depth--;
      else if (depth === 0 && (text[at] === ',' || text[at] === ')')) break;
    }
    return { kind: 'path', path: compilePath(text.slice(start, at).trim()) };
  };

  space();
  const node = call(1);
  space();
  if (at < text.length) wrong('something follows the call');
  return node;
}
