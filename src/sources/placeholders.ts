import { quotePlaceholders } from '../asl';
import { didYouMean, StepwrightError } from '../errors';

/** Tokens of the CDK look like placeholders. */
const PLACEHOLDER = /\$\{(?!Token\[)([^${}]+)\}/g;

/** What pseudo parameters are in a local run, as in a template without an environment. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'AWS::AccountId': '123456789012',
  'AWS::Partition': 'aws',
  'AWS::Region': 'us-east-1',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The names of the placeholders in a definition's text, in the order of their first use. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name))];
}

/**
 * A definition's text with placeholders such as `${Name}` filled in, inside or outside quotes, as CloudFormation fills in
 * `DefinitionSubstitutions`.
 *
 * @throws StepwrightError UNKNOWN_SUBSTITUTION if a substitution fits no placeholder
 */
export function substituted(text: string, substitutions: Readonly<Record<string, string>> = {}): string {
  const known = placeholdersIn(text);
  for (const name of Object.keys(substitutions)) {
    if (known.includes(name)) continue;
    throw new StepwrightError(
      'UNKNOWN_SUBSTITUTION',
      `the definition has no placeholder ${JSON.stringify(name)}${didYouMean(name, known)}`,
      {
        where: 'substitutions',
        allowed: known.join(', ') || 'no placeholders',
      },
    );
  }
  return replaced(text, substitutions);
}

/** A definition's text with pseudo parameters such as `${AWS::Region}` as a local run has them. */
export function withPseudoParameters(text: string): string {
  return replaced(text, DEFAULTS);
}

function replaced(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => (Object.hasOwn(values, name) ? values[name] : whole));
}

/**
 * Rejects a text with placeholders that a run would take as text. A placeholder that is filled in with itself is text.
 *
 * @param advice says how the reader gives the values
 * @throws StepwrightError PLACEHOLDER_WITHOUT_VALUE with all of them
 */
export function rejectPlaceholders(
  text: string,
  substitutions: Readonly<Record<string, string>> = {},
  advice: (names: readonly string[]) => string,
  where?: string,
): void {
  const missing = placeholdersIn(withoutComments(text)).filter(name => substitutions[name] !== `\${${name}}`);
  if (missing.length === 0) return;
  const named = missing
    .slice(0, 10)
    .map(name => `\${${name}}`)
    .join(', ');
  throw new StepwrightError(
    'PLACEHOLDER_WITHOUT_VALUE',
    `the definition has ${missing.length === 1 ? 'a placeholder without a value' : 'placeholders without values'}: ${named}${missing.length > 10 ? ` and ${missing.length - 10} more` : ''}`,
    { where, fix: advice(missing) },
  );
}

/** Comments don't run. */
function withoutComments(text: string): string {
  return quotePlaceholders(text).replace(/"Comment"\s*:\s*"(?:[^"\\]|\\.)*"/g, '"Comment":""');
}
