/** How bad a finding is: with an error AWS refuses the definition, or no run of it can succeed. */
export type Severity = 'ERROR' | 'WARNING';

/** One finding in a definition. */
export interface Diagnostic {
  /** The rule that found it, such as `unreachable-state`: stable, for acknowledgments; its page is docs/rules/RULE.md. */
  readonly rule: string;
  /** AWS's code where AWS reports the same, such as `SCHEMA_VALIDATION_FAILED`; else the rule's name in capitals. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong; AWS's own text where AWS reports the same. */
  readonly message: string;
  /** JSON pointer (RFC 6901) into the definition. */
  readonly pointer: string;
  /** The place as AWS writes it; absent where AWS gives none. */
  readonly location?: string;
  /** The state it is in. */
  readonly state?: string;
  /** The change to make. */
  readonly fix?: string;
}
