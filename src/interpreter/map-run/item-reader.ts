import {
  ERROR_NAMES,
  inexactNumber,
  isExact,
  notExact,
  type ItemReader,
  type Json,
  type QueryLanguage,
  type ReaderConfig,
} from '../../asl';
import { compileExpression, compileValue, isExpression } from '../../query/jsonata';
import { compileTemplate } from '../../query/payload-template';
import { compileInput } from '../data-flow';
import type { Frame } from '../frame';
import { mostExact } from '../limits';
import { elementsOf, type MapItems } from '../map-items';
import { numberPath } from '../number-path';
import { contentItems } from './content-items';
import { readManifest, type ObjectName } from './manifest';
import type { ObjectInfo, ObjectReader } from './object-reader';
import { textOf } from './object-text';
import { readerFailed } from './reader-failed';
import { s3Argument } from './s3-location';

/** A reader, compiled: how many items it wants, and the items. */
export interface CompiledReader {
  readonly limit: (frame: Frame) => number;
  readonly read: (frame: Frame, limit: number) => MapItems;
}

/** Content that holds no numbers. */
const TEXTS: ReadonlySet<ReaderConfig['InputType']> = new Set(['CSV', 'MANIFEST']);

const NO_OBJECTS: ObjectReader = { get: () => undefined, list: () => [] };

/**
 * Compiles an ItemReader: what it asks S3 for, and how it reads the answer.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export function compileItemReader(
  reader: ItemReader,
  inputPath: string | null | undefined,
  language: QueryLanguage,
): CompiledReader {
  const config = reader.ReaderConfig ?? {};
  const args =
    language === 'JSONata'
      ? compileValue(reader.Arguments ?? {}, 'ItemReader/Arguments')
      : (
          (template, input) => (frame: Frame) =>
            template(input(frame), frame)
        )(compileTemplate(reader.Parameters ?? {}, 'Parameters'), compileInput(inputPath));
  const lists = reader.Resource.endsWith(':s3:listObjectsV2');
  return {
    limit: compileMaxItems(config.MaxItems, config.MaxItemsPath, inputPath, language),
    read(frame, most) {
      if (most < 0) throw readerFailed('field MaxItems must be positive');
      const given = args(frame);
      const text = (name: 'Bucket' | 'Key' | 'Prefix') => s3Argument(given, name, ERROR_NAMES.ITEM_READER_FAILED);
      const bucket = String(text('Bucket'));
      const { settings, world } = frame.execution;
      const objects = world.written.over(settings.objects ?? NO_OBJECTS);
      const content = (name: ObjectName): Uint8Array | string => contentOf(objects, name);
      const items = lists
        ? listed(objects, bucket, text('Prefix') ?? '', config, content)
        : single({ bucket, key: String(text('Key')) }, config, content);
      const limit = mostExact(settings.withoutLimits);
      const taken = most > 0 && most < items.values.length ? { ...items, values: items.values.slice(0, most) } : items;
      if (!TEXTS.has(config.InputType) && !isExact(taken.values, limit)) {
        throw notExact(inexactNumber(taken.values, limit)!, `the items that state '${frame.state.name}' reads`);
      }
      return taken;
    },
  };
}

function single(name: ObjectName, config: ReaderConfig, content: (name: ObjectName) => Uint8Array | string): MapItems {
  if (config.InputType !== 'MANIFEST' && config.ManifestType === undefined) {
    return contentItems(content(name), config, uriOf(name));
  }
  const manifest = readManifest(textOf(content(name)), config, content);
  if ('objects' in manifest) return flattened(manifest.objects, config, content);
  if (config.Transformation !== 'LOAD_AND_FLATTEN') return elementsOf(manifest.items, uriOf(name));
  const names = (manifest.items as Array<Record<string, string>>).map(({ Bucket, Key }) => ({
    bucket: Bucket,
    key: Key,
  }));
  return flattened(names, config, content);
}

function listed(
  objects: ObjectReader,
  bucket: string,
  prefix: string,
  config: ReaderConfig,
  content: (name: ObjectName) => Uint8Array | string,
): MapItems {
  const found = objects.list(bucket, prefix);
  return config.Transformation === 'LOAD_AND_FLATTEN'
    ? flattened(
        found.map(({ key }) => ({ bucket, key })),
        config,
        content,
      )
    : elementsOf(found.map(listedItem), `s3://${bucket}`);
}

/** The Source of items, as the Context Object has it: the object that they are from. */
function uriOf({ bucket, key }: ObjectName): string {
  return `s3://${bucket}/${key}`;
}

function listedItem({ key, size, etag, lastModified }: ObjectInfo): Json {
  return {
    Etag: `"${etag}"`,
    Key: key,
    LastModified: Math.floor(lastModified / 1000),
    Size: size,
    StorageClass: 'STANDARD',
  };
}

/** The items of several objects, one after the other. */
function flattened(
  names: readonly ObjectName[],
  config: ReaderConfig,
  content: (name: ObjectName) => Uint8Array | string,
): MapItems {
  const parts = names.map(name => contentItems(content(name), config, uriOf(name)));
  return {
    values: parts.flatMap(({ values }) => values),
    sources: parts.flatMap(({ values, sources }) => values.map(() => sources as string)),
    ...(parts.some(({ keys }) => keys)
      ? { keys: parts.flatMap(({ values, keys }) => keys ?? values.map(() => undefined)) }
      : {}),
  };
}

function contentOf(objects: ObjectReader, { bucket, key }: ObjectName): Uint8Array | string {
  const found = objects.get(bucket, key);
  if (found === undefined) {
    throw readerFailed(`The specified key does not exist. (Service: S3, Status Code: 404) [${bucket}/${key}]`);
  }
  return found;
}

function compileMaxItems(
  literal: number | string | undefined,
  path: string | undefined,
  inputPath: string | null | undefined,
  language: QueryLanguage,
): (frame: Frame) => number {
  if (language === 'JSONPath' && path !== undefined) return numberPath('MaxItemsPath', path, inputPath);
  if (typeof literal === 'string' && isExpression(literal)) {
    return compileExpression(literal, 'ItemReader/ReaderConfig/MaxItems', 'integer') as (frame: Frame) => number;
  }
  return () => (typeof literal === 'number' ? literal : 0);
}
