import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { UNSUPPORTED_OPERATIONS } from '../permissions/services';
import { botocoreModels } from './botocore-model';
import { CONFIRMED_SERVICES } from './confirmed';
import { javaServiceName } from './java-names';
import { locked, wheelFiles, type WheelFile } from './wheel';
import { writeModel } from './write-model';

/** The exit code of a step of test:all that could not run here. */
const SKIPPED = 77;

const FILE = join(__dirname, '../../models/services.bin');

/** What the file holds, before compression. */
interface Content {
  readonly version: string;
  readonly date: string;
  readonly texts: ReadonlyMap<string, string>;
}

function contentOf(files: readonly WheelFile[]): Content {
  const texts = new Map(
    botocoreModels(files).map(model => {
      const name = javaServiceName(model.metadata.serviceId).toLowerCase();
      return [name, writeModel(model, new Set(UNSUPPORTED_OPERATIONS[name] ?? []))];
    }),
  );
  const days = files.filter(({ path }) => path.endsWith('service-2.json.gz')).map(({ day }) => day);
  return {
    version: locked().version,
    date: days.sort().at(-1)!.slice(0, 7),
    texts: new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function pack({ version, date, texts }: Content): Buffer {
  const services: Record<string, readonly [number, number, 0 | 1]> = {};
  const parts: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of texts) {
    const part = compressed(text);
    services[name] = [offset, part.length, CONFIRMED_SERVICES.has(name) ? 1 : 0];
    parts.push(part);
    offset += part.length;
  }
  const index = compressed(JSON.stringify({ version, date, services, leftOut: UNSUPPORTED_OPERATIONS }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  return Buffer.concat([length, index, ...parts]);
}

function compressed(text: string): Buffer {
  const data = Buffer.from(text);
  const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(data, {
    params: {
      [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
      [BROTLI_PARAM_QUALITY]: 11,
      [BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  });
}

/** The index and the texts of a packed file. Brotli's output can differ between versions of Node, so files are compared by their content. */
function unpacked(file: Buffer): string {
  const length = file.readUInt32LE(0);
  const { services, ...head } = JSON.parse(brotliDecompressSync(file.subarray(4, 4 + length)).toString('utf8'));
  const texts = Object.entries(services as Record<string, readonly [number, number, number]>).map(
    ([name, [offset, size, confirmed]]) => {
      const from = 4 + length + offset;
      return [name, confirmed, brotliDecompressSync(file.subarray(from, from + size)).toString('utf8')];
    },
  );
  return JSON.stringify([head, texts]);
}

/** Writes models/services.bin from the locked wheel; with `--check` it only compares. */
function main(check: boolean): number {
  const files = wheelFiles();
  if (files === undefined) {
    process.stderr.write(`botocore ${locked().version} is not available here: pip could not download it\n`);
    return check ? SKIPPED : 1;
  }
  const file = pack(contentOf(files));
  if (!check) {
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, file);
    return 0;
  }
  if (unpacked(readFileSync(FILE)) === unpacked(file)) return 0;
  process.stderr.write('models/services.bin is stale: run npm run services:import\n');
  return 1;
}

process.exitCode = main(process.argv.includes('--check'));
