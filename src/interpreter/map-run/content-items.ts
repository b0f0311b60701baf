import { gunzipSync } from 'node:zlib';
import { csvItems } from './csv';
import { parquetItems } from './parquet';
import { readerFailed } from './reader-failed';
import { isJsonObject, type Json, type ReaderConfig } from '../../asl';
import { elementsOf, membersOf, type MapItems } from '../map-items';

/** Items that are there, or that have to be waited for. */
export type Items = MapItems | Promise<MapItems>;

/**
 * The items that the content of one object holds, by its InputType. Content that is compressed with gzip is taken apart first.
 *
 * @param source where the content is from
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export function contentItems(content: Uint8Array | string, config: ReaderConfig, source: string): Items {
  switch (config.InputType ?? 'JSON') {
    case 'CSV':
      return elementsOf(csvItems(textOf(content), config), source);
    case 'JSONL':
      return elementsOf(jsonLines(textOf(content)), source);
    case 'JSON':
      return jsonItems(parse(textOf(content)), config.ItemsPointer, source);
    case 'PARQUET':
      return parquetItems(content).then(rows => elementsOf(rows, source));
    default:
      throw readerFailed(`InputType ${config.InputType} does not say how the content is read.`);
  }
}

/** The text of an object. */
export function textOf(content: Uint8Array | string): string {
  if (typeof content === 'string') return content;
  return new TextDecoder().decode(content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : content);
}

/** Each line is a value; the lines are never all there at once. */
function jsonLines(text: string): Json[] {
  const items: Json[] = [];
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end).trim();
    if (line !== '') items.push(parse(line));
    from = end < 0 ? text.length : end + 1;
  }
  return items;
}

/** Parses JSON text of an object. */
export function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw readerFailed('Input file is not valid JSON.');
  }
}

/** The array, or the members of the object, at a JSON pointer. */
function jsonItems(document: Json, pointer: string | undefined, source: string): MapItems {
  let at: Json | undefined = document;
  for (const step of pointer ? pointer.split('/').slice(1) : []) {
    const key = step.replace(/~1/g, '/').replace(/~0/g, '~');
    if (Array.isArray(at)) at = at[Number(key)] as Json;
    else at = isJsonObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  if (Array.isArray(at)) return elementsOf(at as Json[], source);
  if (isJsonObject(at)) return membersOf(at, source);
  throw readerFailed('Attempting to map over non-iterable node.');
}
