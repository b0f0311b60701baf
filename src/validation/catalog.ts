import type { Severity } from './diagnostic';
import { codeOf } from './rule';
import { RULES, SOURCE_RULES } from './rules';
import type { WorkflowType } from '../asl';

/** What is known of a rule without looking at a definition. */
export interface RuleInfo {
  /** Stable: acknowledgments name it. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence. */
  readonly summary: string;
  /** How it is known. */
  readonly source: string;
  /** AWS's code, or the id in capitals. */
  readonly code: string;
  /** The type of the workflow in its examples. */
  readonly exampleType: WorkflowType;
}

/** Every rule, in the order in which findings are reported. */
export const ALL_RULES: readonly RuleInfo[] = [...SOURCE_RULES, ...RULES].map(
  ({ id, severity, summary, source, code, exampleType = 'STANDARD' }) => ({
    id,
    severity,
    summary,
    source,
    code: codeOf({ id, code }),
    exampleType,
  }),
);

/** The rule of that id. */
export function findRule(id: string): RuleInfo | undefined {
  return ALL_RULES.find(rule => rule.id === id);
}
