// Tests the page that plays a run back in a real browser, which npm installs in site/.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fetched, ROOT } from './installed.mjs';

const site = join(ROOT, 'site');
if (!existsSync(join(site, 'node_modules', 'puppeteer-core'))) {
  fetched('npm', ['ci', '--prefix', site, '--no-audit', '--no-fund'], 'the browser of site/');
}
const { status } = spawnSync(process.execPath, [join(site, 'player.test.mjs')], {
  cwd: ROOT,
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.exit(status ?? 1);
