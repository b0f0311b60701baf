import { wrongContext } from './check-context';
import { checkMock, checkMockedResult, waits } from './check-mock';
import { checkConstraints } from './constraints';
import { refuse } from './refuse';
import type { TestStateOptions, TestStateResult } from './request';
import { contextOf, inputOf, readerDataOf, resultOf, variablesOf } from './request-texts';
import { testedStateOf } from './tested-state';
import { copyJson, type Json, type JsonObject, type State } from '../../asl';
import { StepwrightError } from '../../errors';
import { ownJson, runSingleState, type RunOptions, type StateAnswer } from '../../interpreter';

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
  const own = <T>(what: string, value: T): T => owned(what, value, run);
  const [input, variables] = [own('input', inputOf(options)), own('variables', variablesOf(options))];
  const read = own('read', readerDataOf(stateConfiguration));
  const ownResult = own('result', result);
  const { inspectionData, ...outcome } = runSingleState({
    ...tested,
    input,
    variables,
    context: own('context', context),
    roleArn,
    answer: sent => answerTo(options, ownResult, copyJson(sent)),
    configuration: { ...stateConfiguration, mapItemReaderData: read },
    run,
  });
  return inspectionLevel === 'INFO'
    ? outcome
    : { ...outcome, inspectionData: copyJson(inspectionData as Json | undefined) as typeof inspectionData };
}

/** A copy of a value of the request. Numbers that JavaScript rounds are rejected, as in a run. */
function owned<T>(what: string, value: T, { withoutLimits }: RunOptions): T {
  if (value === undefined) return value;
  const given = { where: what, what: `the ${what} is not valid JSON`, code: 'INPUT_NOT_JSON' } as const;
  return ownJson(value, given, new Set(withoutLimits)) as T;
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
