import type { TestStateCase, ValidateCase } from './case';
import { optionalModule } from './optional';
import type { Json } from '../src/asl';
import { StepwrightError } from '../src/errors';
import type { Verdict } from './compare/validation';
import { testState, type TestStateOptions } from '../src/local/test-state';

/** Calls TestState as the API takes it; the cases have the API's JSON texts as values. */
export function callTestState(recorded: TestStateCase): object {
  const { definitionText, inputText, serviceResult, ...request } = recorded as unknown as TestStateOptions & { definitionText?: string; inputText?: string; serviceResult?: { output: Json } };
  try {
    return testState({
      ...request,
      definition: definitionText ?? request.definition,
      service: serviceResult && (() => serviceResult),
      run: { region: 'us-east-1', account: '111111111111' },
    });
  } catch (error) {
    if (error instanceof StepwrightError && ['ValidationException', 'InvalidDefinition'].includes(error.code)) return { exception: { code: error.code, message: error.summary } };
    throw error;
  }
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
