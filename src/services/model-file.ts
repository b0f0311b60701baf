import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/*
 * models/services.bin: the length of the index in four bytes (little-endian), the index as JSON, then the text of each service. Index and texts are
 * each compressed with Brotli, so that one service can be read without the others.
 */
const FILE = join(__dirname, '../../models/services.bin');

/** The index of the file. */
export interface ModelIndex {
  /** The version of botocore that the models are from. */
  readonly version: string;
  /** The month of the models, such as `2026-11`. */
  readonly date: string;
  /** Where each service is, counted from the end of the index, and whether AWS's guide says that Step Functions calls it. */
  readonly services: Readonly<Record<string, readonly [offset: number, length: number, confirmed: 0 | 1]>>;
  /** Actions of the API that Step Functions doesn't call, by service. */
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
}

interface OpenFile {
  readonly index: ModelIndex;
  /** Where the texts begin. */
  readonly start: number;
}

let opened: OpenFile | undefined;

/** The index, read on the first call. */
export function modelIndex(): ModelIndex {
  return open().index;
}

/** The text of a service; undefined if the file doesn't have the service. */
export function modelText(service: string): string | undefined {
  const { index, start } = open();
  if (!Object.hasOwn(index.services, service)) return undefined;
  const [offset, length] = index.services[service];
  return unpacked(start + offset, length);
}

function open(): OpenFile {
  if (opened === undefined) {
    const length = bytes(0, 4).readUInt32LE(0);
    opened = { index: JSON.parse(unpacked(4, length)) as ModelIndex, start: 4 + length };
  }
  return opened;
}

function unpacked(from: number, length: number): string {
  return brotliDecompressSync(bytes(from, length)).toString('utf8');
}

function bytes(from: number, length: number): Buffer {
  const file = openSync(FILE, 'r');
  try {
    const buffer = Buffer.allocUnsafe(length);
    readSync(file, buffer, 0, length, from);
    return buffer;
  } finally {
    closeSync(file);
  }
}
