import type { TestStateCase, ValidateCase } from './case';
import type { Verdict } from './compare/validation';
import { optionalModule } from './optional';

/** Calls TestState as the API takes it. */
export async function callTestState(recorded: TestStateCase): Promise<object> {
  const found = await optionalModule('../src/interpreter/test-state/index');
  if (!found) return { status: 'NOT_IMPLEMENTED' };
  const { id, kind, family, tags, source, recordedAt, expected, ...request } = recorded;
  const testState = found.testState as unknown as (request: object) => object | Promise<object>;
  return testState(request);
}

/** Checks a definition as the API would: ValidateStateMachineDefinition gives diagnostics, the others throw InvalidDefinition. */
export async function checkDefinition({ api, definition, definitionText, type }: ValidateCase): Promise<Verdict> {
  const found = await optionalModule('../src/validation/index');
  if (!found) return { valid: true };
  const validate = found.validate as unknown as (definition: unknown, options: object) => Array<{ code: string; severity: string; message: string; location?: string }>;
  const diagnostics = validate(definitionText ?? definition, { type });
  const errors = diagnostics.filter(({ severity }) => severity === 'ERROR');
  const valid = errors.length === 0;
  if (api === 'ValidateStateMachineDefinition') {
    return { valid, diagnostics: diagnostics.map(({ code, severity, message, location }) => ({ code, severity, message, ...(location === undefined ? {} : { location }) })) };
  }
  if (valid) return { valid };
  const all = errors.map(({ code, message, location }) => `${code}: ${message}${location === undefined ? '' : ` at ${location}`}`).join(', ');
  return { valid, code: 'InvalidDefinition', message: `Invalid State Machine Definition: '${all}'` };
}
