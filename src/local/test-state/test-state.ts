import { wrongContext } from './check-context';
import { wrongResult, type FieldValidationMode } from './check-result';
import { isJsonObject, sitesOf, type Json, type JsonObject, type MapState, type ParallelState, type State, type StateSite } from '../../asl';
import { StepwrightError } from '../../errors';
import { jsonProblem, testOneState, type RunOptions, type StateAnswer } from '../../interpreter';
import { apiAnswer, validate } from '../../validation';

/** A mocked answer: one of `result` and `errorOutput`. */
export interface TestStateMock {
  /** What the service answers, or what the branches or iterations gave: JSON, or as in the API its text. */
  readonly result?: Json;
  /** The error that it ends with. */
  readonly errorOutput?: { readonly error?: string; readonly cause?: string };
  /** How `result` is compared with what the service's API answers. @default "STRICT" */
  readonly fieldValidationMode?: FieldValidationMode;
}

/** What is assumed of the run before. */
export interface TestStateConfiguration {
  /** How often the retrier that matches has been used. */
  readonly retrierRetryCount?: number;
  /** The state inside of a Map or Parallel that failed. */
  readonly errorCausedByState?: string;
  /** How many iterations of a Map have failed. */
  readonly mapIterationFailureCount?: number;
  /** What a Map's reader has read: JSON, or as in the API its text. */
  readonly mapItemReaderData?: Json;
}

/** One state to test, as the TestState API takes it; JSON texts of the API are values here. */
export interface TestStateOptions {
  /** A state, or a state machine together with `stateName`. */
  readonly definition: Json;
  /** The state of the machine, at any depth. */
  readonly stateName?: string;
  /** @default {} */
  readonly input?: Json;
  readonly variables?: JsonObject;
  /** The Context Object. @default - made up */
  readonly context?: JsonObject;
  readonly mock?: TestStateMock;
  /** How much is told: the output, what the data looked like between the fields, and HTTP requests. @default "INFO" */
  readonly inspectionLevel?: 'INFO' | 'DEBUG' | 'TRACE';
  readonly stateConfiguration?: TestStateConfiguration;
  /** The role; AWS asks for one to test a Task without a mock. */
  readonly roleArn?: string;
  readonly revealSecrets?: boolean;
  /** Answers a Task that has no mock, in place of the service. */
  readonly service?: (sent: Json) => StateAnswer;
  readonly run?: RunOptions;
}

/** What the TestState API answers; JSON texts of the API are values here. */
export interface TestStateResult {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  /** At the levels DEBUG and TRACE. */
  readonly inspectionData?: JsonObject;
}

/** Patterns that wait for somebody else. */
const WAITS = /\.(sync(:2)?|waitForTaskToken)$/;

/**
 * Tests one state, as the TestState API does.
 *
 * @throws StepwrightError ValidationException or InvalidDefinition, with AWS's own texts
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 */
export function testState(options: TestStateOptions): TestStateResult {
  const { mock, variables = {}, context, input = {}, inspectionLevel = 'INFO', roleArn, stateConfiguration = {} } = options;
  const { state, name, language } = subjectOf(options);
  checkMock(options, state);
  const waits = state.Type === 'Task' && WAITS.test(state.Resource);
  const badContext = context === undefined ? undefined : wrongContext(context, waits);
  if (badContext !== undefined) refuse(badContext);
  if (mock === undefined && state.Type === 'Task' && roleArn === undefined) refuse('RoleArn must be specified when testing a Task state');
  const result = mock?.result === undefined ? undefined : parsed(mock.result, 'Mocked result must be valid JSON');
  if (result !== undefined) checkResult(state, result, mock?.fieldValidationMode ?? 'STRICT', stateConfiguration);
  const read = readerData(stateConfiguration);
  checkExact({ input, result, read, variables, context }, options);
  const { inspectionData, ...outcome } = testOneState({
    state,
    name,
    language,
    input,
    variables,
    context,
    roleArn,
    answer: sent => mock?.errorOutput ? { error: mock.errorOutput.error, cause: mock.errorOutput.cause } : result !== undefined ? { output: result } : answerOf(options, sent),
    configuration: { ...stateConfiguration, mapItemReaderData: read },
    run: options.run ?? {},
  });
  return inspectionLevel === 'INFO' ? outcome : { ...outcome, inspectionData };
}

function answerOf({ service, stateName }: TestStateOptions, sent: Json): StateAnswer {
  if (service !== undefined) return service(sent);
  throw new StepwrightError('TASK_WITHOUT_HANDLER', 'the Task that is tested has no answer', {
    where: `state '${stateName ?? 'StateName'}'`, allowed: 'a mock, or a service', fix: 'Add mock: { result: … } or service: sent => ({ output: … }).',
  });
}

