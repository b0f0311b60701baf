import { Token, type IResolvable } from 'aws-cdk-lib';

/** Stands for a key named `__proto__` while the CDK copies the definition. */
const MARK = '\u0003__proto__\u0003';

/** The mark as it is in JSON text. */
const MARK_IN_TEXT = JSON.stringify(MARK).slice(1, -1);

/**
 * Writes a definition as JSON text, with keys named `__proto__`. JSON has no special keys, but the CDK copies objects by
 * assignment, which loses such a key.
 *
 * @param toText writes a definition without such keys, as a string that may be a token
 */
export function withProtoKeys(definition: unknown, toText: (definition: unknown) => string): string {
  if (!hasProtoKey(definition)) return toText(definition);
  const text = toText(marked(definition));
  const unmarked: IResolvable = {
    creationStack: [],
    resolve: context => unmark(context.resolve(text) as unknown),
    toString: () => Token.asString(unmarked),
  };
  return Token.asString(unmarked);
}

function hasProtoKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Token.isUnresolved(value)) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasProtoKey);
}

function marked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Token.isUnresolved(value)) return value;
  if (Array.isArray(value)) return value.map(marked);
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name === '__proto__' ? MARK : name, marked(part)]),
  );
}

/** Resolved text is a string, or an intrinsic function around strings. */
function unmark(resolved: unknown): unknown {
  if (typeof resolved === 'string') return resolved.replaceAll(MARK_IN_TEXT, '__proto__');
  if (typeof resolved !== 'object' || resolved === null) return resolved;
  if (Array.isArray(resolved)) return resolved.map(unmark);
  return Object.fromEntries(Object.entries(resolved).map(([name, part]) => [name, unmark(part)]));
}
