// Fails when API.md is not what the sources generate. `npm run docgen` writes it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'stepwright-docs-'));
try {
  const generated = join(folder, 'API.md');
  execFileSync(process.execPath, [join(root, 'node_modules', 'jsii-docgen', 'bin', 'jsii-docgen'), '-o', generated], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const committed = join(root, 'API.md');
  const same = existsSync(committed) && readFileSync(committed, 'utf8') === readFileSync(generated, 'utf8');
  console.log(
    same
      ? 'docs: API.md is up to date'
      : 'docs: API.md is not what the sources generate; run `npm run docgen` and commit it',
  );
  process.exitCode = same ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
