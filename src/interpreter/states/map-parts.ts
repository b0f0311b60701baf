import { ERROR_NAMES, isJsonObject, type Json, type MapState, type QueryLanguage } from '../../asl';
import { QueryFailure } from '../../query';
import { compilePath, readPath } from '../../query/json-path';
import { compileExpression, compileValue, isExpression } from '../../query/jsonata';
import { compileTemplate } from '../../query/payload-template';
import { compileInput, compileResult, runtimeFailure } from '../data-flow';
import { failure, StateFailure } from '../failure';
import type { CompiledScope, Frame } from '../frame';
import { elementsOf, inputOfItem, type MapItem, type MapItems, membersOf } from '../map-items';
import { integerExpression } from '../number-expression';
import { numberPath } from '../number-path';

/** What inline and Distributed Maps have in common. */
export interface MapParts {
  readonly scope: CompiledScope;
  readonly flow: ReturnType<typeof compileResult>;
  /** The items that the state's input gives. */
  readonly items: (frame: Frame) => MapItems;
  /** What the processor receives for one item. */
  readonly select: (frame: Frame, item: MapItem) => Json;
  readonly maxConcurrency: (frame: Frame) => number;
}

/** Checks if a Map is distributed. */
export function isDistributed({ ItemProcessor }: MapState): boolean {
  return ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED';
}

/**
 * The items that the input of a Map gives. A Distributed Map takes the members of an object as well, an inline Map arrays only: so AWS's recordings
 * show, and so the page of the processing modes says.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html#concepts-map-process-modes
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export function compileItems(state: MapState, language: QueryLanguage): (frame: Frame) => MapItems {
  const objects = isDistributed(state);
  if (language === 'JSONata') return jsonataItems(state.Items, objects);
  const input = compileInput(state.InputPath);
  const { ItemsPath = '$' } = state;
  const path = compilePath(ItemsPath);
  return frame => {
    const data = input(frame);
    const value =
      path.root === 'input' ? itemsAt(path.read.bind(path), ItemsPath, data, frame) : readPath(path, data, frame);
    const items = itemsOf(value, objects);
    if (items === undefined) {
      throw runtimeFailure(`Reference path "${ItemsPath.replace(/^\$\$/, '$')}" must point to array.`);
    }
    return items;
  };
}

function itemsOf(value: Json | undefined, objects: boolean): MapItems | undefined {
  if (Array.isArray(value)) return elementsOf(value as Json[]);
  return objects && isJsonObject(value) ? membersOf(value) : undefined;
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
  throw new StateFailure(
    failure(
      ERROR_NAMES.REFERENCE_PATH_CONFLICT,
      `An error occurred while executing the state '${frame.state.name}' (entered at the event id #${frame.enteredId}). Unable to apply step "${step}" to input ${JSON.stringify(data)}`,
    ),
  );
}

function jsonataItems(given: Json | undefined, objects: boolean): (frame: Frame) => MapItems {
  const compute =
    given === undefined
      ? (frame: Frame) => frame.data
      : typeof given === 'string' && isExpression(given)
        ? compileExpression(given, 'Items', 'array', objects ? 'object' : undefined)
        : compileValue(given, 'Items');
  return frame => {
    const value = compute(frame);
    const items = itemsOf(value, objects);
    if (items === undefined) {
      throw new QueryFailure(
        ERROR_NAMES.QUERY_EVALUATION_ERROR,
        `Map state input must be an array but was: ${JSON.stringify(value)}`,
      );
    }
    return items;
  };
}

/** What the processor receives for one item. */
export function compileSelector(state: MapState, language: QueryLanguage): MapParts['select'] {
  const selector = state.ItemSelector ?? (language === 'JSONPath' ? state.Parameters : undefined);
  if (selector === undefined) return (_, item) => inputOfItem(item);
  const input = language === 'JSONPath' ? compileInput(state.InputPath) : undefined;
  const compute: (frame: Frame) => Json =
    language === 'JSONata'
      ? compileValue(selector, 'ItemSelector')
      : (
          (template): ((frame: Frame) => Json) =>
          frame =>
            template(input!(frame), frame)
        )(compileTemplate(selector, state.ItemSelector === undefined ? 'Parameters' : 'ItemSelector'));
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
  if (typeof MaxConcurrency === 'string' && isExpression(MaxConcurrency)) {
    return integerExpression(MaxConcurrency, 'MaxConcurrency', 0);
  }
  return () => (typeof MaxConcurrency === 'number' ? MaxConcurrency : 0);
}
