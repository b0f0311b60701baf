import type { RE2JS } from 're2js';
import { evaluate } from './evaluate';
import { COMPARISONS, type Filter, type Operand } from './filter';
import { parsePath } from './parse';
import { re2 } from '../re2';
import { PathInapplicable, PathNotFound, PathSyntaxError } from './token';
import { visit } from './work';
import type { Json } from '../../asl';

/** The operators, longer ones first. */
const OPERATORS = ['==', '!=', '>=', '<=', '=~', '>', '<'];
/** How many negations and parentheses may lie in each other. */
const DEEPEST = 100;

/**
 * Parses a filter: `(@.a > 1 && !(@.b == 'x'))`. Comparisons, existence, `&&`, `||`, `!` and parentheses; the words of later engines
 * (`in`, `size`, `contains`, …) are refused as AWS refuses them.
 *
 * @throws PathSyntaxError
 */
export function parseFilter(path: string, text: string, column: number): Filter {
  const wrong = (problem: string): never => {
    throw new PathSyntaxError(path, column, problem);
  };
  if (!text.startsWith('(') || !text.endsWith(')')) wrong('a filter is written ?(…)');
  return parseOr(withoutGroups(text.slice(1, -1)), wrong, 0);
}

/** The engine behind AWS overlooks parentheses around parts of a condition: `&&` binds more tightly than `||` all the same. */
function withoutGroups(text: string): string {
  const open: boolean[] = [];
  let kept = '';
  for (let i = 0, quoted = false; i < text.length; i++) {
    const at = text[i];
    if (at === "'") quoted = !quoted;
    if (!quoted && at === '(') {
      const group = /(^|&&|\|\|)\s*$/.test(kept);
      open.push(group);
      if (group) continue;
    }
    if (!quoted && at === ')' && open.pop()) continue;
    kept += at;
  }
  return kept;
}

type Wrong = (problem: string) => never;

function parseOr(text: string, wrong: Wrong, depth: number): Filter {
  const any = split(text, '||').map(part => parseAnd(part, wrong, depth));
  return any.length === 1 ? any[0] : (element, root) => any.some(filter => filter(element, root));
}

function parseAnd(text: string, wrong: Wrong, depth: number): Filter {
  const all = split(text, '&&').map(part => parseTerm(part.trim(), wrong, depth));
  return all.length === 1 ? all[0] : (element, root) => all.every(filter => filter(element, root));
}

function parseTerm(text: string, wrong: Wrong, depth: number): Filter {
  if (depth > DEEPEST) wrong('a filter is nested too deeply');
  if (text === '') wrong('a filter has an empty part');
  if (text.startsWith('(') && text.endsWith(')') && closing(text) === text.length - 1) {
    return parseOr(text.slice(1, -1), wrong, depth + 1);
  }
  if (text.startsWith('!')) {
    const not = parseTerm(text.slice(1).trim(), wrong, depth + 1);
    return (element, root) => !not(element, root);
  }
  const found = findOperator(text);
  if (found) return comparison(found, wrong);
  if (!/^[@$]/.test(text) || /\s/.test(text.replace(/'[^']*'/g, ''))) {
    wrong(`${JSON.stringify(text)} is no comparison that AWS knows`);
  }
  const value = operand(text, wrong);
  return (element, root) => {
    const at = value(element, root);
    return at !== undefined && at !== null;
  };
}

interface Comparison {
  readonly left: string;
  readonly operator: string;
  readonly right: string;
}

function comparison({ left, operator, right }: Comparison, wrong: Wrong): Filter {
  const a = operand(left, wrong);
  if (operator === '=~') {
    const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(right) ?? wrong('=~ needs a /pattern/');
    const pattern = compilePattern(source, flags, wrong);
    return (element, root) => {
      const value = a(element, root);
      if (typeof value !== 'string') return false;
      visit(1 + Math.floor(value.length / 16));
      return pattern.matcher(value).matches();
    };
  }
  const b = operand(right, wrong);
  const compare = COMPARISONS[operator];
  return (element, root) => compare(a(element, root), b(element, root));
}

/** Patterns come from definitions: they run on an engine that takes linear time. */
function compilePattern(source: string, flags: string, wrong: Wrong): RE2JS {
  try {
    const engine = re2().RE2JS;
    return engine.compile(source, flags.includes('i') ? engine.CASE_INSENSITIVE : 0);
  } catch (error) {
    return wrong(`the pattern /${source}/ cannot be used: ${(error as Error).message}`);
  }
}

function operand(text: string, wrong: Wrong): Operand {
  if (text.startsWith('@') || text.startsWith('$')) return pathOperand(text);
  const literal = literalOf(text, wrong);
  return () => literal;
}

function pathOperand(text: string): Operand {
  const tokens = parsePath(text, text.slice(1));
  const fromRoot = text.startsWith('$');
  return (element, root) => {
    try {
      return evaluate(tokens, fromRoot ? root : element, root);
    } catch (error) {
      if (error instanceof PathNotFound || error instanceof PathInapplicable) return undefined;
      throw error;
    }
  };
}

/** `'text'`, a number, true, false, null; a bare word is a text, and double quotes belong to the text. */
function literalOf(text: string, wrong: Wrong): Json {
  if (text.startsWith("'")) {
    return text.endsWith("'") && text.length > 1 ? text.slice(1, -1) : wrong('a quote is not closed');
  }
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (text === '' || /[\s[\]()]/.test(text)) wrong(`${JSON.stringify(text)} is no value`);
  return text;
}

function findOperator(text: string): Comparison | undefined {
  for (let i = 0, quoted = false; i < text.length; i++) {
    if (text[i] === "'") quoted = !quoted;
    if (quoted) continue;
    const operator = OPERATORS.find(candidate => text.startsWith(candidate, i));
    if (operator) return { left: text.slice(0, i).trim(), operator, right: text.slice(i + operator.length).trim() };
  }
  return undefined;
}

/** Splits at an operator outside of quotes, parentheses and patterns. */
function split(text: string, operator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0, quoted = false; i < text.length; i++) {
    if (text[i] === "'") quoted = !quoted;
    if (quoted) continue;
    if (text[i] === '(') {
      depth++;
    } else if (text[i] === ')') {
      depth--;
    } else if (depth === 0 && text.startsWith(operator, i)) {
      parts.push(text.slice(start, i));
      start = i + operator.length;
      i = start - 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** Where the parenthesis closes that opens at the start. */
function closing(text: string): number {
  let depth = 0;
  for (let i = 0, quoted = false; i < text.length; i++) {
    if (text[i] === "'") quoted = !quoted;
    if (quoted) continue;
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return -1;
}
