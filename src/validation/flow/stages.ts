import type { Edge } from './graph';
import { knownResult } from './known-results';
import { isJsonObject, type Json, type JsonObject, type StateSite } from '../../asl';
import { isExpression } from '../../query/jsonata';
import type { Read } from '../expressions';
import { pathFacts, pathOrIntrinsicFacts } from '../expressions/json-path';
import { jsonataFacts } from '../expressions/jsonata';
import { resourceOf } from '../resource';
import { isUnknown } from '../unknown-value';
import { ANY, lookUp, objectOf, put, shapeOf, type Shape } from './shape';

/** What is known of the data at each stage of a state. */
export interface Stages {
  /** As it is entered. */
  readonly input: Shape;
  /** JSONPath: after InputPath; JSONata: the input. */
  readonly effective: Shape;
  /** What a call gives, before ResultSelector. */
  readonly result: Shape;
  /** JSONPath: what OutputPath sees. */
  readonly beforeOutputPath: Shape;
  readonly output: Shape;
}

/** What a caught error gives. */
export const ERROR_OUTPUT: Shape = objectOf([
  ['Error', { kind: 'scalar', bytes: 2 }],
  ['Cause', { kind: 'scalar', bytes: 2 }],
]);

/** What is known of a state's data when its input is known. */
export function stagesOf(site: StateSite, input: Shape): Stages {
  return site.language === 'JSONata' ? jsonataStages(site, input) : pathStages(site, input);
}

/** What a transition hands on. */
export function handedOn({ kind, from, item }: Edge, { input, output, effective }: Stages): Shape {
  const jsonata = from.language === 'JSONata';
  if (kind === 'catch') {
    if (jsonata) {
      return item?.Output === undefined ? ERROR_OUTPUT : evaluate(item.Output, { input, errorOutput: ERROR_OUTPUT });
    }
    return from.state.InputPath === undefined ? placed(item?.ResultPath, input, ERROR_OUTPUT) : ANY;
  }
  if (kind === 'choice' && jsonata && item?.Output !== undefined) return evaluate(item.Output, { input });
  return kind === 'choice' && jsonata ? effective : output;
}

function jsonataStages({ type, state }: StateSite, input: Shape): Stages {
  const result = resultOf({ type, state } as StateSite, input);
  const output = state.Output === undefined ? result : evaluate(state.Output, { input, result });
  return { input, effective: input, result, beforeOutputPath: output, output };
}

function pathStages(site: StateSite, input: Shape): Stages {
  const { state, type } = site;
  const effective = at(state.InputPath, input);
  const parameters = state.Parameters === undefined || type === 'Map' ? effective : fill(state.Parameters, effective);
  const result = type === 'Pass' && state.Result !== undefined ? shapeOf(state.Result) : resultOf(site, parameters);
  const selected = state.ResultSelector === undefined ? result : fill(state.ResultSelector, result);
  // a ResultPath writes into the input as it was before InputPath: then nothing is said
  const beforeOutputPath =
    state.InputPath === undefined || state.ResultPath === undefined ? placed(state.ResultPath, input, selected) : ANY;
  return { input, effective, result, beforeOutputPath, output: at(state.OutputPath, beforeOutputPath) };
}

function resultOf(site: StateSite, given: Shape): Shape {
  switch (site.type) {
    case 'Task':
      return knownResult(resourceOf(site));
    case 'Parallel':
      return {
        kind: 'list',
        items: ANY,
        ...(Array.isArray(site.state.Branches) ? { length: site.state.Branches.length } : {}),
      };
    case 'Map':
      return ANY;
    default:
      return given;
  }
}

/** Where a ResultPath puts a result. */
function placed(path: Json | undefined, input: Shape, result: Shape): Shape {
  if (path === undefined) return result;
  if (path === null) return input;
  if (typeof path !== 'string' || isUnknown(path)) return ANY;
  const {
    ok,
    reads: [read],
  } = pathFacts(path);
  return ok && read.root === 'input' && read.exact ? put(input, read.steps, result) : ANY;
}

/** What a path such as InputPath leads to. */
function at(path: Json | undefined, shape: Shape): Shape {
  if (path === undefined) return shape;
  if (path === null) return objectOf([]);
  if (typeof path !== 'string' || isUnknown(path)) return ANY;
  const {
    ok,
    reads: [read],
  } = pathFacts(path);
  return ok && read.root === 'input' ? readFrom(read, shape) : ANY;
}

function readFrom(read: Read, shape: Shape): Shape {
  return read.exact ? (lookUp(shape, read.steps) ?? ANY) : ANY;
}

/** What a payload template gives. */
function fill(template: Json, data: Shape, depth = 0): Shape {
  if (depth > 20) return ANY;
  if (Array.isArray(template)) return { kind: 'list', items: ANY, length: template.length };
  if (!isJsonObject(template)) return shapeOf(template);
  return objectOf(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$') ? [key.slice(0, -2), valueOf(value, data)] : [key, fill(value, data, depth + 1)],
    ),
  );
}

function valueOf(text: Json, data: Shape): Shape {
  if (typeof text !== 'string' || isUnknown(text)) return ANY;
  const {
    ok,
    intrinsic,
    reads: [read],
  } = pathOrIntrinsicFacts(text);
  if (!ok) return ANY;
  if (intrinsic) return listOf(/^States\.ArrayRange\(\s*(-?\d+)\s*,\s*(-?\d+)\s*,\s*(-?\d+)\s*\)$/.exec(text));
  return read.root === 'input' ? readFrom(read, data) : ANY;
}

/** What a JSONata value gives, as far as it is written out. */
function evaluate(
  value: Json,
  data: { readonly input: Shape; readonly result?: Shape; readonly errorOutput?: Shape },
  depth = 0,
): Shape {
  if (depth > 20) return ANY;
  if (typeof value === 'string' && isExpression(value)) return expressionShape(value.slice(2, -2).trim(), data);
  if (Array.isArray(value)) return { kind: 'list', items: ANY, length: value.length };
  if (!isJsonObject(value)) return isUnknown(value) ? ANY : shapeOf(value);
  return objectOf(Object.entries(value as JsonObject).map(([name, inner]) => [name, evaluate(inner, data, depth + 1)]));
}

function expressionShape(
  text: string,
  data: { readonly input: Shape; readonly result?: Shape; readonly errorOutput?: Shape },
): Shape {
  const range = listOf(/^\[\s*(-?\d+)\s*\.\.\s*(-?\d+)\s*\]$/.exec(text));
  if (range !== ANY) return range;
  const {
    ok,
    plain,
    reads: [read],
  } = jsonataFacts(text);
  if (!ok || !plain || read === undefined || !read.exact) return ANY;
  const from =
    read.root === 'input'
      ? data.input
      : read.root === 'result'
        ? data.result
        : read.root === 'errorOutput'
          ? data.errorOutput
          : undefined;
  return from === undefined ? ANY : (lookUp(from, read.steps) ?? ANY);
}

/** A list of numbers from, to, and how far they are apart. */
function listOf(match: RegExpExecArray | null): Shape {
  if (match === null) return ANY;
  const [from, to, step = 1] = match.slice(1).map(Number);
  return step === 0
    ? ANY
    : { kind: 'list', items: { kind: 'scalar', bytes: 1 }, length: Math.max(0, Math.floor((to - from) / step) + 1) };
}
