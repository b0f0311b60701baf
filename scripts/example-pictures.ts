// Writes the picture of each workflow in examples/ next to its README, and names it there. With --check, it fails if one is not up to date.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCloudAssembly } from '../src/cloudformation';
import { workflowSvg } from '../src/graph';

const check = process.argv.includes('--check');
const examples = join(__dirname, '..', 'examples');
const outdated: string[] = [];

function update(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  outdated.push(file);
  if (!check) writeFileSync(file, text);
}

for (const name of readdirSync(examples).sort()) {
  const folder = join(examples, name);
  if (!existsSync(join(folder, 'app.ts'))) continue;
  const out = mkdtempSync(join(tmpdir(), 'stepwright-example-'));
  process.env.CDK_OUTDIR = out; // an app with this variable is synthesized before its process ends
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- one app after the other
  require(join(folder, 'app.ts'));
  process.emit('beforeExit', 0);
  const readme = join(folder, 'README.md');
  let text = readFileSync(readme, 'utf8').replace(/\r\n/g, '\n');
  for (const machine of readCloudAssembly(out).machines) {
    const id = (machine.path ?? machine.logicalId)
      .replace(/\/Resource$/, '')
      .split('/')
      .pop()!;
    const file = `${id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()}.svg`;
    update(join(folder, file), workflowSvg(machine.definition, id));
    if (!text.includes(`](${file})`)) text = `${text.trimEnd()}\n\n![${id}](${file})\n`;
  }
  update(readme, text);
  rmSync(out, { recursive: true, force: true });
}
if (check && outdated.length > 0) {
  console.error(
    `Not up to date: ${outdated.join(', ')}. Run npx tsx --tsconfig tsconfig.dev.json scripts/example-pictures.ts.`,
  );
  process.exitCode = 1;
}
