import { parseFilter } from './parse-filter';
import { PathSyntaxError, type Token } from './token';

const LARGEST_INDEX = 2 ** 31 - 1;
/** Documents are nested at most this deep on AWS. */
const MOST_STEPS = 1000;
const FROM_END = /^\(\s*@\.(?:length|size\(\))\s*-\s*(\d+)\s*\)$/;

/**
 * Parses a path, its root left out: `.a['b'][0]`. What is accepted is what AWS accepts, the oddities of its engine included.
 *
 * @throws PathSyntaxError
 */
export function parsePath(path: string, rest: string): Token[] {
  const tokens: Token[] = [];
  const offset = path.length - rest.length;
  const wrong = (at: number, problem: string): never => {
    throw new PathSyntaxError(path, offset + at + 1, problem);
  };
  let i = 0;
  while (i < rest.length) {
    if (rest[i] === '.') {
      i++;
      if (rest[i] === '.') {
        tokens.push({ kind: 'scan' });
        i++;
      }
      if (i >= rest.length) wrong(i, 'it ends where a name is missing');
      if (rest[i] === '.') wrong(i, 'a name is missing');
      if (rest[i] === '[') continue;
      const end = nameEnd(rest, i);
      const name = rest.slice(i, end);
      if (/\s/.test(name)) wrong(i, 'a name has a space in it; write it in brackets');
      tokens.push(name === '*' ? { kind: 'wildcard' } : { kind: 'property', names: [name] });
      i = end;
    } else if (rest[i] === '[') {
      const end = bracketEnd(rest, i);
      if (end < 0) wrong(i, 'a bracket is not closed');
      tokens.push(bracketToken(path, rest.slice(i + 1, end), offset + i + 2));
      i = end + 1;
    } else {
      wrong(i, `${JSON.stringify(rest[i])} stands where . or [ is expected`);
    }
  }
  if (tokens.length > MOST_STEPS) wrong(rest.length, `it has more than ${MOST_STEPS} steps`);
  return tokens;
}

function nameEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '.' && text[end] !== '[') end++;
  return end;
}

/** Brackets are counted, also those inside quotes: the engine behind AWS does the same. */
function bracketEnd(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '[') depth++;
    else if (text[i] === ']' && --depth === 0) return i;
  }
  return -1;
}

function bracketToken(path: string, content: string, column: number): Token {
  const wrong = (problem: string): never => {
    throw new PathSyntaxError(path, column, problem);
  };
  if (content === '*') return { kind: 'wildcard' };
  const text = content.trim();
  if (text.startsWith("'")) {
    const names = [...text.matchAll(/'([^']*)'/g)].map(match => match[1]);
    return names.length > 0 ? { kind: 'property', names } : wrong('a quote is not closed');
  }
  if (text.startsWith('?')) return { kind: 'filter', accepts: parseFilter(path, text.slice(1).trim(), column) };
  const back = FROM_END.exec(text);
  if (back) return { kind: 'fromEnd', back: Number(back[1]) };
  const integer = (digits: string): number => {
    const value = Number(digits);
    return /^-?\d+$/.test(digits) && Math.abs(value) <= LARGEST_INDEX
      ? value
      : wrong(`${JSON.stringify(digits)} is no index`);
  };
  if (text.includes(':')) {
    const [from, to] = text.split(':').map(part => part.trim());
    if (from === '' && to === '') wrong('a slice needs a start or an end');
    return {
      kind: 'slice',
      from: from === '' ? undefined : integer(from),
      to: to === '' ? undefined : integer(to),
      text,
    };
  }
  if (text === '') wrong('the brackets are empty');
  return { kind: 'index', indexes: text.split(',').map(part => integer(part.trim())) };
}
