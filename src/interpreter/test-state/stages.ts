import type { Json, JsonObject, PassState, QueryLanguage } from '../../asl';
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
 * The way of a result through the fields of a state, recorded on the way.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_InspectionData.html
 */
export function passResult(state: Flowing, language: QueryLanguage, frame: Frame, result: Json, stages: Stages): Json {
  frame.taskResult = result;
  if (language === 'JSONata') return compileResult(state, language).output(frame, result);
  const placed = compileResult({ ResultSelector: state.ResultSelector, ResultPath: state.ResultPath }, language);
  stages.afterResultSelector = placed.select(frame, result);
  stages.afterResultPath = placed.output(frame, result);
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
export function passInput(state: { readonly InputPath?: string | null }, language: QueryLanguage, frame: Frame, stages: Stages): void {
  if (language === 'JSONPath') stages.afterInputPath = compileInput(state.InputPath)(frame);
}

/** The stages of a Pass. Where it has a fixed result, its input is not shown. */
export function passPass(state: PassState, language: QueryLanguage, frame: Frame, stages: Stages): void {
  if (language === 'JSONata') return;
  if (state.Result === undefined) passResult(state, language, frame, passArguments(state, language, frame, stages), stages);
  else passResult(state, language, frame, stages.result = state.Result, stages);
}

/** Variables, if there are any. */
export function withVariables(variables: JsonObject, stages: Stages): Stages {
  return Object.keys(variables).length === 0 ? stages : { ...stages, variables };
}
