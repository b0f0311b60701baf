import { ERROR_NAMES, type Json, type MapState, type QueryLanguage } from '../../asl';
import { QueryFailure } from '../../query';
import { compilePath, readPath } from '../../query/json-path';
import { compileExpression, compileValue, isExpression } from '../../query/jsonata';
import { compileTemplate } from '../../query/payload-template';
import type { CompiledScope, CompiledState } from '../compiled';
import { compileInput, compileResult, runtimeFailure } from '../data-flow';
import { failure, StateFailure } from '../failure';
import type { Frame, MapItem } from '../frame';
import { integerExpression } from '../number-expression';
import { numberPath } from '../number-path';
import { compileDistributedMap } from './distributed-map';
import { compileInlineMap } from './inline-map';

/** What inline and Distributed Maps have in common. */
export interface MapParts {
  readonly scope: CompiledScope;
  readonly flow: ReturnType<typeof compileResult>;
  /** The items that the state's input gives. */
  readonly items: (frame: Frame) => readonly Json[];
  /** What the processor receives for one item. */
  readonly select: (frame: Frame, item: MapItem) => Json;
  readonly maxConcurrency: (frame: Frame) => number;
}

/**
 * Map: runs its processor once for each item.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html
 */
export function compileMap(state: MapState, language: QueryLanguage, scope: CompiledScope): CompiledState['run'] {
  const parts: MapParts = {
    scope,
    flow: compileResult(state, language),
    items: compileItems(state, language),
    select: compileSelector(state, language),
    maxConcurrency: compileMaxConcurrency(state, language),
  };
  return state.ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED' ? compileDistributedMap(state, language, parts) : compileInlineMap(parts);
}

/** The items that the input of a Map gives. */
export function compileItems(state: MapState, language: QueryLanguage): (frame: Frame) => readonly Json[] {
  if (language === 'JSONata') return jsonataItems(state.Items);
  const input = compileInput(state.InputPath);
  const { ItemsPath = '$' } = state;
  const path = compilePath(ItemsPath);
  return frame => {
    const data = input(frame);
    const value = path.root === 'input' ? itemsAt(path.read.bind(path), ItemsPath, data, frame) : readPath(path, data, frame);
    if (!Array.isArray(value)) throw runtimeFailure(`Reference path "${ItemsPath.replace(/^\$\$/, '$')}" must point to array.`);
    return value as Json[];
  };
}

/** ItemsPath is a Reference Path: a step that cannot be taken has an error of its own. */
function itemsAt(read: (data: Json, frame: Frame) => Json | undefined, text: string, data: Json, frame: Frame): Json {
  let value: Json | undefined;
  try {
    value = read(data, frame);
  } catch (error) {
    if (!(error instanceof QueryFailure)) throw error;
  }
  if (value !== undefined) return value;
  const step = /(?:\.|\['?)([^.[\]']+)'?\]?$/.exec(text)?.[1] ?? text;
  throw new StateFailure(failure(ERROR_NAMES.REFERENCE_PATH_CONFLICT,
    `An error occurred while executing the state '${frame.state.name}' (entered at the event id #${frame.enteredId}). Unable to apply step "${step}" to input ${JSON.stringify(data)}`));
}

function jsonataItems(items: Json | undefined): (frame: Frame) => readonly Json[] {
  if (items === undefined) {
    return frame => {
      if (!Array.isArray(frame.data)) {
        throw new QueryFailure(ERROR_NAMES.QUERY_EVALUATION_ERROR, `Map state input must be an array but was: ${JSON.stringify(frame.data)}`);
      }
      return frame.data as Json[];
    };
  }
  const compute = typeof items === 'string' && isExpression(items) ? compileExpression(items, 'Items', 'array') : compileValue(items, 'Items');
  return frame => compute(frame) as Json[];
}

/** What the processor receives for one item. */
export function compileSelector(state: MapState, language: QueryLanguage): MapParts['select'] {
  const selector = state.ItemSelector ?? (language === 'JSONPath' ? state.Parameters : undefined);
  if (selector === undefined) return (_, item) => item.value;
  const input = language === 'JSONPath' ? compileInput(state.InputPath) : undefined;
  const compute: (frame: Frame) => Json = language === 'JSONata'
    ? compileValue(selector, 'ItemSelector')
    : ((template): ((frame: Frame) => Json) => frame => template(input!(frame), frame))(compileTemplate(selector, state.ItemSelector === undefined ? 'Parameters' : 'ItemSelector'));
  return (frame, item) => {
    frame.selecting = item;
    try {
      return compute(frame);
    } finally {
      frame.selecting = undefined;
    }
  };
}

/** How many items at the same time; 0 for no limit of its own. */
export function compileMaxConcurrency(state: MapState, language: QueryLanguage): (frame: Frame) => number {
  const { MaxConcurrency, MaxConcurrencyPath } = state;
  if (language === 'JSONPath' && MaxConcurrencyPath !== undefined) {
    const read = numberPath('MaxConcurrencyPath', MaxConcurrencyPath, state.InputPath);
    return frame => {
      const value = read(frame);
      if (value < 0) throw runtimeFailure('MaxConcurrency cannot be negative.');
      return value;
    };
  }
  if (typeof MaxConcurrency === 'string' && isExpression(MaxConcurrency)) return integerExpression(MaxConcurrency, 'MaxConcurrency', 0);
  return () => typeof MaxConcurrency === 'number' ? MaxConcurrency : 0;
}
