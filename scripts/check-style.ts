// Warns about phrases that docs/style.md asks writers to drop. Fails only if there are more than last time: scripts/style/ratchet.json has the number,
// and `--accept` lowers it. `--quiet` leaves out the warnings.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { findHabits } from './style/find-habits';

const ROOT = join(__dirname, '..');
const RATCHET = join(__dirname, 'style/ratchet.json');
const PAGES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'];
/** The style page quotes the habits, and the page on mutation testing is generated. */
const SKIPPED = ['docs/style.md', 'docs/mutation.md'];

const files = [...PAGES, ...under('src', '.ts'), ...under('docs', '.md')].filter(file => !SKIPPED.includes(file));
const warnings = files.flatMap(file => findHabits(file, readFileSync(join(ROOT, file), 'utf8')));
const { most } = JSON.parse(readFileSync(RATCHET, 'utf8')) as { most: number };

if (!process.argv.includes('--quiet')) {
  for (const { file, line, found, instead } of warnings) console.log(`${file}:${line}: "${found}" → ${instead}`);
}
if (warnings.length < most && process.argv.includes('--accept')) {
  writeFileSync(RATCHET, `${JSON.stringify({ most: warnings.length })}\n`);
}
console.log(`style: ${warnings.length} warnings, at most ${most} allowed (docs/style.md)`);
if (warnings.length > most) {
  console.log('style: fix the ones you added; `npx projen docs:style` lists them all');
  process.exitCode = 1;
}

function under(folder: string, extension: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(extension))
    .map(name => join(folder, name).split(sep).join('/'))
    .sort();
}
