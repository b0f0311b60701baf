import { wrongResult } from './check-result';
import { polledCall } from './polled-call';
import { refuse } from './refuse';
import type { TestStateOptions } from './request';
import {
  isJsonObject,
  sitesOf,
  type Json,
  type JsonObject,
  type MapState,
  type ParallelState,
  type State,
} from '../../asl';
import { StepwrightError } from '../../errors';

/** Patterns that wait for somebody else. */
const WAITS = /\.(sync(:2)?|waitForTaskToken)$/;
const ACTIVITY = /^arn:[^:]*:states:[^:]*:[^:]*:activity:/;
const INTEGRATION = /^arn:[^:]*:states:[^:]*:[^:]*:((?:aws-sdk:)?[^:]+):([^:.]+)(?:\.(.+))?$/;

/** Whether a state is a Task that is given its result by somebody else. */
export function waits(state: State): boolean {
  return state.Type === 'Task' && WAITS.test(state.Resource);
}

/** What may go together with a mock, and what cannot go without one. */
export function checkMock(options: TestStateOptions, state: State): void {
  const { mock, revealSecrets, context, stateConfiguration = {}, roleArn } = options;
  if (mock === undefined) {
    if (stateConfiguration.mapIterationFailureCount !== undefined) {
      refuse('TestState does not support MapIterationFailureCount when a mock is not specified.');
    }
    checkWithoutMock(state);
    if (context !== undefined) refuse('TestState does not support Context when a mock is not specified.');
    if (state.Type === 'Task' && roleArn === undefined) refuse('RoleArn must be specified when testing a Task state');
    return;
  }
  if ((mock.result === undefined) === (mock.errorOutput === undefined)) {
    refuse('A test mock should have only one of the following fields: [result, errorOutput].');
  }
  if (revealSecrets) refuse('TestState does not support RevealSecrets when a mock is specified.');
  if (!['Task', 'Map', 'Parallel'].includes(state.Type)) {
    refuse(`State type '${state.Type}' is not supported when a mock is specified`);
  }
  if (mock.errorOutput !== undefined && !mock.errorOutput.error) {
    refuse('An error was not specified in the mocked error output.');
  }
  checkCausingState(state, stateConfiguration.errorCausedByState);
}

function checkWithoutMock(state: State): void {
  if (state.Type === 'Map' || state.Type === 'Parallel') {
    unsupported(
      'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]',
    );
  }
  if (waits(state)) unsupported("TestState API does not support '.sync' or '.waitForTaskToken' integration patterns.");
  if (state.Type === 'Task' && ACTIVITY.test(state.Resource)) {
    unsupported('TestState API does not support Activity tasks.');
  }
}

function unsupported(message: string): never {
  throw new StepwrightError('InvalidDefinition', message, {
    fix: 'Add mock: { result: … } or mock: { errorOutput: … }.',
  });
}

/** The state that is said to have failed lies inside. */
function checkCausingState(state: State, name: string | undefined): void {
  if (name === undefined || (state.Type !== 'Map' && state.Type !== 'Parallel')) return;
  const inside = sitesOf({ States: { outer: state } } as unknown as JsonObject).states.slice(1);
  if (!inside.some(site => site.name === name)) {
    refuse(
      'State not found in definition',
      'errorCausedByState names a state inside of the Map or Parallel that is tested.',
    );
  }
}

/** Whether the state could have this result. */
export function checkMockedResult(options: TestStateOptions, state: State, result: Json): void {
  if (state.Type === 'Map') checkMapResult(state, result);
  if (state.Type === 'Parallel') checkParallelResult(state, result);
  if (state.Type !== 'Task') return;
  const [, service, action, pattern] = INTEGRATION.exec(state.Resource) ?? [];
  if (service === undefined || pattern === 'waitForTaskToken') return;
  const call = pattern === undefined ? { service, action } : polledCall(service, action);
  const wrong = call && wrongResult(call.service, call.action, result, options.mock?.fieldValidationMode ?? 'STRICT');
  if (wrong !== undefined) refuse(wrong);
}

function checkMapResult(state: MapState, result: Json): void {
  if (state.ResultWriter === undefined ? Array.isArray(result) : isJsonObject(result)) return;
  refuse(state.ResultWriter === undefined ? 'Mocked result must be an array.' : 'Mocked result must be a JSON object.');
}

function checkParallelResult(state: ParallelState, result: Json): void {
  if (!Array.isArray(result)) refuse('Mocked result must be an array.');
  if ((result as Json[]).length !== state.Branches.length) {
    refuse('Mocked result must contain the same number of items as number of Parallel branches.');
  }
}
