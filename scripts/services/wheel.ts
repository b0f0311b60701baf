import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';

/** The locked version of botocore: its name and hash, as pip reads them. */
const LOCK = join(__dirname, 'botocore.txt');
const CACHE = join(__dirname, '../../node_modules/.cache/botocore');

/** A file of the wheel. */
export interface WheelFile {
  readonly path: string;
  /** The day it was written, `2026-11-20`. */
  readonly day: string;
  /** Its content, with gzip undone. */
  read(): string;
}

/** The locked version and hash. */
export function locked(): { readonly version: string; readonly hash: string } {
  const [, version, hash] = /^botocore==(\S+) --hash=sha256:([0-9a-f]{64})$/m.exec(readFileSync(LOCK, 'utf8'))!;
  return { version, hash };
}

/**
 * The files of the locked wheel; undefined if there is no wheel and pip can't get it.
 * pip checks the hash when it downloads, and this function checks it whenever it reads.
 */
export function wheelFiles(): readonly WheelFile[] | undefined {
  const path = find() ?? (download() ? find() : undefined);
  if (path === undefined) return undefined;
  const zip = readFileSync(path);
  const hash = createHash('sha256').update(zip).digest('hex');
  if (hash !== locked().hash) throw new Error(`${path} has the hash ${hash}, not the one in ${LOCK}`);
  return filesOf(zip);
}

function find(): string | undefined {
  const name = existsSync(CACHE)
    ? readdirSync(CACHE).find(one => one.startsWith(`botocore-${locked().version}-`))
    : undefined;
  return name && join(CACHE, name);
}

function download(): boolean {
  mkdirSync(CACHE, { recursive: true });
  try {
    execFileSync('pip', ['download', '--quiet', '--no-deps', '--require-hashes', '--dest', CACHE, '-r', LOCK], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return true;
  } catch {
    return false;
  }
}

/** Reads the central directory of a ZIP file (APPNOTE 4.3.12). A wheel is one without encryption and ZIP64. */
function filesOf(zip: Buffer): readonly WheelFile[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files: WheelFile[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, date] = [zip.readUInt16LE(at + 10), zip.readUInt16LE(at + 14)];
    const [size, name, extra, comment] = [20, 28, 30, 32].map((offset, i) =>
      i === 0 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    );
    const local = zip.readUInt32LE(at + 42);
    const path = zip.toString('utf8', at + 46, at + 46 + name);
    files.push({
      path,
      day: `${1980 + (date >> 9)}-${String((date >> 5) & 15).padStart(2, '0')}-${String(date & 31).padStart(2, '0')}`,
      read() {
        const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
        const packed = zip.subarray(from, from + size);
        const data = method === 0 ? packed : inflateRawSync(packed);
        return (path.endsWith('.gz') ? gunzipSync(data) : data).toString('utf8');
      },
    });
    at += 46 + name + extra + comment;
  }
  return files;
}
