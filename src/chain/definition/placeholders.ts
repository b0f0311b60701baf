import { Token } from 'aws-cdk-lib';
import type { Json, JsonObject } from '../../asl';
import { didYouMean, StepwrightError } from '../../errors';
import { jsonValue, setField } from '../../integrations/json-value';
import { isUnresolved } from '../../integrations/tokens';

/** Stands before the name of a placeholder that is a whole value without quotes. No text of a definition begins so. */
export const RAW = '\u0000placeholder:';

/** `${Name}`, as CloudFormation's DefinitionSubstitutions has it. */
const PLACEHOLDER = /\$\{(\w+)\}/g;

/** A JSON text in which each placeholder outside of quotes is a marked text. */
export function marked(text: string): string {
  return text.replace(/"(?:[^"\\]|\\[\s\S])*"|\$\{(\w+)\}/g, (found, name?: string) =>
    name === undefined ? found : JSON.stringify(RAW + name),
  );
}

/**
 * The definition with every placeholder replaced. Inside of a text the value is written as text; a placeholder that is a whole value
 * without quotes becomes the value itself.
 *
 * @throws StepwrightError UNKNOWN_SUBSTITUTION, UNUSED_SUBSTITUTION
 */
export function substituted(
  definition: JsonObject,
  substitutions: { readonly [name: string]: any },
  source: string,
): JsonObject {
  const used = new Set<string>();
  const valueOf = (name: string, pointer: string): unknown => {
    if (!Object.hasOwn(substitutions, name)) {
      throw unknownSubstitution(name, pointer, Object.keys(substitutions), source);
    }
    used.add(name);
    return jsonValue(substitutions[name], `substitution '${name}'`);
  };
  const replaced = replace(definition, '', valueOf) as JsonObject;
  const unused = Object.keys(substitutions).filter(name => !used.has(name));
  if (unused.length > 0) throw unusedSubstitution(unused[0], placeholdersOf(definition), source);
  return replaced;
}

function replace(value: Json, pointer: string, valueOf: (name: string, pointer: string) => unknown): unknown {
  if (typeof value === 'string') {
    if (value.startsWith(RAW)) return whole(valueOf(value.slice(RAW.length), pointer));
    return value.replace(PLACEHOLDER, (_text, name: string) => asText(valueOf(name, pointer)));
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element: Json, i) => replace(element, `${pointer}/${i}`, valueOf));
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    setField(
      copy,
      name.replace(PLACEHOLDER, (_text, key: string) => asText(valueOf(key, pointer))),
      replace(field, `${pointer}/${name}`, valueOf),
    );
  }
  return copy;
}

/** Outside of quotes CloudFormation writes the text as it is: `"30"` becomes the number 30. */
function whole(value: unknown): unknown {
  if (typeof value !== 'string' || isUnresolved(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function asText(value: unknown): string {
  return typeof value === 'object' && value !== null && !isUnresolved(value)
    ? JSON.stringify(value)
    : isUnresolved(value)
      ? Token.asString(value)
      : String(value);
}

function placeholdersOf(definition: JsonObject): string[] {
  const text = JSON.stringify(definition);
  return [
    ...new Set(
      [...text.matchAll(PLACEHOLDER)]
        .map(found => found[1])
        .concat([...text.matchAll(/\\u0000placeholder:(\w+)/g)].map(found => found[1])),
    ),
  ];
}

function unknownSubstitution(name: string, pointer: string, given: readonly string[], source: string): StepwrightError {
  return new StepwrightError(
    'UNKNOWN_SUBSTITUTION',
    `There is no substitution for \${${name}}${didYouMean(name, given)}`,
    {
      where: `${source}, ${pointer || 'the definition'}`,
      received: `\${${name}}`,
      allowed: given.length === 0 ? 'none: you set no substitutions' : given.join(', '),
      fix: `substitutions: { ${name}: … }`,
    },
  );
}

function unusedSubstitution(name: string, known: readonly string[], source: string): StepwrightError {
  return new StepwrightError('UNUSED_SUBSTITUTION', `The definition has no \${${name}}${didYouMean(name, known)}`, {
    where: source,
    received: `a substitution '${name}'`,
    allowed: known.length === 0 ? 'none: the definition has no placeholders' : known.join(', '),
    fix: `remove '${name}', or write \${${name}} into the definition`,
  });
}
