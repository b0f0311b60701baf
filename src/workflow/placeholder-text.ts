import { Token, Tokenization, type IResolvable, type IResolveContext, type Stack } from 'aws-cdk-lib';

/** A definition as a text for a file, and what CloudFormation puts in for its placeholders. */
export interface PlaceholderText {
  readonly text: string;
  /** Undefined when there is no token. */
  readonly substitutions?: Record<string, string>;
}

/** Marks a token inside of a text. */
const WITHIN = '\u0001';
/** Marks a token that is a whole JSON value. */
const WHOLE = '\u0002';

/**
 * The definition as JSON text in which `${value1}`, `${value2}`, … stand for tokens, since a file cannot hold them. A `${` of the definition's own is
 * escaped as JSON allows, so that it is never taken for a placeholder.
 */
export function placeholderText(definition: unknown, stack: Stack): PlaceholderText {
  const names = new Map<IResolvable, string>();
  const substitutions: Record<string, string> = {};

  function nameOf(token: IResolvable, value: () => string): string {
    const known = names.get(token);
    if (known !== undefined) return known;
    const name = `value${names.size + 1}`;
    names.set(token, name);
    substitutions[name] = value();
    return name;
  }
  const within = (token: IResolvable): string => `${WITHIN}${nameOf(token, () => insideQuotes(token))}${WITHIN}`;
  const whole = (token: IResolvable, value: unknown): string =>
    `${WHOLE}${nameOf(token, () => stack.toJsonString(value))}${WHOLE}`;

  const marked = JSON.stringify(definition, function (this: Record<string, unknown>, name: string) {
    return withMarks(this[name], within, whole);
  });
  const text = marked
    .replaceAll('${', '\\u0024{')
    .replace(/"\\u0002(value\d+)\\u0002"/g, '${$1}')
    .replace(/\\u0001(value\d+)\\u0001/g, '${$1}');
  return { text, substitutions: names.size > 0 ? substitutions : undefined };
}

function withMarks(
  value: unknown,
  within: (token: IResolvable) => string,
  whole: (token: IResolvable, value: unknown) => string,
): unknown {
  const token =
    (typeof value === 'object' && value !== null) || typeof value === 'number'
      ? Tokenization.reverse(value)
      : undefined;
  if (token !== undefined) return whole(token, value);
  if (typeof value === 'string') return markedText(value, within);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [markedText(name, within), part]));
}

function markedText(text: string, within: (token: IResolvable) => string): string {
  if (!Token.isUnresolved(text)) return text;
  return Tokenization.reverseString(text)
    .mapTokens({ mapToken: within })
    .join({ join: (left, right) => `${left ?? ''}${right ?? ''}` }) as string;
}

/** A token's value as it stands between quotes: a text that is known at synth is escaped, what CloudFormation computes goes in as it is. */
function insideQuotes(token: IResolvable): string {
  return Token.asString({
    creationStack: [],
    resolve: (context: IResolveContext): unknown => {
      const value: unknown = context.resolve(token);
      return typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : value;
    },
    toString: () => 'a value of the definition',
  } as IResolvable);
}
