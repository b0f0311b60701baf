import { ERROR_NAMES, type ItemReader, type Json, type MapState, type QueryLanguage } from '../../asl';
import { StepwrightError } from '../../errors';
import { compileInput } from '../data-flow';
import { failure, StateFailure } from '../failure';
import { elementsOf, inputOfItem, itemAt, STATE_DATA, type MapItems } from '../map-items';
import type { StateConfiguration, SingleState } from './single-state';
import type { Stages } from './stages';
import type { TestedFrame } from './tested-execution';
import { compileBatcher } from '../map-run/batcher';
import { contentItems } from '../map-run/content-items';
import { compileItemReader } from '../map-run/item-reader';
import { compileItems, compileMaxConcurrency, compileSelector } from '../states/map-parts';
import { compileTolerance, toleratedNumber } from '../states/tolerance';

const EXCEEDED = failure(
  ERROR_NAMES.EXCEED_TOLERATED_FAILURE_THRESHOLD,
  'The specified tolerated failure threshold was exceeded',
);

/**
 * What a Map does around its iterations, recorded on the way. Gives what is to be done when the iterations are: it throws where more of them
 * failed than are tolerated.
 *
 * @throws StepwrightError ValidationException, for more failures than items
 */
export function beginMap(
  state: MapState,
  { language, configuration }: SingleState,
  frame: TestedFrame,
  stages: Stages,
): { readonly end: () => void } {
  if (language === 'JSONPath') stages.afterInputPath = compileInput(state.InputPath)(frame);
  const items = itemsOf(state, language, configuration.mapItemReaderData, frame, stages);
  if (items !== undefined) showItems(state, language, frame, stages, items);
  stages.maxConcurrency = compileMaxConcurrency(state, language)(frame);
  compileTolerance(state, language)(frame);
  const count = toleratedNumber(
    'ToleratedFailureCount',
    state.ToleratedFailureCount,
    state.ToleratedFailureCountPath,
    state,
    language,
    'integer',
  )?.(frame);
  const percentage = toleratedNumber(
    'ToleratedFailurePercentage',
    state.ToleratedFailurePercentage,
    state.ToleratedFailurePercentagePath,
    state,
    language,
    'float',
  )?.(frame);
  if (count !== undefined) stages.toleratedFailureCount = count;
  if (percentage !== undefined) stages.toleratedFailurePercentage = percentage;
  const failures = configuration.mapIterationFailureCount ?? 0;
  if (items !== undefined && failures > items.values.length) {
    throw new StepwrightError(
      'ValidationException',
      'Map iteration failure count must be less than or equal to the number of Map iterations',
    );
  }
  return {
    end: () => {
      const tolerated = Math.min(
        count ?? Number.POSITIVE_INFINITY,
        percentage === undefined || items === undefined
          ? Number.POSITIVE_INFINITY
          : (percentage / 100) * items.values.length,
      );
      if (failures > tolerated) throw new StateFailure(EXCEEDED);
    },
  };
}

/** The items of the input, or of the reader. What a reader would read is not known without its data, unless the input holds it. */
function itemsOf(
  state: MapState,
  language: QueryLanguage,
  data: StateConfiguration['mapItemReaderData'],
  frame: TestedFrame,
  stages: Stages,
): MapItems | undefined {
  const { ItemReader, ItemsPath } = state;
  if (ItemReader !== undefined && (data ?? frame.execution.settings.objects) !== undefined) {
    const items = readItems(ItemReader, state, language, data, frame);
    if (language === 'JSONPath' && ItemReader.ReaderConfig?.ItemsPointer !== undefined) {
      stages.afterItemsPointer = inputsOf(items);
    }
    return items;
  }
  if (ItemReader !== undefined && ItemsPath === undefined) {
    return Array.isArray(frame.data) ? elementsOf(frame.data as Json[]) : undefined;
  }
  const items = compileItems(state, language)(frame);
  if (language === 'JSONPath') stages.afterItemsPath = inputsOf(items);
  return items;
}

/** What the reader makes of the data of its source; an array holds the items themselves. */
function readItems(
  itemReader: ItemReader,
  { InputPath }: MapState,
  language: QueryLanguage,
  data: StateConfiguration['mapItemReaderData'],
  frame: TestedFrame,
): MapItems {
  const reader = compileItemReader(itemReader, InputPath, language);
  const limit = reader.limit(frame);
  const items = itemsRead(data, itemReader) ?? reader.read(frame, limit);
  return limit > 0 ? { ...items, values: items.values.slice(0, limit) } : items;
}

/** An array holds the items, and the text of a list is no object with items; all else is read as an object of the bucket is. */
function itemsRead(data: StateConfiguration['mapItemReaderData'], { Resource }: ItemReader): MapItems | undefined {
  if (typeof data === 'string') {
    return Resource.endsWith(':s3:listObjectsV2') ? contentItems(data, {}, STATE_DATA) : undefined;
  }
  return data && elementsOf(data);
}

function inputsOf(items: MapItems): Json[] {
  return items.values.map((_, index) => inputOfItem(itemAt(items, index)));
}

function showItems(
  state: MapState,
  language: QueryLanguage,
  frame: TestedFrame,
  stages: Stages,
  items: MapItems,
): void {
  const select = compileSelector(state, language);
  const selected = items.values.map((_, index) => select(frame, itemAt(items, index)));
  if (state.ItemSelector !== undefined) stages.afterItemSelector = selected;
  if (state.ItemBatcher !== undefined) {
    stages.afterItemBatcher = compileBatcher(state.ItemBatcher, state.InputPath, language)(frame, selected);
  }
}
