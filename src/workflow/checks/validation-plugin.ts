import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type IPolicyValidationContextBeta1,
  type IPolicyValidationPluginBeta1,
  type PolicyValidationPluginReportBeta1,
  type PolicyViolatingResourceBeta1,
  type PolicyViolationBeta1,
} from 'aws-cdk-lib';
import type { Json } from '../../asl';
import { readTemplate, type Machine } from '../../cloudformation';
import { nearest, StepwrightError } from '../../errors';
import { ALL_RULES, validate, type Diagnostic } from '../../validation';

/** What `WorkflowValidationPlugin` reports. */
export interface WorkflowValidationPluginProps {
  /**
   * Rules that are not applied, by their ids, such as `throttling-not-handled`.
   *
   * @default - all rules are applied
   */
  readonly ignoredRules?: string[];
  /**
   * Whether warnings are reported, too. Only errors make the synthesis fail.
   *
   * @default true
   */
  readonly warnings?: boolean;
}

/**
 * Checks every state machine of an app at synthesis, however its definition was made: with this library, with aws-stepfunctions, or from a file.
 * Errors are what AWS would refuse, or what no execution can get past; they make the synthesis fail.
 *
 * What only a deployment knows (tokens, parameters, imports) is not known, and never wrong. Definitions that lie in a bucket are not read.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class WorkflowValidationPlugin implements IPolicyValidationPluginBeta1 {
  /** The name of the plugin in the report. */
  public readonly name = 'stepwright';
  /** The ids of all rules that are applied. */
  public readonly ruleIds?: string[];

  private readonly ignored: ReadonlySet<string>;
  private readonly warnings: boolean;

  /** @throws UNKNOWN_RULE if an ignored rule does not exist */
  constructor(props: WorkflowValidationPluginProps = {}) {
    const known = ALL_RULES.map(({ id }) => id);
    const unknown = (props.ignoredRules ?? []).find(id => !known.includes(id));
    if (unknown !== undefined) {
      const near = nearest(unknown, known);
      throw new StepwrightError('UNKNOWN_RULE', `there is no validation rule ${JSON.stringify(unknown)}`, {
        where: 'ignoredRules',
        allowed: known.join(', '),
        fix: near && `Did you mean ${near}?`,
      });
    }
    this.ignored = new Set(props.ignoredRules);
    this.warnings = props.warnings ?? true;
    this.ruleIds = known.filter(id => !this.ignored.has(id));
  }

  /** Checks the state machines of the templates. The CDK calls it. */
  public validate(context: IPolicyValidationContextBeta1): PolicyValidationPluginReportBeta1 {
    const found = context.templatePaths.flatMap(path =>
      machinesIn(path).flatMap(machine =>
        findings(machine)
          .filter(({ rule, severity }) => !this.ignored.has(rule) && (this.warnings || severity === 'ERROR'))
          .map(finding => ({
            finding,
            resource: {
              resourceLogicalId: machine.logicalId,
              templatePath: path,
              locations: [finding.location ?? '/'],
            },
          })),
      ),
    );
    return { success: found.every(({ finding }) => finding.severity !== 'ERROR'), violations: violationsOf(found) };
  }
}

interface Found {
  readonly finding: Diagnostic;
  readonly resource: PolicyViolatingResourceBeta1;
}

/** One violation for each thing to say, with every place it is said of. */
function violationsOf(found: readonly Found[]): PolicyViolationBeta1[] {
  const violations = new Map<string, { finding: Diagnostic; resources: PolicyViolatingResourceBeta1[] }>();
  for (const { finding, resource } of found) {
    const key = `${finding.rule} ${finding.message} ${finding.fix ?? ''}`;
    const violation = violations.get(key) ?? { finding, resources: [] };
    violation.resources.push(resource);
    violations.set(key, violation);
  }
  return [...violations.values()].map(({ finding: { rule, message, severity, fix }, resources }) => ({
    ruleName: rule,
    description: message,
    severity: severity.toLowerCase(),
    fix,
    violatingResources: resources,
  }));
}

/** A definition that cannot be put together without a deployment has no findings. */
function findings(machine: Machine): Diagnostic[] {
  try {
    return validate(machine.definitionText, { type: machine.type });
  } catch (error) {
    if (error instanceof StepwrightError) return [];
    throw error;
  }
}

function machinesIn(templatePath: string): readonly Machine[] {
  const template = JSON.parse(readFileSync(templatePath, 'utf8')) as Json;
  try {
    return readTemplate(template, { stackName: basename(templatePath).replace(/(\.nested)?\.template\.json$/, '') })
      .machines;
  } catch (error) {
    // a template without resources has no machines
    if (error instanceof StepwrightError) return [];
    throw error;
  }
}
