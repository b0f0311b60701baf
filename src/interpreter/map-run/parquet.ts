import { readerFailed } from './reader-failed';
import type { Json, JsonObject } from '../../asl';

/** The rows of a Parquet file. They can only be read asynchronously; the reader is loaded when a file needs it. */
export async function parquetItems(content: Uint8Array | string): Promise<Json[]> {
  if (typeof content === 'string') throw readerFailed('Input file is not a valid Parquet file.');
  const { parquetReadObjects } = await import('../../../generated/hyparquet.js');
  const bytes = content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength) as ArrayBuffer;
  let rows: Array<Record<string, unknown>>;
  try {
    rows = await parquetReadObjects({ file: bytes });
  } catch (error) {
    throw readerFailed(`Input file is not a valid Parquet file: ${(error as Error).message}`);
  }
  return rows.map(row => plain(row) as JsonObject);
}

/** A value of a row as JSON: whole numbers of any size as numbers, times as ISO 8601, bytes as text. */
function plain(value: unknown): Json {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
  }
  return value === undefined ? null : (value as Json);
}
