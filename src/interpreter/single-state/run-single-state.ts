import type { ChoiceState, Json, JsonObject, PassState, QueryLanguage, State, TaskState } from '../../asl';
import { compile } from '../compile';
import { compileResult } from '../data-flow';
import { checkNumbers } from '../exact-numbers';
import { failure, StateFailure } from '../failure';
import { failureOf, handle, handlersOf, type Handled } from './handlers';
import type { StateOutcome, SingleState } from './single-state';
import { passBranchInput, passInput, passInputOrResult, passResult, type Flowing, type Stages } from './stages';
import { TestedFrame, testedExecution, type TestedExecution } from './tested-execution';
import { beginMap } from './tested-map';
import { beginTask } from './tested-task';

/** Runs one state by itself, without what is around it; only its failures meet the handlers of the states around it. */
export function runSingleState(tested: SingleState): StateOutcome {
  const { state, name, language, input } = tested;
  const program = compile(alone(state, name, language) as unknown as Json);
  const execution = testedExecution(program, tested);
  checkNumbers(program, execution.settings);
  const frame = new TestedFrame(execution, program, tested);
  const stages: Stages = { input };
  const { outcome, details } = outcomeOf(tested, execution, frame, stages);
  const variables = { ...frame.variables() };
  return {
    ...outcome,
    inspectionData: {
      ...stages,
      ...(Object.keys(variables).length === 0 ? {} : { variables }),
      ...(Object.keys(details).length === 0 ? {} : { errorDetails: details }),
    },
  };
}

function outcomeOf(tested: SingleState, execution: TestedExecution, frame: TestedFrame, stages: Stages): Handled {
  const around = tested.around.map(handlersOf);
  try {
    perform(tested, execution, frame, stages);
  } catch (error) {
    return handle(tested, frame, failureOf(error), [frame.state, ...around]);
  }
  if (execution.failed) return handle(tested, frame, execution.failed, around);
  if (execution.timedOut) return handle(tested, frame, execution.timedOut, []);
  return {
    outcome: { status: 'SUCCEEDED', output: execution.left?.output ?? null, ...nextOf(tested, execution) },
    details: {},
  };
}

/** The state in a machine of its own; the states that it leads to only have names. */
function alone(state: State, name: string, language: QueryLanguage): JsonObject {
  const { Next, Catch = [] } = state as Partial<TaskState>;
  const { Default, Choices = [] } = state as Partial<ChoiceState>;
  const targets = [
    Next,
    Default,
    ...Catch.map(catcher => catcher.Next),
    ...Choices.map(rule => (rule as { Next?: string }).Next),
  ];
  const stubs = Object.fromEntries(
    targets
      .filter(target => typeof target === 'string' && target !== name)
      .map(target => [target, { Type: 'Succeed' }]),
  );
  const ends = ['Succeed', 'Fail', 'Choice'].includes(state.Type);
  const whole = ends || Next !== undefined ? state : { ...state, End: true };
  return { StartAt: name, QueryLanguage: language, States: { ...stubs, [name]: whole } } as unknown as JsonObject;
}

/** Runs the state until it is left, or throws its failure. */
function perform(tested: SingleState, execution: TestedExecution, frame: TestedFrame, stages: Stages): void {
  const { state, language } = tested;
  const leave = (result: Json): void => {
    frame.taskResult = result;
    const assigned = compileResult(state as Flowing, language).assign?.(frame, result);
    execution.leave(frame, passResult(state as Flowing, language, frame, result, stages), assigned);
  };
  switch (state.Type) {
    case 'Task': {
      const sent = beginTask(state, tested, frame, stages);
      return leave((stages.result = answered(tested, sent)));
    }
    case 'Parallel': {
      passBranchInput(state, language, frame);
      return leave(answered(tested, tested.input));
    }
    case 'Map': {
      const { end } = beginMap(state, tested, frame, stages);
      const result = answered(tested, tested.input);
      end();
      return leave(result);
    }
    case 'Pass': {
      if (language === 'JSONata') break;
      return leave(passInputOrResult(state as PassState, frame, stages));
    }
    default:
      passInput(state as { InputPath?: string | null }, language, frame, stages);
  }
  execution.runState(frame);
}

function answered({ answer }: SingleState, sent: Json): Json {
  const given = answer(sent);
  if ('output' in given) return given.output;
  throw new StateFailure(failure(given.error, given.cause));
}

function nextOf({ state }: SingleState, { left }: TestedExecution): { nextState?: string } {
  const next = left?.next?.name ?? (state as TaskState).Next;
  return next === undefined ? {} : { nextState: next };
}