/** The state, and the language of its fields. */
function subjectOf({ definition, stateName }: TestStateOptions): { state: State; name: string; language: StateSite['language'] } {
  if (!isJsonObject(definition)) return invalid('INVALID_JSON_DESCRIPTION: The definition is no JSON object at null');
  if (stateName === undefined && definition.States === undefined) {
    const machine = { StartAt: 'StateName', States: { StateName: definition } };
    checkDefinition(machine);
    return chosen(machine, 'StateName');
  }
  if (stateName === undefined) return refuse('StateName must be specified when the definition is a state machine');
  if (!sitesOf(definition).states.some(site => site.name === stateName)) return refuse('State not found in definition');
  checkDefinition(definition);
  return chosen(definition, stateName);
}

function chosen(machine: JsonObject, stateName: string): { state: State; name: string; language: StateSite['language'] } {
  const site = sitesOf(machine).states.find(({ name }) => name === stateName)!;
  return { state: site.state as unknown as State, name: stateName, language: site.language };
}

/** A state by itself may lead anywhere, or nowhere. */
function checkDefinition(machine: JsonObject): void {
  const errors = validate(machine, {}).filter(({ severity, code, message }) => severity === 'ERROR' && code === 'SCHEMA_VALIDATION_FAILED' && !/\bNext\b.*\bEnd\b/.test(message));
  const { message } = apiAnswer('CreateStateMachine', errors);
  if (message !== undefined) throw new StepwrightError('InvalidDefinition', message);
}

function checkMock({ mock, revealSecrets, stateConfiguration }: TestStateOptions, { Type }: State): void {
  if (mock?.result !== undefined && mock.errorOutput !== undefined) refuse('A test mock should have only one of the following fields: [result, errorOutput].');
  if (mock === undefined && stateConfiguration?.mapIterationFailureCount !== undefined) refuse('TestState does not support MapIterationFailureCount when a mock is not specified.');
  if (mock === undefined) {
    if (Type === 'Map' || Type === 'Parallel') {
      throw new StepwrightError('InvalidDefinition', 'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]');
    }
    return;
  }
  if (revealSecrets) refuse('TestState does not support RevealSecrets when a mock is specified.');
  if (!['Task', 'Map', 'Parallel'].includes(Type)) refuse(`State type '${Type}' is not supported when a mock is specified`);
}

function checkResult(state: State, result: Json, mode: FieldValidationMode, { mapIterationFailureCount }: TestStateConfiguration): void {
  if (state.Type === 'Map') {checkMapResult(state, result, mapIterationFailureCount);} else if (state.Type === 'Parallel') {checkParallelResult(state, result);} else if (state.Type === 'Task') {
    const [, service, action] = /^arn:[^:]*:states:[^:]*:[^:]*:((?:aws-sdk:)?[^:]+):([^:.]+)$/.exec(state.Resource) ?? [];
    const wrong = service === undefined ? undefined : wrongResult(service, action, result, mode);
    if (wrong !== undefined) refuse(wrong);
  }
}

function checkMapResult(state: MapState, result: Json, failures: number | undefined): void {
  if (state.ResultWriter !== undefined) {
    if (!isJsonObject(result)) refuse('Mocked result must be a JSON object.');
    return;
  }
  if (!Array.isArray(result)) refuse('Mocked result must be an array.');
  if (failures !== undefined && failures > (result as Json[]).length) refuse('Map iteration failure count must be less than or equal to the number of Map iterations');
}

function checkParallelResult(state: ParallelState, result: Json): void {
  if (!Array.isArray(result)) refuse('Mocked result must be an array.');
  if ((result as Json[]).length !== state.Branches.length) refuse('Mocked result must contain the same number of items as number of Parallel branches.');
}

function readerData({ mapItemReaderData }: TestStateConfiguration): Json | undefined {
  return mapItemReaderData === undefined ? undefined : parsed(mapItemReaderData, 'MapItemReaderData must be valid JSON');
}

/** Numbers that JavaScript rounds are refused as in a run. */
function checkExact(given: Readonly<Record<string, Json | undefined>>, { run }: TestStateOptions): void {
  for (const [what, value] of Object.entries(given)) {
    const problem = value === undefined ? undefined : jsonProblem(value, { where: what, what: `the ${what} is no JSON`, code: 'INPUT_NOT_JSON' }, new Set(run?.withoutLimits));
    if (problem) throw problem;
  }
}

/** A text of the API as its value. */
function parsed(value: Json, otherwise: string): Json {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return refuse(otherwise);
  }
}

function refuse(message: string): never {
  throw new StepwrightError('ValidationException', message);
}

function invalid(message: string): never {
  throw new StepwrightError('InvalidDefinition', `Invalid State Machine Definition: '${message}'`);
}
