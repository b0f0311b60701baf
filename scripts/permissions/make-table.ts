import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamTable } from './tables';

/** The committed tables, and what they are made of. */
const TABLES = [{ path: 'src/permissions/sdk/sdk-iam-table.ts', make: iamTable }];

/** Writes the tables of SDK actions; with `--check` it only says whether they are stale. */
async function main(check: boolean): Promise<number> {
  let stale = 0;
  for (const { path, make } of TABLES) {
    const file = join(__dirname, '../..', path);
    const text = await make();
    if (!check) {
      writeFileSync(file, text);
    } else if (readFileSync(file, 'utf8') !== text) {
      stale++;
      process.stderr.write(`${path} is stale: run npm run permissions:table\n`);
    }
  }
  return stale;
}

void main(process.argv.includes('--check')).then(stale => {
  process.exitCode = stale ? 1 : 0;
});
