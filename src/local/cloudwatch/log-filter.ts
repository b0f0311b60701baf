import { isJsonObject, type Json } from '../../asl';
import { StepwrightError } from '../../errors';

type Filter = (record: Json) => boolean;

const TOKEN = /\s*(\$(?:\.[\w-]+|\[\d+\])+|"(?:[^"\\]|\\.)*"|&&|\|\||!=|<=|>=|[=<>(){}]|[\w.*:-]+)/y;

/**
 * A filter pattern of CloudWatch Logs on JSON records.
 *
 * @throws StepwrightError UNSUPPORTED_LOG_FILTER for what is not understood: it is never taken as "does not match"
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function logFilter(pattern: string, where: string): Filter {
  if (pattern.trim() === '') return () => true;
  const tokens = tokensOf(pattern, where);
  let at = 0;
  const refuse = (): never => {
    throw new StepwrightError(
      'UNSUPPORTED_LOG_FILTER',
      "the filter pattern is not supported, so its matches can't be counted",
      {
        where,
        received: pattern,
        allowed: '{ $.member = "text" && ($.other != 1 || …) }',
        fix: 'Write it as a JSON pattern.',
      },
    );
  };
  const take = (expected?: string): string => {
    const token = tokens[at++];
    return token === undefined || (expected !== undefined && token !== expected) ? refuse() : token;
  };
  const either = (): Filter => chain('||', both, filters => record => filters.some(filter => filter(record)));
  const both = (): Filter => chain('&&', one, filters => record => filters.every(filter => filter(record)));
  function chain(sign: string, part: () => Filter, join: (filters: Filter[]) => Filter): Filter {
    const filters = [part()];
    while (tokens[at] === sign) {
      at++;
      filters.push(part());
    }
    return filters.length === 1 ? filters[0] : join(filters);
  }
  function one(): Filter {
    if (tokens[at] === '(') {
      at++;
      const inner = either();
      take(')');
      return inner;
    }
    const path = take();
    if (!path.startsWith('$')) refuse();
    return comparison(path, take(), take(), refuse);
  }
  take('{');
  const filter = either();
  take('}');
  return at === tokens.length ? filter : refuse();
}

function comparison(path: string, sign: string, operand: string, refuse: () => never): Filter {
  const read = (record: Json): Json | undefined =>
    path
      .split('.')
      .slice(1)
      .reduce<Json | undefined>(
        (value, name) => (isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
        record,
      );
  if (sign === 'IS' || sign === 'NOT') {
    const special: Readonly<Record<string, Filter>> = {
      'IS NULL': record => read(record) === null,
      'IS TRUE': record => read(record) === true,
      'IS FALSE': record => read(record) === false,
      'NOT EXISTS': record => read(record) === undefined,
    };
    return special[`${sign} ${operand}`] ?? refuse();
  }
  const text = operand.startsWith('"') ? (JSON.parse(operand) as string) : operand;
  const number = operand.startsWith('"') ? Number.NaN : Number(operand);
  const equal = (value: Json | undefined): boolean =>
    typeof value === 'number' ? value === number : typeof value === 'string' && fits(value, text);
  const order =
    (holds: (value: number) => boolean): Filter =>
    record => {
      const value = read(record);
      return typeof value === 'number' && holds(value);
    };
  switch (sign) {
    case '=':
      return record => equal(read(record));
    case '!=':
      return record => read(record) !== undefined && !equal(read(record));
    case '<':
      return order(value => value < number);
    case '<=':
      return order(value => value <= number);
    case '>':
      return order(value => value > number);
    case '>=':
      return order(value => value >= number);
    default:
      return refuse();
  }
}

/** A star at either end, or both, stands for any characters. */
function fits(value: string, text: string): boolean {
  const pieces = text.split('*');
  if (pieces.length === 1) return value === text;
  let rest = value;
  return pieces.every((piece, i) => {
    const found =
      i === 0
        ? rest.startsWith(piece)
          ? 0
          : -1
        : i === pieces.length - 1
          ? rest.endsWith(piece)
            ? rest.length - piece.length
            : -1
          : rest.indexOf(piece);
    if (found < 0) return false;
    rest = rest.slice(found + piece.length);
    return true;
  });
}

function tokensOf(pattern: string, where: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let from = 0; from < pattern.trimEnd().length; from = TOKEN.lastIndex) {
    TOKEN.lastIndex = from;
    const found = TOKEN.exec(pattern);
    if (found === null) {
      throw new StepwrightError(
        'UNSUPPORTED_LOG_FILTER',
        "the filter pattern is not supported, so its matches can't be counted",
        { where, received: pattern.slice(from), allowed: '{ $.member = "text" }' },
      );
    }
    tokens.push(found[1]);
  }
  return tokens;
}
