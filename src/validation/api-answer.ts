import type { Diagnostic } from './diagnostic';

/** The APIs that check a definition. */
export type CheckingApi = 'ValidateStateMachineDefinition' | 'CreateStateMachine' | 'UpdateStateMachine';

/** One diagnostic, as AWS gives it. */
export interface ApiDiagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  readonly code: string;
  readonly message: string;
  readonly location?: string;
}

/** What an API answers to a definition. */
export interface ApiAnswer {
  readonly valid: boolean;
  /** ValidateStateMachineDefinition: FAIL exactly when there is an error. */
  readonly result?: 'OK' | 'FAIL';
  /** ValidateStateMachineDefinition: the diagnostics of at least the severity that was asked for. */
  readonly diagnostics?: readonly ApiDiagnostic[];
  /** ValidateStateMachineDefinition: whether there are more than `maxResults`. */
  readonly truncated?: boolean;
  /** CreateStateMachine and UpdateStateMachine: the exception. */
  readonly code?: 'InvalidDefinition';
  readonly message?: string;
}

/** What ValidateStateMachineDefinition is asked beside the definition. */
export interface ApiOptions {
  /** The least severity. @default "ERROR" */
  readonly severity?: 'ERROR' | 'WARNING';
  /** The most diagnostics, 1 to 100; 0 means 100. @default 100 */
  readonly maxResults?: number;
}

/**
 * What an API of AWS answers to a definition with these diagnostics.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html
 */
export function apiAnswer(
  api: CheckingApi,
  diagnostics: readonly Diagnostic[],
  { severity = 'ERROR', maxResults = 0 }: ApiOptions = {},
): ApiAnswer {
  const errors = diagnostics.filter(diagnostic => diagnostic.severity === 'ERROR');
  const valid = errors.length === 0;
  if (api !== 'ValidateStateMachineDefinition') {
    if (valid) return { valid };
    // AWS prints a location that is not there as null; the text about JSON holds its place already
    const all = errors
      .map(
        ({ code, message, location }) =>
          `${code}: ${message}${message.endsWith(location ?? '\0') ? '' : ` at ${location ?? 'null'}`}`,
      )
      .join(', ');
    return { valid, code: 'InvalidDefinition', message: `Invalid State Machine Definition: '${all}'` };
  }
  const asked = severity === 'ERROR' ? errors : diagnostics;
  const most = maxResults === 0 ? 100 : maxResults;
  return {
    valid,
    result: valid ? 'OK' : 'FAIL',
    diagnostics: asked.slice(0, most).map(shapeOf),
    truncated: asked.length > most,
  };
}

function shapeOf({ severity, code, message, location }: Diagnostic): ApiDiagnostic {
  return { severity, code, message, ...(location === undefined ? {} : { location }) };
}
