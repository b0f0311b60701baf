// Puts what jsii compiled into few files: lib/library.js has every module of the library, each evaluated when it is asked for first, and the entries of
// the package are a line each that ask for theirs. What few workflows need (parsers, the tables of AWS's operations) lies in files beside it, read on
// demand. Declarations that no entry leads to are left out. docs/adr/0011 says why.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lib = join(root, 'lib');

/** What users load; package.json's exports and bin name these. */
const ENTRIES = [
  'index',
  'testing/index',
  'testing/jest',
  'testing/jest-globals',
  'testing/vitest',
  'typed/index',
  'cli/main',
];

/** Loaded by a function on its first call, so each is a file of its own. */
const ON_DEMAND = {
  'commander': 'commander',
  'csv-parse': 'csv-parse/sync',
  'dagre': '@dagrejs/dagre',
  're2js': 're2js',
  'yaml': 'yaml',
  'sdk-iam-table': './permissions/sdk/sdk-iam-table',
};

/** What the entry's modules are asked for with. */
const load = createRequire(join(lib, 'index.js'));

/** Modules that are not part of lib/library.js, by what it asks for them with. */
const apart = {
  name: 'apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined;
      if (path.includes('/generated/')) return { path: `../generated/${basename(path)}`, external: true };
      const name = Object.keys(ON_DEMAND).find(
        one => path === ON_DEMAND[one] || (path.startsWith('.') && basename(path) === basename(ON_DEMAND[one])),
      );
      return name && { path: `./${name}.js`, external: true };
    });
    // a module goes on seeing the folder that it was compiled into
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8').replace(/^#!.*\n/, '');
      if (!path.startsWith(`${lib}${sep}`) || !text.includes('__dirname')) return undefined;
      return {
        contents: `"use strict"; const __folder = require("node:path").join(__filename, "..", ${JSON.stringify(relative(lib, dirname(path)))});\n${text}`,
        resolveDir: dirname(path),
      };
    });
  },
};

/** The text of one file with all that is asked for from it. */
async function bundle(contents, plugins = []) {
  const {
    outputFiles: [{ text }],
  } = await build({
    stdin: { contents, resolveDir: lib },
    plugins,
    define: plugins.length > 0 ? { __dirname: '__folder' } : {},
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    legalComments: 'inline',
    logLevel: 'warning',
    absWorkingDir: root,
    external: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs', '@jest/globals'],
  });
  return text;
}

/** What an entry exports, as ES modules want to know it without running it. Those for jest export nothing, and load only inside it. */
function namesOf(name) {
  return name.startsWith('testing/jest') ? [] : Object.keys(load(`./${name}.js`)).filter(one => one !== '__esModule');
}

/** Entries that define constructs. The command and `stepwright/testing` work without the CDK, so its packages are optional. */
const NEEDS_CDK = ['index', 'typed/index'];

/** Names the packages that are missing, in place of Node's error about one of them. */
const PEERS = [
  'const missing = ["aws-cdk-lib", "constructs"].filter(name => { try { require.resolve(name); return false; } catch { return true; } });',
  'if (missing.length > 0) throw new Error(`stepwright needs ${missing.join(" and ")} to define workflows. Run "npm install ${missing.join(" ")}". The command and stepwright/testing work without them.`);',
].join('\n');

/** A line that asks for a part of the library. */
function entry(name) {
  const names = namesOf(name);
  const lines = [
    '"use strict";',
    ...(NEEDS_CDK.includes(name) ? [PEERS] : []),
    `module.exports = require("${'../'.repeat(name.split('/').length - 1) || './'}library.js")(${JSON.stringify(name)});`,
  ];
  if (names.length > 0) lines.push(`0 && (module.exports = { ${names.join(', ')} });`);
  if (name !== 'cli/main') return `${lines.join('\n')}\n`;
  return [
    '#!/usr/bin/env node',
    ...lines,
    'if (require.main === module) void module.exports.main(process.argv.slice(2)).then(code => { process.exitCode = code; });',
    '',
  ].join('\n');
}

/** The declarations that the entries lead to. */
function declarations() {
  const found = new Set();
  const work = ENTRIES.filter(name => name !== 'cli/main').map(name => join(lib, `${name}.d.ts`));
  for (let file = work.pop(); file !== undefined; file = work.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(/(?:from|import|import\()\s*['"](\.[^'"]*)['"]/g)) {
      const target = resolve(dirname(file), specifier);
      work.push(...[`${target}.d.ts`, join(target, 'index.d.ts')].filter(path => existsSync(path)));
    }
  }
  return found;
}

if (!existsSync(join(lib, 'chain', 'index.js'))) {
  console.log('bundle: lib/ is bundled already; `npm run compile` makes it anew');
  process.exit();
}
const files = {
  'library.js': await bundle(
    `const MODULES = {\n${ENTRIES.map(name => `  ${JSON.stringify(name)}: () => require("./${name}.js"),`).join('\n')}\n};\nmodule.exports = name => MODULES[name]();`,
    [apart],
  ),
};
for (const [name, module] of Object.entries(ON_DEMAND))
  files[`${name}.js`] = await bundle(`module.exports = require(${JSON.stringify(module)});`);
for (const name of ENTRIES) files[`${name}.js`] = entry(name);

const kept = declarations();
const texts = [...kept].map(file => [file, readFileSync(file, 'utf8')]);
for (const name of readdirSync(lib)) rmSync(join(lib, name), { recursive: true });
for (const [file, text] of [...texts, ...Object.entries(files).map(([name, text]) => [join(lib, name), text])]) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: file.endsWith(join('cli', 'main.js')) ? 0o755 : 0o644 });
}
console.log(
  `bundle: lib/ has ${Object.keys(files).length} files of code, ${Math.round(Object.values(files).join('').length / 1000)} KB, and ${kept.size} of declarations`,
);
