import type { TestStateCase, ValidateCase } from './case';
import type { Json } from '../src/asl';
import { StepwrightError } from '../src/errors';
import type { Verdict } from './compare/validation';
import { testState, type TestStateOptions } from '../src/local/test-state';
import { apiAnswer, validate, type CheckingApi } from '../src/validation';

/** What a case holds beside the request: texts that are no JSON, and what the service answered. */
interface RecordedTexts {
  readonly definitionText?: string;
  readonly variablesText?: string;
  readonly contextText?: string;
  readonly serviceResult?: { readonly output: Json };
}

const EXCEPTIONS: readonly string[] = ['ValidationException', 'InvalidDefinition', 'InvalidExecutionInput'];

/** Calls TestState as the API takes it; the cases have the API's JSON texts as values. */
export function callTestState(recorded: TestStateCase): object {
  const { definitionText, variablesText, contextText, serviceResult, ...request } =
    recorded as unknown as TestStateOptions & RecordedTexts;
  try {
    return testState({
      ...request,
      definition: definitionText ?? request.definition,
      variables: variablesText ?? request.variables,
      context: contextText ?? request.context,
      service: serviceResult && (() => serviceResult),
      run: { region: 'us-east-1', account: '111111111111' },
    });
  } catch (error) {
    if (error instanceof StepwrightError && EXCEPTIONS.includes(error.code)) {
      return { exception: { code: error.code, message: error.summary } };
    }
    throw error;
  }
}

/** Checks a definition as the API would: ValidateStateMachineDefinition gives diagnostics, the others throw InvalidDefinition. */
export function checkDefinition({ api, definition, definitionText, type }: ValidateCase): Verdict {
  const { truncated, ...answer } = apiAnswer(api as CheckingApi, validate(definitionText ?? definition!, { type }));
  return answer;
}
