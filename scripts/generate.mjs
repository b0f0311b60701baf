// Produces generated/ from locked dependencies: the synchronous JSONata, a reader of Parquet files as CommonJS, and
// the names of the SDK's actions as types.
//
// Costs milliseconds when nothing changed. Several may run at once: each file appears whole, by a rename, and the stamp that says
// that all is done comes last.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'generated');
const read = (...path) => readFileSync(join(root, ...path), 'utf8');

/** What the result depends on. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of [
    'scripts/generate.mjs',
    'scripts/bounded-hyparquet.mjs',
    'scripts/synchronous-jsonata.mjs',
    'scripts/synchronous-jsonata.d.ts',
    'node_modules/jsonata/package.json',
    'scripts/sdk-names.mjs',
    'models/services.bin',
    'src/services/model-text.ts',
    'src/services/names.ts',
    'node_modules/hyparquet/package.json',
    'node_modules/esbuild/package.json',
    'node_modules/preact/package.json',
    'node_modules/@preact/signals/package.json',
    ...readdirSync(join(root, 'src', 'graph', 'player')).map(name => `src/graph/player/${name}`),
    'src/graph/svg/icons.ts',
    'src/graph/svg/badges.ts',
  ])
    hash.update(read(path)).update('\0');
  return hash.digest('hex');
}

function stamp() {
  try {
    return read('generated', 'stamp');
  } catch {
    return undefined;
  }
}

function write(name, text) {
  const part = join(target, `.${name}.${process.pid}`);
  writeFileSync(part, text);
  renameSync(part, join(target, name));
}

/** hyparquet as one script, synchronous and bounded: see bounded-hyparquet.mjs. */
async function hyparquet() {
  const { build } = await import('esbuild');
  const { boundedHyparquet } = await import('./bounded-hyparquet.mjs');
  const {
    outputFiles: [{ text }],
  } = await build({
    stdin: {
      contents:
        "import { parquetMetadata, parquetReadObjects } from 'hyparquet/src/index.js';\nglobalThis.used = [parquetMetadata, parquetReadObjects];",
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    write: false,
    legalComments: 'inline',
    absWorkingDir: root,
  });
  return boundedHyparquet(text.replace(/^globalThis\.used = .*$/m, ''));
}

/** The script and the style of the page that shows runs. The script can't end the element around it. */
async function player() {
  const { build } = await import('esbuild');
  const bundle = async entry => {
    const {
      outputFiles: [{ text }],
    } = await build({
      entryPoints: [join(root, 'src', 'graph', 'player', entry)],
      bundle: true,
      minify: true,
      format: 'iife',
      target: ['es2022', 'chrome100', 'firefox100', 'safari16'],
      jsx: 'automatic',
      jsxImportSource: 'preact',
      charset: 'ascii',
      legalComments: 'none',
      write: false,
      absWorkingDir: root,
    });
    return text.trim();
  };
  const [script, style] = [await bundle('main.tsx'), await bundle('style.css')];
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style))
    throw new Error('the player would end its own element');
  return `exports.PLAYER_SCRIPT = ${JSON.stringify(script)};\nexports.PLAYER_STYLE = ${JSON.stringify(style)};\n`;
}

const PLAYER_TYPES = `/** The script of the page that shows runs. */
export declare const PLAYER_SCRIPT: string;
/** Its style sheet. */
export declare const PLAYER_STYLE: string;
`;

/** The service models, as src/services reads them. */
async function services() {
  const { build } = await import('esbuild');
  const part = join(target, `.services.${process.pid}.cjs`);
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src', 'services', 'index.ts')],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    write: false,
    absWorkingDir: root,
    // the file of the models is two folders above the module that reads it
    define: { __dirname: JSON.stringify(join(root, 'src', 'services')) },
  });
  writeFileSync(part, outputFiles[0].text);
  try {
    return createRequire(import.meta.url)(part);
  } finally {
    rmSync(part);
  }
}

const HYPARQUET_TYPES = `/** A damaged file asks for more work than its size explains. */
export declare class OverBudget extends Error {}
interface ColumnChunk {
  readonly meta_data?: { readonly num_values: bigint; readonly total_uncompressed_size: bigint };
}
/** The footer of a Parquet file, read in at most so many steps. */
export declare function parquetMetadata(
  file: ArrayBuffer,
  steps: number,
): { readonly num_rows: bigint; readonly created_by?: string; readonly row_groups: ReadonlyArray<{ readonly columns: readonly ColumnChunk[] }> };
/** The rows of a Parquet file, read in at most so many steps. It reads uncompressed and Snappy pages. */
export declare function readRows(file: ArrayBuffer, steps: number): Array<Record<string, unknown>>;
`;

const wanted = fingerprint();
if (stamp() !== wanted) {
  const { synchronousJsonata } = await import('./synchronous-jsonata.mjs');
  mkdirSync(target, { recursive: true });
  write('jsonata.js', synchronousJsonata(read('node_modules', 'jsonata', 'jsonata.js')));
  write('jsonata.d.ts', read('scripts', 'synchronous-jsonata.d.ts'));
  write('hyparquet.js', await hyparquet());
  write('hyparquet.d.ts', HYPARQUET_TYPES);
  const { sdkNames } = await import('./sdk-names.mjs');
  write('sdk-names.d.ts', sdkNames(await services()));
  write('player.js', await player());
  write('player.d.ts', PLAYER_TYPES);
  write('stamp', wanted);
}
