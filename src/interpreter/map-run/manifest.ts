import { csvItems } from './csv';
import { parse, textOf } from './object-text';
import { readerFailed } from './reader-failed';
import { isJsonObject, type Json, type ReaderConfig } from '../../asl';

/** One object in S3. */
export interface ObjectName {
  readonly bucket: string;
  readonly key: string;
}

/** What a manifest leads to: the rows of an inventory, or the objects that hold the data. */
export type ManifestContent = { readonly items: Json[] } | { readonly objects: ObjectName[] };

type Content = (name: ObjectName) => Uint8Array | string;

/**
 * Reads a manifest: that of Athena's UNLOAD lists the objects that hold the data, that of an S3 inventory the files whose rows describe objects.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export function readManifest(text: string, config: ReaderConfig, content: Content): ManifestContent {
  return config.ManifestType === 'ATHENA_DATA'
    ? { objects: athenaObjects(text) }
    : { items: inventoryRows(text, content) };
}

function athenaObjects(text: string): ObjectName[] {
  return text
    .split(/\r?\n/)
    .map(line => line.trim().replace(/^"(.*)"$/, '$1'))
    .filter(line => line !== '')
    .map(line => {
      const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(line) ?? [];
      if (bucket === undefined) throw readerFailed(`The manifest names an object that is no S3 URL: ${line}`);
      return { bucket, key };
    });
}

/** `fileSchema` names the columns; keys are URL-encoded. */
function inventoryRows(text: string, content: Content): Json[] {
  const manifest = parse(text);
  if (!isJsonObject(manifest) || !Array.isArray(manifest.files) || typeof manifest.fileSchema !== 'string') {
    throw readerFailed('The manifest is no S3 inventory manifest.');
  }
  const bucket = String(manifest.destinationBucket).split(':::').pop()!;
  const headers = manifest.fileSchema.split(',').map(name => name.trim());
  return (manifest.files as Json[]).flatMap(file => {
    const key = isJsonObject(file) ? String(file.key) : '';
    const rows = csvItems(textOf(content({ bucket, key })), {
      CSVHeaderLocation: 'GIVEN',
      CSVHeaders: headers,
    }) as Array<Record<string, string>>;
    return rows.map(row => ({
      ...row,
      ...(row.Key === undefined ? {} : { Key: decodedKey(row.Key) }),
    }));
  });
}

function decodedKey(key: string): string {
  try {
    return decodeURIComponent(key.replace(/\+/g, ' '));
  } catch {
    throw readerFailed(`The manifest has a key that is not URL-encoded: ${key}`);
  }
}
