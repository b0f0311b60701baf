import type { Context } from './request';

/** One piece of a pattern. */
type Piece =
  | { readonly text: string }
  | { readonly wildcard: '*' | '?' }
  | { readonly variable: string; readonly absent?: string };

/** A pattern of a policy: text with wildcards and policy variables. */
export interface Pattern {
  /** The variables in it. */
  readonly variables: readonly string[];
  /** Whether the text matches; `unknown` where that depends on a variable of which nothing is known. */
  matches(text: string, context: Context): boolean | 'unknown';
}

const VARIABLE = /^\$\{\s*([^},\s]+)\s*(?:,\s*'([^']*)'\s*)?\}/;

/**
 * Compiles a pattern. `${key}` takes the value of a condition key, `${key, 'text'}` with a default; `${*}`, `${?}` and `${$}` are the characters.
 * A variable without value matches nothing.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function compilePattern(source: string, ignoreCase = false, wildcards = true): Pattern {
  const pieces = piecesOf(source, wildcards).map(piece =>
    ignoreCase && 'text' in piece ? { text: piece.text.toLowerCase() } : piece,
  );
  const variables = pieces.flatMap(piece => ('variable' in piece ? [piece.variable] : []));
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  if (variables.length === 0) {
    const matches = matcher(pieces);
    return { variables, matches: text => matches(fold(text)) };
  }
  return {
    variables,
    matches: (text, context) => {
      const filled = fill(pieces, context, fold);
      return typeof filled === 'string' ? filled === 'unknown' && 'unknown' : matcher(filled)(fold(text));
    },
  };
}

function fill(
  pieces: readonly Piece[],
  context: Context,
  fold: (text: string) => string,
): Piece[] | 'unknown' | 'absent' {
  const filled: Piece[] = [];
  for (const piece of pieces) {
    if (!('variable' in piece)) {
      filled.push(piece);
      continue;
    }
    const values = context.values(piece.variable);
    const value = values?.length === 1 ? values[0] : piece.absent;
    if (value === undefined) return context.isUnknown(piece.variable) ? 'unknown' : 'absent';
    filled.push({ text: fold(value) });
  }
  return filled;
}

function piecesOf(source: string, wildcards: boolean): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') pieces.push({ text });
    text = '';
  };
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    const variable = char === '$' ? VARIABLE.exec(source.slice(i)) : null;
    if (variable) {
      const [whole, name, absent] = variable;
      if (['*', '?', '$'].includes(name)) {
        text += name;
      } else {
        flush();
        pieces.push({ variable: name, ...(absent === undefined ? {} : { absent }) });
      }
      i += whole.length - 1;
    } else if (wildcards && (char === '*' || char === '?')) {
      flush();
      pieces.push({ wildcard: char });
    } else {
      text += char;
    }
  }
  flush();
  return pieces;
}

/** The frequent shapes have a test of their own; the general one takes time linear in text times pattern. */
function matcher(pieces: readonly Piece[]): (text: string) => boolean {
  if (pieces.length === 0) return text => text === '';
  if (pieces.every(piece => 'text' in piece)) {
    const whole = pieces.map(piece => ('text' in piece ? piece.text : '')).join('');
    return text => text === whole;
  }
  const last = pieces[pieces.length - 1];
  if ('wildcard' in last && last.wildcard === '*' && pieces.slice(0, -1).every(piece => 'text' in piece)) {
    const start = pieces.map(piece => ('text' in piece ? piece.text : '')).join('');
    return text => text.startsWith(start);
  }
  const units = pieces.flatMap((piece): string[] =>
    'text' in piece ? [...piece.text].map(char => `=${char}`) : 'wildcard' in piece ? [piece.wildcard] : [],
  );
  return text => glob(units, [...text]);
}

function glob(units: readonly string[], chars: readonly string[]): boolean {
  let unit = 0;
  let char = 0;
  let star = -1;
  let resume = 0;
  while (char < chars.length) {
    if (units[unit] === '?' || units[unit] === `=${chars[char]}`) {
      unit++;
      char++;
    } else if (units[unit] === '*') {
      star = unit++;
      resume = char;
    } else if (star >= 0) {
      unit = star + 1;
      char = ++resume;
    } else {
      return false;
    }
  }
  while (units[unit] === '*') unit++;
  return unit === units.length;
}
