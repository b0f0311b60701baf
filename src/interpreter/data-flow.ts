import type { Json, JsonObject, QueryLanguage } from '../asl';
import { QueryFailure } from '../query';
import type { Frame } from './frame';
import { ERROR_NAMES } from '../asl';
import { compilePath, compileReferencePath, readPath } from '../query/json-path';
import { compileValue } from '../query/jsonata';
import { compileTemplate } from '../query/payload-template';

/** Computes a value from what a frame sees. */
export type Compute = (frame: Frame) => Json;

/** Computes the variables that a state assigns, from its result. */
export type ComputeAssigned = (frame: Frame, result: Json) => JsonObject;

const EMPTY: JsonObject = {};
const whole: Compute = frame => frame.data;

/** A path field such as `InputPath`, read from a value; it fails as AWS fails when it finds nothing. */
export function compilePathField(text: string): (data: Json, frame: Frame) => Json {
  const path = compilePath(text);
  if (text === '$') return data => data;
  return (data, frame) => readPath(path, data, frame);
}

/** JSONPath: the effective input, after `InputPath`. */
export function compileInput(inputPath: string | null | undefined): Compute {
  if (inputPath === null) return () => EMPTY;
  if (inputPath === undefined || inputPath === '$') return whole;
  const read = compilePathField(inputPath);
  return frame => read(frame.data, frame);
}

/** JSONPath: `Parameters` over the effective input; JSONata: `Arguments`. */
export function compileArguments(
  state: { InputPath?: string | null; Parameters?: Json; Arguments?: Json },
  language: QueryLanguage,
): Compute {
  if (language === 'JSONata') return state.Arguments === undefined ? whole : compileValue(state.Arguments, 'Arguments');
  const input = compileInput(state.InputPath);
  if (state.Parameters === undefined) return input;
  const template = compileTemplate(state.Parameters, 'Parameters');
  return frame => template(input(frame), frame);
}

/** What a state makes of its result: the output, and the variables that it assigns. */
export interface ResultFlow {
  /** After `ResultSelector`, `ResultPath`, `OutputPath`, or JSONata's `Output`. */
  readonly output: (frame: Frame, result: Json) => Json;
  /** Undefined if nothing is assigned. */
  readonly assign: ComputeAssigned | undefined;
  /** JSONPath: what `ResultSelector` makes of a result. */
  readonly select: (frame: Frame, result: Json) => Json;
}

/** The fields that a result passes through. */
export interface ResultFields {
  readonly ResultSelector?: Json;
  readonly ResultPath?: string | null;
  readonly OutputPath?: string | null;
  readonly Output?: Json;
  readonly Assign?: JsonObject;
}

/** Compiles the way of a result. In JSONata the frame's `taskResult` must hold the result where there is one. */
export function compileResult(
  state: ResultFields,
  language: QueryLanguage,
  outputField = 'Output',
  assignField = 'Assign',
): ResultFlow {
  const assign = compileAssign(state.Assign, language, assignField);
  if (language === 'JSONata') {
    const output = state.Output === undefined ? undefined : compileValue(state.Output, outputField);
    return { select: (_, result) => result, output: output ? frame => output(frame) : (_, result) => result, assign };
  }
  const selector =
    state.ResultSelector === undefined ? undefined : compileTemplate(state.ResultSelector, 'ResultSelector');
  const select = selector
    ? (frame: Frame, result: Json): Json => selector(result, frame)
    : (_: Frame, result: Json): Json => result;
  const place = compileResultPath(state.ResultPath);
  const pick = compileOutput(state.OutputPath);
  return { select, output: (frame, result) => pick(frame, place(frame, select(frame, result))), assign };
}

/** `OutputPath` over what would go on. */
export function compileOutput(outputPath: string | null | undefined): (frame: Frame, value: Json) => Json {
  if (outputPath === null) return () => EMPTY;
  if (outputPath === undefined || outputPath === '$') return (_, value) => value;
  const read = compilePathField(outputPath);
  return (frame, value) => read(value, frame);
}

/** `Assign`: in JSONPath `$` is the state's result. */
export function compileAssign(
  assign: JsonObject | undefined,
  language: QueryLanguage,
  field: string,
): ComputeAssigned | undefined {
  if (assign === undefined || Object.keys(assign).length === 0) return undefined;
  if (language === 'JSONata') {
    const compute = compileValue(assign, field);
    return frame => compute(frame) as JsonObject;
  }
  const template = compileTemplate(assign, field);
  return (frame, result) => template(result, frame) as JsonObject;
}

function compileResultPath(resultPath: string | null | undefined): (frame: Frame, result: Json) => Json {
  if (resultPath === null) return frame => frame.data;
  if (resultPath === undefined || resultPath === '$') return (_, result) => result;
  const path = compileReferencePath(resultPath);
  return (frame, result) => path.write(frame.data, result);
}

/** A failure of the language's own rules, `States.Runtime`. */
export function runtimeFailure(cause: string): QueryFailure {
  return new QueryFailure(ERROR_NAMES.RUNTIME, cause);
}
