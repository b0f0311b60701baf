import type { Json, ParallelState, PassState, QueryLanguage } from '../../asl';
import { compileArguments, compileInput, compileOutput, compileResult, type ResultFields } from '../data-flow';
import type { Frame } from '../frame';

/** What a state's data looked like between its fields, by the names of the TestState API. */
export type Stages = Record<string, Json>;

/** The fields of a state that its data passes through. */
export interface Flowing extends ResultFields {
  readonly InputPath?: string | null;
  readonly Parameters?: Json;
  readonly Arguments?: Json;
}

/**
 * The way of a result through the fields of a state, recorded on the way. Each field is evaluated once: what is shown is what goes on.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_InspectionData.html
 */
export function passResult(state: Flowing, language: QueryLanguage, frame: Frame, result: Json, stages: Stages): Json {
  if (language === 'JSONata') return compileResult(state, language).output(frame, result);
  stages.afterResultSelector = compileResult({ ResultSelector: state.ResultSelector }, language).select(frame, result);
  stages.afterResultPath = compileResult({ ResultPath: state.ResultPath }, language).output(
    frame,
    stages.afterResultSelector,
  );
  return compileOutput(state.OutputPath)(frame, stages.afterResultPath);
}

/** What a Task sends, recorded on the way. */
export function passArguments(state: Flowing, language: QueryLanguage, frame: Frame, stages: Stages): Json {
  if (language === 'JSONata') {
    const sent = compileArguments(state, language)(frame);
    if (state.Arguments !== undefined) stages.afterArguments = sent;
    return sent;
  }
  stages.afterInputPath = compileInput(state.InputPath)(frame);
  stages.afterParameters = compileArguments(state, language)(frame);
  return stages.afterParameters;
}

/** The stages of a state that only hands its input on. */
export function passInput(
  state: { readonly InputPath?: string | null },
  language: QueryLanguage,
  frame: Frame,
  stages: Stages,
): void {
  if (language === 'JSONPath') stages.afterInputPath = compileInput(state.InputPath)(frame);
}

/** What a Pass of JSONPath makes of its input. Where it has a fixed result, its input is evaluated, but not shown. */
export function passInputOrResult(state: PassState, frame: Frame, stages: Stages): Json {
  if (state.Result === undefined) return passArguments(state, 'JSONPath', frame, stages);
  passArguments(state, 'JSONPath', frame, {});
  return (stages.result = state.Result);
}

/** The input of the branches is evaluated, but not shown. */
export function passBranchInput(state: ParallelState, language: QueryLanguage, frame: Frame): void {
  passArguments(state, language, frame, {});
}
