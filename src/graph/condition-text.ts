import { isJsonObject, type Json, type JsonObject } from '../asl';

/** Comparators of JSONPath Choice rules as the symbol that people read. */
const SYMBOLS: ReadonlyArray<readonly [suffix: string, symbol: string]> = [
  ['GreaterThanEquals', '≥'],
  ['LessThanEquals', '≤'],
  ['GreaterThan', '>'],
  ['LessThan', '<'],
  ['Equals', '='],
  ['Matches', 'matches'],
];
const TESTS: Readonly<Record<string, string>> = {
  IsPresent: 'present',
  IsNull: 'null',
  IsString: 'a string',
  IsNumeric: 'a number',
  IsBoolean: 'a boolean',
  IsTimestamp: 'a timestamp',
};

/** The condition of a Choice rule in short form: `$.total > 100 and not $.paid = true`. */
export function conditionText(rule: JsonObject): string {
  if (typeof rule.Condition === 'string') return expressionText(rule.Condition);
  if (typeof rule.Condition === 'boolean') return String(rule.Condition);
  return testText(rule, false);
}

/** A JSONata expression without its delimiters, on one line. */
export function expressionText(text: string): string {
  const inner = /^\{%([\s\S]*)%\}$/.exec(text)?.[1] ?? text;
  return inner.replace(/\s+/g, ' ').trim();
}

function testText(test: Json | undefined, nested: boolean): string {
  if (!isJsonObject(test)) return '?';
  for (const [field, word] of [
    ['And', ' and '],
    ['Or', ' or '],
  ] as const) {
    const parts: Json | undefined = test[field];
    if (!Array.isArray(parts)) continue;
    const text = parts.map((part: Json) => testText(part, parts.length > 1)).join(word);
    return nested && parts.length > 1 ? `(${text})` : text;
  }
  if (test.Not !== undefined) {
    const text = testText(test.Not, true);
    return text.startsWith('(') ? `not ${text}` : `not (${text})`;
  }
  return comparisonText(test);
}

function comparisonText(test: JsonObject): string {
  const variable = typeof test.Variable === 'string' ? test.Variable : '?';
  for (const [field, value] of Object.entries(test)) {
    const kind = TESTS[field];
    if (kind !== undefined) {
      const not = value === false ? 'not ' : '';
      return `${variable} is ${not}${kind}`;
    }
    const plain = field.replace(/Path$/, '');
    const symbol = SYMBOLS.find(([suffix]) => plain.endsWith(suffix))?.[1];
    if (symbol === undefined) continue;
    return `${variable} ${symbol} ${field.endsWith('Path') ? String(value) : JSON.stringify(value)}`;
  }
  return variable;
}
