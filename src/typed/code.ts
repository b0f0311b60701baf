import { Token, Tokenization } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';

/**
 * How strongly the operators of JSONata bind, from weak to strong: parentheses stand only where they are needed.
 *
 * @see https://docs.jsonata.org/other-operators
 */
export const BINDS = { CONDITION: 20, OR: 25, AND: 30, COMPARE: 40, SUM: 50, PRODUCT: 60, ATOM: 100 } as const;

/** A piece of JSONata. */
export interface Code {
  readonly text: string;
  readonly binds: number;
  /** Whether it stays one item where it stands in a list: JSONata takes the value of anything else apart when that is a list. */
  readonly whole?: boolean;
}

const CODE = Symbol('JSONata');

/** The placeholder of a function's parameter, until a name is found that nothing in its body has. */
const PARAMETER = /\u0001(\d+)\u0001/g;
let parameters = 0;

/** An expression with this text. Its members are expressions for the members of its value. */
export function expression<T>(text: string, binds: number = BINDS.ATOM, whole: boolean = false): T {
  const code: Code = { text, binds, whole };
  return new Proxy(
    {},
    {
      get: (_, key) => {
        if (key === CODE) return code;
        if (key === Symbol.toPrimitive) return () => refuseText(text);
        if (typeof key === 'symbol') return undefined;
        return expression(
          PLAIN_NAME.test(key) ? `${within(code, BINDS.ATOM)}.${fieldName(key)}` : `$lookup(${text}, ${quoted(key)})`,
        );
      },
      has: (_, key) =>
        key === CODE || (typeof key === 'string' && refuseParts(text, 'exists(…) tells whether a field is there')),
      ownKeys: () =>
        refuseParts(text, 'Use merge(a, { … }) in place of { ...a, … }, keys(a) in place of Object.keys(a).'),
      set: () => refuseParts(text, 'Use merge(a, { … }), which gives a new object.'),
    },
  ) as T;
}

/** Whether a value is an expression. */
export function isExpression(value: unknown): boolean {
  return typeof value === 'object' && value !== null && CODE in value;
}

/** A value in JSONata: an expression's own text, or a literal. */
export function codeOf(value: unknown): Code {
  if (isExpression(value)) return (value as { [CODE]: Code })[CODE];
  if (typeof value === 'number') return numberCode(value);
  if (typeof value === 'string') return { text: quoted(value), binds: BINDS.ATOM, whole: true };
  if (value === null || typeof value === 'boolean') return { text: String(value), binds: BINDS.ATOM, whole: true };
  if (Array.isArray(value)) return listCode(value);
  if (isPlain(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return {
      text: `{${members.map(([name, member]) => `${quoted(name)}: ${codeOf(member).text}`).join(', ')}}`,
      binds: BINDS.ATOM,
      whole: true,
    };
  }
  return refuseValue(value);
}

/** A value in JSONata, in parentheses if it binds weaker than its place needs. */
export function operand(value: unknown, binds: number): string {
  return within(codeOf(value), binds);
}

/** Functions of JSONata whose value is never a list. */
const NO_LIST: ReadonlySet<string> = new Set([
  'abs',
  'average',
  'base64decode',
  'base64encode',
  'ceil',
  'contains',
  'count',
  'decodeUrlComponent',
  'encodeUrlComponent',
  'exists',
  'floor',
  'formatNumber',
  'fromMillis',
  'hash',
  'join',
  'length',
  'lowercase',
  'max',
  'merge',
  'millis',
  'min',
  'not',
  'now',
  'number',
  'pad',
  'power',
  'random',
  'replace',
  'round',
  'sqrt',
  'string',
  'substring',
  'substringAfter',
  'substringBefore',
  'sum',
  'toMillis',
  'trim',
  'uppercase',
  'uuid',
]);

/** A call of a function of JSONata. Arguments at the end that are missing are left out. */
export function call<T>(name: string, ...args: unknown[]): T {
  const given = args.filter((_, i) => args.slice(i).some(later => later !== undefined));
  return expression(`$${name}(${given.map(arg => codeOf(arg).text).join(', ')})`, BINDS.ATOM, NO_LIST.has(name));
}

/** An operator between two values. The right one binds stronger where the order of equals matters. */
export function binary<T>(left: unknown, operator: string, right: unknown, binds: number): T {
  return expression(`${operand(left, binds)} ${operator} ${operand(right, binds + 1)}`, binds, true);
}

/** A function of one or more parameters; their names are unlike everything that its body names. */
export function lambda(names: readonly string[], body: (...parameters: unknown[]) => unknown): unknown {
  const ids = names.map(() => ++parameters);
  const code = codeOf(body(...ids.map(id => expression(`\u0001${id}\u0001`)))).text;
  const own = ids.map((id, i) => ({ id, name: freeName(names[i], code) }));
  const named = code.replace(
    PARAMETER,
    (whole, id) => own.find(parameter => parameter.id === Number(id))?.name ?? whole,
  );
  return expression(`function(${own.map(({ name }) => name).join(', ')}) { ${named} }`);
}

/** A list that stays one with a single item, or with none: JSONata takes both apart otherwise. */
export function list<T>(sequence: unknown): T {
  return expression(`[${codeOf(sequence).text}[]]`, BINDS.ATOM, true);
}

/** A template as it stands in a definition: expressions between `{%` and `%}`, all else as it is. */
export function template(value: unknown): any {
  if (isExpression(value)) return `{% ${codeOf(value).text} %}`;
  if (typeof value === 'string') return value.startsWith('{%') ? `{% ${quoted(value)} %}` : value;
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : refuseValue(value);
  if (Tokenization.isResolvable(value)) return value;
  if (Array.isArray(value)) return value.map(template);
  if (isPlain(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => [name, template(member)]),
    );
  }
  return refuseValue(value);
}

