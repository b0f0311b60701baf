import { wrongContext } from './check-context';
import { checkMock, checkMockedResult, waits } from './check-mock';
import { checkConstraints } from './constraints';
import { refuse } from './refuse';
import type { TestStateOptions, TestStateResult } from './request';
import { contextOf, inputOf, readerDataOf, resultOf, variablesOf } from './request-texts';
import { testedStateOf } from './tested-state';
import type { Json, JsonObject, State } from '../../asl';
import { StepwrightError } from '../../errors';
import { jsonProblem, runSingleState, type RunOptions, type StateAnswer } from '../../interpreter';

/**
 * Tests one state, as the TestState API does.
 *
 * @throws StepwrightError ValidationException, InvalidDefinition or InvalidExecutionInput, with AWS's own texts as far as they are known
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 */
export function testState(options: TestStateOptions): TestStateResult {
  const { inspectionLevel = 'INFO', roleArn, stateConfiguration = {}, run = {} } = options;
  checkConstraints(options);
  const tested = testedStateOf(options);
  checkMock(options, tested.state);
  const context = checkedContext(options, tested.state);
  const result = resultOf(options);
  if (result !== undefined) checkMockedResult(options, tested.state, result);
  const [input, variables, read] = [inputOf(options), variablesOf(options), readerDataOf(stateConfiguration)];
  checkExact({ input, result, read, variables, context }, run);
  const { inspectionData, ...outcome } = runSingleState({
    ...tested,
    input,
    variables,
    context,
    roleArn,
    answer: sent => answerTo(options, result, sent),
    configuration: { ...stateConfiguration, mapItemReaderData: read },
    run,
  });
  return inspectionLevel === 'INFO' ? outcome : { ...outcome, inspectionData };
}

/** Numbers that JavaScript rounds are refused as in a run. */
function checkExact(
  given: Readonly<Record<string, Json | readonly Json[] | undefined>>,
  { withoutLimits }: RunOptions,
): void {
  for (const [what, value] of Object.entries(given)) {
    const problem =
      value === undefined
        ? undefined
        : jsonProblem(
            value,
            { where: what, what: `the ${what} is no JSON`, code: 'INPUT_NOT_JSON' },
            new Set(withoutLimits),
          );
    if (problem) throw problem;
  }
}

function checkedContext(options: TestStateOptions, state: State): JsonObject | undefined {
  const context = contextOf(options);
  if (context === undefined) return undefined;
  const wrong = wrongContext(context, waits(state));
  return wrong === undefined ? (context as JsonObject) : refuse(wrong);
}

function answerTo({ mock, service, stateName }: TestStateOptions, result: Json | undefined, sent: Json): StateAnswer {
  if (mock?.errorOutput) return { error: mock.errorOutput.error, cause: mock.errorOutput.cause };
  if (result !== undefined) return { output: result };
  if (service !== undefined) return service(sent);
  throw new StepwrightError('TASK_WITHOUT_MOCK', 'the Task has no mock', {
    where: `state '${stateName ?? 'StateName'}'`,
    allowed: 'a mock, or a service',
    fix: 'Add mock: { result: … } or service: sent => ({ output: … }).',
  });
}
