import { gunzipSync } from 'node:zlib';
import { readerFailed } from './reader-failed';
import type { Json } from '../../asl';

/**
 * The most bytes of text that a local run reads from one object, after decompression. Twice this size is the longest
 * string that Node can make. AWS reads files of up to 10 GB.
 */
const MAX_TEXT_BYTES = 256 * 1024 * 1024;

/** AWS doesn't document its limit on nested JSON. Inferred: 1,000 is the default limit of Jackson, a common JSON parser for Java. */
const MAX_DEPTH = 1000;

/**
 * The text of an object. Content that is compressed with gzip is decompressed first.
 *
 * @throws StateFailure States.ItemReaderFailed if it is damaged or too large
 */
export function textOf(content: Uint8Array | string): string {
  if (typeof content === 'string') return content;
  const bytes = isGzip(content) ? decompressed(content) : content;
  if (bytes.byteLength > MAX_TEXT_BYTES) throw tooLarge();
  return new TextDecoder().decode(bytes);
}

function isGzip(content: Uint8Array): boolean {
  return content[0] === 0x1f && content[1] === 0x8b;
}

function decompressed(content: Uint8Array): Uint8Array {
  try {
    return gunzipSync(content, { maxOutputLength: MAX_TEXT_BYTES });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : readerFailed(`Input file is not valid gzip: ${message}`);
  }
}

function tooLarge() {
  return readerFailed(`Input file is larger than ${MAX_TEXT_BYTES} bytes, which is the most that a local run reads.`);
}

/**
 * Parses the JSON text of an object.
 *
 * @throws StateFailure States.ItemReaderFailed if it is not JSON or is nested too deeply
 */
export function parse(text: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw readerFailed('Input file is not valid JSON.');
  }
  if (isDeeper(text, MAX_DEPTH)) throw readerFailed(`Input file has JSON that is nested more than ${MAX_DEPTH} deep.`);
  return value;
}

/** Counts brackets outside of strings; the text is known to be JSON. Recursion over the value would overflow the stack. */
function isDeeper(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 0x5c) i++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) {
      quoted = true;
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) {
      depth--;
    }
  }
  return false;
}