/** A list. Its items are members of an object first where one of them may be a list itself, which would lie in pieces otherwise. */
function listCode(items: readonly unknown[]): Code {
  if (Token.isUnresolved(items)) refuseValue(items);
  const codes = items.map(codeOf);
  const text = codes.every(({ whole }) => whole)
    ? `[${codes.map(code => code.text).join(', ')}]`
    : `[$each({${codes.map((code, i) => `'${i}': ${code.text}`).join(', ')}}, function($value) { $value })[]]`;
  return { text, binds: BINDS.ATOM, whole: true };
}

function within({ text, binds }: Code, needed: number): string {
  return binds < needed ? `(${text})` : text;
}

function freeName(wanted: string, body: string): string {
  const used = new Set(body.match(/\$\w+/g));
  for (let n = 1; ; n++) {
    const name = `$${wanted}${n === 1 ? '' : n}`;
    if (!used.has(name)) return name;
  }
}

function numberCode(value: number): Code {
  if (Token.isUnresolved(value)) {
    return { text: Token.asString(Tokenization.reverseNumber(value)), binds: BINDS.ATOM, whole: true };
  }
  if (!Number.isFinite(value)) refuseValue(value);
  return { text: String(value), binds: value < 0 ? BINDS.PRODUCT + 1 : BINDS.ATOM, whole: true };
}

/** A name that can stand between backticks. */
const PLAIN_NAME = /^[^`]+$/;

/** Words of JSONata that are no field names by themselves. */
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

function fieldName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) && !WORDS.has(name) ? name : `\`${name}\``;
}

/** A text literal. Single quotes read better inside of JSON; JSONata has no escape for them. */
function quoted(text: string): string {
  const escaped = JSON.stringify(text);
  const body = escaped.slice(1, -1).replace(/%\}/g, '%\\u007d');
  if (!text.includes("'")) return `'${body.replace(/\\"/g, '"')}'`;
  return `"${body}"`;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype as object) === null;
}

function refuseParts(text: string, fix: string): never {
  throw new StepwrightError(
    'EXPRESSION_IS_A_VALUE',
    'an expression has no value until the workflow runs, so its parts can be neither read nor set',
    { received: text, fix },
  );
}

function refuseText(text: string): never {
  throw new StepwrightError(
    'EXPRESSION_AS_STRING',
    "an expression has no value until the workflow runs, so it can't be used as a string or a number",
    {
      received: text,
      allowed: 'the functions of stepwright/typed',
      fix: 'Use str`…` instead of `…`, add(a, b) instead of a + b, and eq(a, b) instead of a == b.',
    },
  );
}

function refuseValue(value: unknown): never {
  throw new StepwrightError('VALUE_NOT_JSON', 'the value is neither JSON nor an expression', {
    received: nameOf(value),
    allowed: 'strings, finite numbers, booleans, null, lists and objects of these, and expressions',
  });
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return 'a list that the CDK resolves later, inside of an expression';
  if (typeof value === 'object') return `a ${(value as object).constructor?.name ?? 'object'}`;
  return typeof value === 'function' ? 'a function' : `${typeof value} ${String(value)}`;
}
