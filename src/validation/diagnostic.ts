import type { DefinitionSites, Json, JsonObject, WorkflowType } from '../asl';

/** How bad a finding is: with an error AWS refuses the definition, or no run of it can succeed. */
export type Severity = 'ERROR' | 'WARNING';

/** One finding in a definition. */
export interface Diagnostic {
  /** AWS's code where AWS reports the same, such as `SCHEMA_VALIDATION_FAILED`; ours otherwise. */
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

/** What a rule looks at. */
export interface Subject {
  readonly definition: JsonObject;
  readonly sites: DefinitionSites;
  readonly type: WorkflowType;
}

/** A rule: what it finds, in the definition's order. It never throws, whatever the definition's shape. */
export type Rule = (subject: Subject) => Diagnostic[];

/** AWS's code for everything that breaks the language's schema. */
export const SCHEMA = 'SCHEMA_VALIDATION_FAILED';

/** A schema error at a place. */
export function schemaError(place: { pointer: string; location: string; state?: string }, message: string, fix?: string): Diagnostic {
  return { code: SCHEMA, severity: 'ERROR', message, pointer: place.pointer, location: place.location || '/', state: place.state, fix };
}

/** Whether a text holds a token or a substitution: its value is not known, never wrong. */
export function isUnknown(value: Json | undefined): boolean {
  return typeof value === 'string' && /\$\{[^}]*\}/.test(value);
}
