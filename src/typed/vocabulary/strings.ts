import { binary, BINDS, call, codeOf, expression, isExpression, list } from '../code';
import type { Expr, Operand } from '../expression';

/** Text with values in it: ``t.str`Order ${$.input.id}` `` becomes `'Order ' & $states.input.id`. */
export function str(text: TemplateStringsArray, ...parts: Array<Operand<string | number | boolean>>): Expr<string> {
  const pieces: unknown[] = [];
  text.forEach((piece, i) => {
    if (piece !== '') pieces.push(piece);
    if (i < parts.length) pieces.push(isExpression(parts[i]) ? parts[i] : String(parts[i]));
  });
  if (pieces.length === 0) return expression("''");
  if (pieces.length === 1) {
    return isExpression(pieces[0]) ? call('string', pieces[0]) : expression(codeOf(pieces[0]).text);
  }
  return pieces.slice(1).reduce((left, right) => binary(left, '&', right, BINDS.SUM), pieces[0]) as Expr<string>;
}

/** A value as text, objects and lists as JSON: `$string(a)`. */
export function string(a: Expr<unknown>): Expr<string> {
  return call('string', a);
}

/** The number of characters: `$length(a)`. */
export function length(a: Expr<string>): Expr<number> {
  return call('length', a);
}

/** In capitals: `$uppercase(a)`. */
export function uppercase(a: Operand<string>): Expr<string> {
  return call('uppercase', a);
}

/** In small letters: `$lowercase(a)`. */
export function lowercase(a: Operand<string>): Expr<string> {
  return call('lowercase', a);
}

/** Without white space at both ends, and single spaces inside: `$trim(a)`. */
export function trim(a: Operand<string>): Expr<string> {
  return call('trim', a);
}

/** A part: from a position (negative: from the end), of so many characters: `$substring(a, start, length)`. */
export function substring(a: Operand<string>, start: Operand<number>, size?: Operand<number>): Expr<string> {
  return call('substring', a, start, size);
}

/** What stands before the first occurrence, or all of it: `$substringBefore(a, part)`. */
export function before(a: Operand<string>, part: Operand<string>): Expr<string> {
  return call('substringBefore', a, part);
}

/** What stands after the first occurrence, or all of it: `$substringAfter(a, part)`. */
export function after(a: Operand<string>, part: Operand<string>): Expr<string> {
  return call('substringAfter', a, part);
}

/** Filled up with spaces, or other characters, at the right (a negative width: at the left): `$pad(a, width, fill)`. */
export function pad(a: Operand<string>, width: Operand<number>, fill?: Operand<string>): Expr<string> {
  return call('pad', a, width, fill);
}

/** Has a part: `$contains(a, part)`. */
export function contains(a: Operand<string>, part: Operand<string>): Expr<boolean> {
  return call('contains', a, part);
}

/** Begins with a text: `$substring(a, 0, $length(start)) = start`. */
export function startsWith(a: Expr<string>, start: string): Expr<boolean> {
  return binary(substring(a, 0, [...start].length), '=', start, BINDS.COMPARE);
}

/** Ends with a text: `$substring(a, -$length(end)) = end`. */
export function endsWith(a: Expr<string>, end: string): Expr<boolean> {
  if (end === '') return expression('true');
  return binary(substring(a, -[...end].length), '=', end, BINDS.COMPARE);
}

/** Matches a regular expression: `$contains(a, /pattern/i)`. */
export function matches(a: Expr<string>, pattern: RegExp): Expr<boolean> {
  return call('contains', a, regex(pattern));
}

/** Parts between separators: `[$split(a, separator)[]]`. */
export function split(a: Expr<string>, separator: Operand<string> | RegExp): Expr<string[]> {
  return list(call('split', a, separator instanceof RegExp ? regex(separator) : separator));
}

/** Texts put together: `$join(list, separator)`. */
export function join(texts: Expr<readonly string[]>, separator?: Operand<string>): Expr<string> {
  return call('join', texts, separator);
}

/** Every occurrence replaced: `$replace(a, part, by)`. */
export function replace(a: Operand<string>, part: Operand<string> | RegExp, by: Operand<string>): Expr<string> {
  return call('replace', a, part instanceof RegExp ? regex(part) : part, by);
}

/** As base64 of its UTF-8 bytes: `$base64encode(a)`. */
export function base64encode(a: Operand<string>): Expr<string> {
  return call('base64encode', a);
}

/** From base64: `$base64decode(a)`. */
export function base64decode(a: Operand<string>): Expr<string> {
  return call('base64decode', a);
}

/** For a part of a URL: `$encodeUrlComponent(a)`. */
export function encodeUrlComponent(a: Operand<string>): Expr<string> {
  return call('encodeUrlComponent', a);
}

/** From a part of a URL: `$decodeUrlComponent(a)`. */
export function decodeUrlComponent(a: Operand<string>): Expr<string> {
  return call('decodeUrlComponent', a);
}

/** A pattern of JavaScript as one of JSONata, which knows the flags `i` and `m`. */
function regex({ source, flags }: RegExp): Expr<never> {
  return expression(`/${source}/${flags.replace(/[^im]/g, '')}`);
}
