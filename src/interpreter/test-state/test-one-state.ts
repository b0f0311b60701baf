import { ERROR_NAMES, type ChoiceState, type Json, type JsonObject, type MapState, type ParallelState, type PassState, type QueryLanguage, type State, type TaskState } from '../../asl';
import { QueryFailure } from '../../query';
import { findCatcher } from '../catch';
import { compileInput } from '../data-flow';
import { checkNumbers } from '../exact-numbers';
import { failure, matches, StateFailure, type Failure } from '../failure';
import { elementsOf, inputOfItem, itemAt } from '../map-items';
import { compile } from '../program';
import type { RunOptions } from '../run';
import { passArguments, passInput, passPass, passResult, withVariables, type Stages } from './stages';
import { TestedFrame, testedExecution, type TestedExecution } from './tested-execution';
import { toleratedNumber } from '../states/distributed-map';
import { compileItems, compileMaxConcurrency, compileSelector } from '../states/map';

/** What a service answers to the state's call, or a Map or Parallel to its state. */
export type StateAnswer = { readonly output: Json } | { readonly error: string | undefined; readonly cause?: string };

/** What is tested. */
export interface StateSubject {
  readonly state: State;
  readonly name: string;
  readonly language: QueryLanguage;
  readonly input: Json;
  readonly variables: JsonObject;
  /** The Context Object; AWS makes one up without it. */
  readonly context: JsonObject | undefined;
  readonly roleArn: string | undefined;
  /** Answers a Task, a Map or a Parallel. It receives what the Task sends. */
  readonly answer: (sent: Json) => StateAnswer;
  readonly configuration: StateConfiguration;
  readonly run: RunOptions;
}

/** What is assumed of the run before. */
export interface StateConfiguration {
  /** How often the matching retrier has been used. */
  readonly retrierRetryCount?: number;
  /** How many iterations of a Map have failed. */
  readonly mapIterationFailureCount?: number;
  /** The items that a Map's reader has read. */
  readonly mapItemReaderData?: Json;
}

/** What came of it. */
export interface StateOutcome {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  readonly inspectionData: Stages;
}

const EXCEEDED = failure(ERROR_NAMES.EXCEED_TOLERATED_FAILURE_THRESHOLD, 'The specified tolerated failure threshold was exceeded');

/** Runs one state by itself, without what is around it. */
export function testOneState(subject: StateSubject): StateOutcome {
  const { state, name, language, input, variables } = subject;
  const program = compile(alone(state, name, language) as unknown as Json);
  const execution = testedExecution(program, { ...subject.run, input, roleArn: subject.roleArn ?? subject.run.roleArn });
  checkNumbers(program, execution.settings);
  const frame = new TestedFrame(execution, program, input, variables, subject.context, subject.roleArn);
  frame.retryCount = subject.configuration.retrierRetryCount ?? 0;
  if (subject.context?.Task !== undefined) frame.taskToken = String((subject.context.Task as JsonObject).Token);
  const stages: Stages = { input };
  try {
    const output = perform(subject, execution, frame, stages);
    if (execution.failed) return ended(subject, execution.failed, {}, stages);
    return { status: 'SUCCEEDED', output, ...nextOf(subject, execution), inspectionData: withVariables(variables, stages) };
  } catch (error) {
    if (error instanceof StateFailure) return handled(subject, frame, error.failure, stages);
    if (error instanceof QueryFailure) return handled(subject, frame, failure(error.error, error.causeText), stages);
    throw error;
  }
}

/** The state in a machine of its own; the states that it leads to only have names. */
function alone(state: State, name: string, language: QueryLanguage): JsonObject {
  const { Next, Catch = [] } = state as Partial<TaskState>;
  const { Default, Choices = [] } = state as Partial<ChoiceState>;
  const targets = [Next, Default, ...Catch.map(catcher => catcher.Next), ...Choices.map(rule => (rule as { Next?: string }).Next)];
  const stubs = Object.fromEntries(targets.filter(target => typeof target === 'string' && target !== name).map(target => [target, { Type: 'Succeed' }]));
  const ends = ['Succeed', 'Fail', 'Choice'].includes(state.Type);
  const whole = ends || Next !== undefined ? state : { ...state, End: true };
  return { StartAt: name, QueryLanguage: language, States: { ...stubs, [name]: whole } } as unknown as JsonObject;
}

