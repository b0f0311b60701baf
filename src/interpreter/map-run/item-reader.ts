import { ERROR_NAMES, isJsonObject, type ItemReader, type Json, type QueryLanguage } from '../../asl';
import { compileExpression, compileValue, isExpression } from '../../query/jsonata';
import { compileTemplate } from '../../query/payload-template';
import { compileInput } from '../data-flow';
import { failure, StateFailure } from '../failure';
import { numberPath } from '../number-path';
import type { Frame } from '../frame';
import { csvItems } from './csv';
import type { ObjectReader } from './object-reader';

/** Reads the items of a Distributed Map. */
export type ReadItems = (frame: Frame) => Json[];

/** The failure of a reader, as AWS names it. */
export function readerFailed(cause: string): StateFailure {
  return new StateFailure(failure(ERROR_NAMES.ITEM_READER_FAILED, cause));
}

/**
 * Compiles an ItemReader: what it asks S3 for, and how it reads the answer.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export function compileItemReader(reader: ItemReader, inputPath: string | null | undefined, language: QueryLanguage): { limit: (frame: Frame) => number; read: (frame: Frame, limit: number) => Json[] } {
  const config = reader.ReaderConfig ?? {};
  const args = language === 'JSONata' ? compileValue(reader.Arguments ?? {}, 'ItemReader/Arguments')
    : ((template, input) => (frame: Frame) => template(input(frame), frame))(compileTemplate(reader.Parameters ?? {}, 'Parameters'), compileInput(inputPath));
  const limit = compileMaxItems(config.MaxItems, config.MaxItemsPath, inputPath, language);
  const lists = reader.Resource.endsWith(':s3:listObjectsV2');
  return {
    limit,
    read(frame, most) {
      if (most < 0 || most === 0) {
        if (most < 0) throw readerFailed('field MaxItems must be positive');
      }
      const { Bucket, Key, Prefix } = args(frame) as { Bucket?: string; Key?: string; Prefix?: string };
      const objects = frame.execution.settings.objects ?? NO_OBJECTS;
      const items = lists ? listItems(objects, String(Bucket), Prefix ?? '') : contentItems(content(objects, String(Bucket), String(Key)), config);
      return most > 0 && most < items.length ? items.slice(0, most) : items;
    },
  };
}

const NO_OBJECTS: ObjectReader = { get: () => undefined, list: () => [] };

function compileMaxItems(literal: number | string | undefined, path: string | undefined, inputPath: string | null | undefined, language: QueryLanguage): (frame: Frame) => number {
  if (language === 'JSONPath' && path !== undefined) return numberPath('MaxItemsPath', path, inputPath);
  if (typeof literal === 'string' && isExpression(literal)) return compileExpression(literal, 'ItemReader/ReaderConfig/MaxItems', 'integer') as (frame: Frame) => number;
  return () => typeof literal === 'number' ? literal : 0;
}

function listItems(objects: ObjectReader, bucket: string, prefix: string): Json[] {
  return objects.list(bucket, prefix).map(({ key, size, etag, lastModified }) => (
    { Etag: `"${etag}"`, Key: key, LastModified: Math.floor(lastModified / 1000), Size: size, StorageClass: 'STANDARD' }
  ));
}

function content(objects: ObjectReader, bucket: string, key: string): string {
  const found = objects.get(bucket, key);
  if (found === undefined) throw readerFailed(`The specified key does not exist. (Service: S3, Status Code: 404) [${bucket}/${key}]`);
  return typeof found === 'string' ? found : new TextDecoder().decode(found);
}

function contentItems(text: string, config: NonNullable<ItemReader['ReaderConfig']>): Json[] {
  switch (config.InputType ?? 'JSON') {
    case 'CSV': return csvItems(text, config);
    case 'JSONL': return text.split(/\r?\n/).filter(line => line.trim() !== '').map(line => parse(line));
    case 'JSON': return jsonItems(parse(text), config.ItemsPointer);
    default: throw readerFailed(`InputType ${config.InputType} cannot be read by this run.`);
  }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw readerFailed('Input file is not valid JSON.');
  }
}

function jsonItems(document: Json, pointer: string | undefined): Json[] {
  let at: Json | undefined = document;
  for (const step of pointer ? pointer.split('/').slice(1) : []) {
    const key = step.replace(/~1/g, '/').replace(/~0/g, '~');
    if (Array.isArray(at)) at = at[Number(key)] as Json;
    else at = isJsonObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  if (Array.isArray(at)) return at as Json[];
  if (isJsonObject(at)) return Object.entries(at).map(([Key, Value]) => ({ Key, Value }));
  throw readerFailed('Attempting to map over non-iterable node.');
}
