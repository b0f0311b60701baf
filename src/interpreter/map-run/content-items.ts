import { csvItems } from './csv';
import { parse, textOf } from './object-text';
import { parquetItems } from './parquet';
import { MAX_ITEMS, readerFailed, tooManyItems } from './reader-failed';
import { isJsonObject, type Json, type ReaderConfig } from '../../asl';
import { elementsOf, membersOf, type MapItems } from '../map-items';

/**
 * The items in the content of one object, by its InputType.
 *
 * @param source where the content is from
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export function contentItems(content: Uint8Array | string, config: ReaderConfig, source: string): MapItems {
  switch (config.InputType ?? 'JSON') {
    case 'CSV':
      return elementsOf(csvItems(textOf(content), config), source);
    case 'JSONL':
      return elementsOf(jsonLines(textOf(content)), source);
    case 'JSON':
      return jsonItems(parse(textOf(content)), config.ItemsPointer, source);
    case 'PARQUET':
      return elementsOf(parquetItems(content), source);
    default:
      throw readerFailed(`InputType ${config.InputType} does not say how the content is read.`);
  }
}

/** Each line is a value. The lines are cut one by one, so that they are never all in memory. */
function jsonLines(text: string): Json[] {
  const items: Json[] = [];
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end).trim();
    if (line !== '' && items.push(parse(line)) > MAX_ITEMS) throw tooManyItems();
    from = end < 0 ? text.length : end + 1;
  }
  return items;
}

/** The array, or the members of the object, at a JSON pointer. */
function jsonItems(document: Json, pointer: string | undefined, source: string): MapItems {
  let at: Json | undefined = document;
  for (const step of pointer ? pointer.split('/').slice(1) : []) {
    const key = step.replace(/~1/g, '/').replace(/~0/g, '~');
    if (Array.isArray(at)) at = at[Number(key)] as Json;
    else at = isJsonObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  if (Array.isArray(at)) {
    if (at.length > MAX_ITEMS) throw tooManyItems();
    return elementsOf(at as Json[], source);
  }
  if (isJsonObject(at)) return membersOf(at, source);
  throw readerFailed('Attempting to map over non-iterable node.');
}