/** Runs the state; gives its output, or throws its failure. */
function perform(subject: StateSubject, execution: TestedExecution, frame: TestedFrame, stages: Stages): Json {
  const { state, language } = subject;
  switch (state.Type) {
    case 'Task': {
      const sent = passArguments(state, language, frame, stages);
      const result = answered(subject, sent);
      if (language === 'JSONPath' || state.Arguments !== undefined) stages.result = result;
      return passResult(state, language, frame, result, stages);
    }
    case 'Parallel': {
      passParallel(state, language, frame, stages);
      return passResult(state, language, frame, answered(subject, subject.input), stages);
    }
    case 'Map': return performMap(state, subject, frame, stages);
    case 'Pass': {
      passPass(state as PassState, language, frame, stages);
      break;
    }
    default: passInput(state as { InputPath?: string | null }, language, frame, stages);
  }
  frame.state.run(frame);
  while (execution.left === undefined && execution.failed === undefined && execution.scheduler.step()) execution.scheduler.runReady();
  return execution.left?.output ?? null;
}

function passParallel(state: ParallelState, language: QueryLanguage, frame: TestedFrame, stages: Stages): void {
  const shows = language === 'JSONPath' && (state.InputPath !== undefined || state.Parameters !== undefined);
  const shown: Stages = {};
  passArguments(state, language, frame, shown);
  if (shows) Object.assign(stages, shown);
}

function performMap(state: MapState, subject: StateSubject, frame: TestedFrame, stages: Stages): Json {
  const { language, configuration } = subject;
  if (language === 'JSONPath') stages.afterInputPath = compileInput(state.InputPath)(frame);
  const read = configuration.mapItemReaderData;
  const items = state.ItemReader === undefined ? compileItems(state, language)(frame) : elementsOf(Array.isArray(read) ? read as Json[] : []);
  if (language === 'JSONPath' && state.ItemReader === undefined && state.ItemsPath !== undefined) stages.afterItemsPath = items.values.map((_, index) => inputOfItem(itemAt(items, index)));
  if (state.ItemSelector !== undefined) stages.afterItemSelector = items.values.map((_, index) => compileSelector(state, language)(frame, itemAt(items, index)));
  stages.maxConcurrency = compileMaxConcurrency(state, language)(frame);
  const count = toleratedNumber('ToleratedFailureCount', state.ToleratedFailureCount, state.ToleratedFailureCountPath, state, language, 'integer')?.(frame);
  const percentage = toleratedNumber('ToleratedFailurePercentage', state.ToleratedFailurePercentage, state.ToleratedFailurePercentagePath, state, language, 'float')?.(frame);
  if (count !== undefined) stages.toleratedFailureCount = count;
  if (percentage !== undefined) stages.toleratedFailurePercentage = percentage;
  const result = answered(subject, subject.input);
  const failures = configuration.mapIterationFailureCount ?? 0;
  const iterations = Array.isArray(result) ? result.length : items.values.length;
  if (failures > (count ?? Number.POSITIVE_INFINITY) || failures > ((percentage ?? 100) / 100) * iterations) throw new StateFailure(EXCEEDED);
  return passResult(state, language, frame, result, stages);
}

function answered({ answer }: StateSubject, sent: Json): Json {
  const given = answer(sent);
  if ('output' in given) return given.output;
  throw new StateFailure(failure(given.error, given.cause));
}

/** A failure meets the state's retriers and catchers. */
function handled(subject: StateSubject, frame: TestedFrame, reason: Failure, stages: Stages): StateOutcome {
  const { retriers, catchers } = frame.state;
  const retryIndex = retriers.findIndex(retrier => matches(retrier.names, reason));
  const details: Record<string, Json> = {};
  if (retryIndex >= 0) {
    const retrier = retriers[retryIndex];
    const made = subject.configuration.retrierRetryCount ?? 0;
    details.retryIndex = retryIndex;
    if (made < retrier.maxAttempts) {
      details.retryBackoffIntervalSeconds = Math.min(retrier.intervalMs * retrier.backoffRate ** made, retrier.maxDelayMs) / 1000;
      return { ...ended(subject, reason, details, stages), status: 'RETRIABLE' };
    }
  }
  const catcher = findCatcher(frame, reason);
  if (catcher === undefined) return ended(subject, reason, details, stages);
  details.catchIndex = catchers.indexOf(catcher);
  return { ...ended(subject, reason, details, stages), status: 'CAUGHT_ERROR', output: catcher.output(frame), nextState: catcher.next };
}

function ended(subject: StateSubject, { error, cause }: Failure, details: Record<string, Json>, stages: Stages): StateOutcome {
  return {
    status: 'FAILED',
    ...error === undefined ? {} : { error },
    ...cause === undefined ? {} : { cause },
    inspectionData: withVariables(subject.variables, Object.keys(details).length === 0 ? stages : { ...stages, errorDetails: details }),
  };
}

function nextOf({ state }: StateSubject, { left }: TestedExecution): { nextState?: string } {
  const next = left?.next?.name ?? (state as TaskState).Next;
  return next === undefined ? {} : { nextState: next };
}
