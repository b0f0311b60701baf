import { readerFailed } from './reader-failed';
import type { Json, JsonObject } from '../../asl';

/** The bundled reader; see scripts/bounded-hyparquet.mjs. Most definitions read no Parquet, so it loads on first use. */
function reader(): typeof import('../../../generated/hyparquet.js') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on demand, and synchronously
  return require('../../../generated/hyparquet.js') as typeof import('../../../generated/hyparquet.js');
}

/**
 * The most values that a local run reads from one Parquet file: rows times columns. A larger file would not fit in
 * memory as items. AWS has no such limit.
 */
const MAX_VALUES = 100_000_000;

/** A page of equal values takes a few bytes, so a small file can have many values, but not arbitrarily many. */
const MAX_VALUES_PER_BYTE = 10_000;

const STEPS_PER_VALUE = 32;
const STEPS_PER_BYTE = 32;
const STEPS_AT_LEAST = 1_000_000;

/**
 * The rows of a Parquet file. The work is bounded by the size of the file and the number of values that its footer
 * states, so a damaged file fails instead of looping forever.
 *
 * That an unreadable file fails the state with `States.ItemReaderFailed` is documented; the causes are ours.
 */
export function parquetItems(content: Uint8Array | string): Json[] {
  if (typeof content === 'string') throw readerFailed('Input file is not a valid Parquet file.');
  const bytes = content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength) as ArrayBuffer;
  try {
    const { parquetMetadata, readRows } = reader();
    const footer = parquetMetadata(bytes, STEPS_AT_LEAST + STEPS_PER_BYTE * bytes.byteLength);
    return readRows(bytes, stepsFor(footer, bytes.byteLength)).map(row => plain(row) as JsonObject);
  } catch (error) {
    throw readerFailed(`Input file is not a valid Parquet file: ${(error as Error).message}`);
  }
}

type Footer = ReturnType<ReturnType<typeof reader>['parquetMetadata']>;

function stepsFor({ row_groups: groups }: Footer, size: number): number {
  const columns = groups.flatMap(group => group.columns.map(column => column.meta_data));
  const values = columns.reduce((sum, column) => sum + Number(column?.num_values ?? 0), 0);
  const unpacked = columns.reduce((sum, column) => sum + Number(column?.total_uncompressed_size ?? 0), 0);
  const most = Math.min(MAX_VALUES, MAX_VALUES_PER_BYTE * size);
  if (!(values <= most)) {
    throw new Error(`its footer states ${values} values, and a file of this size has at most ${most}`);
  }
  return STEPS_AT_LEAST + STEPS_PER_VALUE * values + STEPS_PER_BYTE * Math.min(Math.max(unpacked, size), most);
}

/** A value of a row as JSON: integers of any size as numbers, times as ISO 8601, bytes as text. */
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
