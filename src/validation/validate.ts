import { isJsonObject, type Json, type WorkflowType } from '../asl';
import { analyze } from './analysis';
import type { Diagnostic } from './diagnostic';
import { codeOf, type Rule } from './rule';
import { RULES, SOURCE_RULES } from './rules';
import { readSource } from './source';

/** What a definition does not say itself. */
export interface ValidateOptions {
  /** The type of the workflow. @default "STANDARD" */
  readonly type?: WorkflowType;
  /** How many items a Map is expected to have, by the name of its state. @default - what the definition says */
  readonly itemCounts?: Readonly<Record<string, number>>;
}

/**
 * What is wrong with a definition: errors, with which AWS refuses it or no run of it can succeed, and warnings. Pure: the definition is
 * not changed, and nothing is thrown, whatever it is. Tokens and substitutions (`${…}`) are not known, never wrong.
 *
 * @param definition the definition, or its JSON text
 */
export function validate(
  definition: Json | string,
  { type = 'STANDARD', itemCounts = {} }: ValidateOptions = {},
): Diagnostic[] {
  const source = readSource(definition);
  const first = SOURCE_RULES.flatMap(rule => apply(rule, source));
  const { value } = source;
  if (first.some(({ severity }) => severity === 'ERROR') || !isJsonObject(value)) {
    return first.length > 0 ? first : unreadable();
  }
  const analysis = analyze(value, type, itemCounts);
  return [...RULES.flatMap(rule => apply(rule, analysis)), ...first];
}

/** What a rule finds, as diagnostics. A rule that fails says so, since a definition of any shape must get an answer. */
function apply<S>(rule: Rule<S>, analysis: S): Diagnostic[] {
  try {
    return rule.find(analysis).map(({ at, message, fix, severity, code }) => ({
      rule: rule.id,
      code: code ?? codeOf(rule),
      severity: severity ?? rule.severity,
      message,
      pointer: at.pointer,
      // AWS writes the whole definition as /
      location: at.location === '' ? '/' : at.location,
      state: at.state,
      fix,
    }));
  } catch (error) {
    return [
      {
        rule: rule.id,
        code: 'RULE_FAILED',
        severity: 'WARNING',
        message: `The rule ${rule.id} cannot look at this definition: ${(error as Error).message}`,
        pointer: '',
      },
    ];
  }
}

function unreadable(): Diagnostic[] {
  return [
    {
      rule: 'definition-object',
      code: 'SCHEMA_VALIDATION_FAILED',
      severity: 'ERROR',
      message: 'Expected value of type [OBJECT]',
      pointer: '',
      location: '/',
      fix: 'Use an object with StartAt and States.',
    },
  ];
}
