import type { WorkflowType } from '../asl';
import type { Analysis } from './analysis';
import type { DefinitionPlace } from './definition-place';
import type { Severity } from './diagnostic';
import type { Source } from './source';

/** AWS's code for everything that breaks the language's schema. */
export const SCHEMA = 'SCHEMA_VALIDATION_FAILED';

/** What a rule finds at one place. */
export interface Finding {
  readonly at: DefinitionPlace;
  readonly message: string;
  /** The change to make. */
  readonly fix?: string;
  /** Where one rule has findings of both severities. @default - the rule's */
  readonly severity?: Severity;
  /** Where one rule stands for several of AWS's codes. @default - the rule's */
  readonly code?: string;
}

/** A rule: one line of what it is, and how it looks at a definition. It never throws, whatever the definition's shape. */
export interface Rule<S = Analysis> {
  /** Stable: acknowledgments name it, and its fixtures and its page are named after it. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** How it is known: AWS's documentation, a recording of AWS, a report of others. */
  readonly source: string;
  /** AWS's code for it. @default - the id in capitals */
  readonly code?: string;
  /** The type of the workflow in its fixtures. @default "STANDARD" */
  readonly exampleType?: WorkflowType;
  readonly find: (analysis: S) => readonly Finding[];
}

/** A rule that looks at what was given before it is known to be a definition. */
export type SourceRule = Rule<Source>;

/** The code of a rule that AWS has none for: `unreachable-state` becomes `UNREACHABLE_STATE`. */
export function codeOf(rule: { readonly id: string; readonly code?: string }): string {
  return rule.code ?? rule.id.toUpperCase().replace(/-/g, '_');
}
