import type { Json } from '../asl';

/** The item that a Map gave to a frame. */
export interface MapItem {
  readonly index: number;
  readonly value: Json;
  /** `STATE_DATA`, or the S3 URI that the item was read from. */
  readonly source?: string;
  /** The item's key, where the items are the members of an object. */
  readonly key?: string;
}

/** The items that a Map runs over, before anything is selected of them. */
export interface MapItems {
  readonly values: readonly Json[];
  /** The names of the members, where the items are those of an object. */
  readonly keys?: ReadonlyArray<string | undefined>;
  /** Where the items are from: one place for all, or one for each. */
  readonly sources: string | readonly string[];
}

/** The Source of items that the state's input gives. */
export const STATE_DATA = 'STATE_DATA';

/** The members of an array. */
export function elementsOf(array: readonly Json[], sources: MapItems['sources'] = STATE_DATA): MapItems {
  return { values: array, sources };
}

/** The members of an object, in its order. */
export function membersOf(object: Readonly<Record<string, Json>>, sources: MapItems['sources'] = STATE_DATA): MapItems {
  return { values: Object.values(object), keys: Object.keys(object), sources };
}

/** One item, as the Context Object has it. */
export function itemAt({ values, keys, sources }: MapItems, index: number): MapItem {
  const source = typeof sources === 'string' ? sources : sources[index];
  const key = keys?.[index];
  return key === undefined ? { index, value: values[index], source } : { index, value: values[index], source, key };
}

/** What the processor receives for an item where no ItemSelector says more: the value of an array, the pair of an object. */
export function inputOfItem({ value, key }: MapItem): Json {
  return key === undefined ? value : { Key: key, Value: value };
}
