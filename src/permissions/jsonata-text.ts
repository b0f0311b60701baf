import { GAP, joined, literal, type Text } from './text';

const STRING = /^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*$/s;
const OPERAND = /^\s*\$?[\w$`.]*\s*$/;

/** Whether a text is a JSONata expression, as Step Functions tells: all of it between `{%` and `%}`. */
export function isExpression(text: string): boolean {
  return text.startsWith('{%') && text.endsWith('%}');
}

/**
 * What is known of an expression's text: a literal, or literals that are joined with `&` to what only a run knows.
 * Anything else is a gap: a wrong guess would allow the wrong thing.
 */
export function expressionText(text: string): Text {
  const operands = concatenated(text.slice(2, -2));
  if (operands === undefined) return GAP;
  return joined(operands.map(operand => stringLiteral(operand) ?? GAP));
}

function stringLiteral(operand: string): Text | undefined {
  const [, double, single] = STRING.exec(operand) ?? [];
  const body = double ?? single;
  return body === undefined ? undefined : literal(unescaped(body));
}

function unescaped(body: string): string {
  const named: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
  return body.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code: string | undefined, char: string) =>
    code === undefined ? (named[char] ?? char) : String.fromCharCode(parseInt(code, 16)),
  );
}

/** The operands of a chain of `&`, or undefined where the expression is anything else at its top. */
function concatenated(source: string): string[] | undefined {
  const operands: string[] = [];
  let depth = 0;
  let start = 0;
  let outside = ''; // what stands outside strings and brackets in the present operand
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '"' || char === "'" || char === '`') {
      const end = endOfQuoted(source, i);
      if (end === undefined) return undefined;
      if (depth === 0) outside += '`';
      i = end;
    } else if ('([{'.includes(char)) {
      depth++;
    } else if (')]}'.includes(char)) {
      if (--depth < 0) return undefined;
    } else if (char === '/') {
      return undefined; // a division, a regular expression or a comment
    } else if (char === '&' && depth === 0) {
      if (!OPERAND.test(outside)) return undefined;
      operands.push(source.slice(start, i));
      [start, outside] = [i + 1, ''];
    } else if (depth === 0) {
      outside += char;
    }
  }
  if (depth !== 0 || !OPERAND.test(outside)) return undefined;
  return [...operands, source.slice(start)];
}

function endOfQuoted(source: string, start: number): number | undefined {
  for (let i = start + 1; i < source.length; i++) {
    if (source[i] === '\\' && source[start] !== '`') i++;
    else if (source[i] === source[start]) return i;
  }
  return undefined;
}
