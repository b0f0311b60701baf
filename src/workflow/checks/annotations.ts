import { Annotations, type aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { PermissionWarning } from '../../permissions';
import type { Diagnostic } from '../../validation';

/** Something to say about a workflow. */
export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly state?: string;
  readonly fix?: string;
}

/** The line of code that added each state, by the name of the state. */
export type CallSitesByState = { readonly [stateName: string]: string } | undefined;

/** Shows an error: the CDK's command then stops after synthesis. */
export function addError(workflow: sfn.StateMachine, finding: Finding, places: () => CallSitesByState): void {
  Annotations.of(workflow).addError(`${text(finding, places)} [${id(finding)}]`);
}

/** Shows a warning, which `Annotations.of(workflow).acknowledgeWarning('stepwright:CODE:State')` takes away. */
export function addWarning(workflow: sfn.StateMachine, finding: Finding, places: () => CallSitesByState): void {
  Annotations.of(workflow).addWarningV2(id(finding), text(finding, places));
}

/** What could not be derived exactly: warnings, or errors for a strict workflow. */
export function addPermissionWarnings(
  workflow: sfn.StateMachine,
  warnings: readonly PermissionWarning[],
  strict: boolean,
  places: () => CallSitesByState,
): void {
  const add = strict ? addError : addWarning;
  for (const warning of warnings) add(workflow, warning, places);
}

/** What is wrong with a definition. */
export function addDiagnostics(
  workflow: sfn.StateMachine,
  diagnostics: readonly Diagnostic[],
  places: () => CallSitesByState,
): void {
  for (const { rule, severity, message, state, fix, location } of diagnostics) {
    const add = severity === 'ERROR' ? addError : addWarning;
    add(
      workflow,
      { code: rule, message: location === undefined ? message : `${message} (${location})`, state, fix },
      places,
    );
  }
}

function id({ code, state }: Finding): string {
  return ['stepwright', code, state].filter(part => part !== undefined).join(':');
}

function text({ message, state, fix }: Finding, places: () => CallSitesByState): string {
  const place = state === undefined ? undefined : places()?.[state];
  const where = state === undefined ? '' : `'${state}'${place === undefined ? '' : ` (${place})`}: `;
  return readable(`${where}${message}${fix === undefined ? '' : `\n  fix: ${fix}`}`);
}

/** Tokens by the name that the CDK gives them for people. */
function readable(message: string): string {
  return message.replace(/\$\{Token\[([^\]]*?)(?:\.\d+)?\]\}/g, '${$1}');
}
