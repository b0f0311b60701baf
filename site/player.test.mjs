// The page that plays a run back, in a real browser: what a person clicks and sees. `npm run test:all player`.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'stepwright-player-'));
const HOSTILE = '</script><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

const definition = {
  Comment: HOSTILE,
  StartAt: HOSTILE.slice(0, 60),
  States: {
    [HOSTILE.slice(0, 60)]: { Type: 'Pass', Next: 'Charge card' },
    'Charge card': {
      Type: 'Task',
      Resource: 'arn:aws:lambda:us-east-1:123456789012:function:charge',
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 5 }],
      ResultPath: null,
      Next: 'Each item',
    },
    'Each item': {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: {
        StartAt: 'Ship',
        States: {
          Ship: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:ship', End: true },
        },
      },
      End: true,
    },
  },
};
const mocks = {
  'Charge card': { sequence: [{ fails: { error: 'Busy', cause: 'try again' } }, { returns: {} }] },
  'Ship': { sequence: [{ returns: {} }, { fails: { error: 'NoTruck', cause: HOSTILE } }] },
};

/** A browser from npm on Linux, or an installed Chrome; undefined if there is none. */
async function launch() {
  const { default: puppeteer } = await import('puppeteer-core');
  if (process.platform === 'linux') {
    const { default: chromium } = await import('@sparticuz/chromium');
    return puppeteer.launch({
      args: chromium.args,
      executablePath: await chromium.executablePath(),
      headless: 'shell',
    });
  }
  const installed = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find(path => existsSync(path));
  return installed && puppeteer.launch({ executablePath: installed, headless: true });
}

const browser = existsSync(join(root, 'site', 'node_modules', 'puppeteer-core')) ? await launch() : undefined;
if (!browser) {
  console.log('no browser: run npm ci in site/, or install Chrome');
  process.exit(77);
}
let page;

before(async () => {
  const file = join(folder, 'run.html');
  writeFileSync(join(folder, 'order.asl.json'), JSON.stringify(definition));
  const input = JSON.stringify({ items: ['a', 'b'], note: HOSTILE });
  try {
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
        ...['--tsconfig', join(root, 'tsconfig.dev.json'), join(root, 'src', 'cli', 'main.ts')],
        ...['run', join(folder, 'order.asl.json'), '--input', input, '--mocks', JSON.stringify(mocks), '--html', file],
      ],
      { cwd: root, stdio: 'pipe' },
    );
  } catch (error) {
    assert.equal(error.status, 1, String(error.stderr)); // the run fails, the command works
  }
  page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
});

after(() => browser.close());

const text = selector => page.$eval(selector, element => element.textContent);
const press = async name => {
  for (const button of await page.$$('button')) {
    if ((await button.evaluate(one => one.getAttribute('aria-label') ?? one.textContent)) === name)
      return button.click();
  }
  throw new Error(`no button ${name}`);
};

test('the failed state is selected, with its error and cause', async () => {
  assert.equal(await text('.details h2'), 'Ship [1]');
  assert.match(await text('.failure'), /NoTruck/);
});

test('hostile names and values stay text', async () => {
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal((await page.$$('img')).length, 0);
  assert.match(await text('.failure'), /<\/script><img/);
});

test('keys step through the events', async () => {
  await page.keyboard.press('Home');
  assert.match(await text('.position'), /^Event 1 of \d+ · ExecutionStarted/);
  await page.keyboard.press('ArrowRight');
  assert.match(await text('.position'), /^Event 2 of \d+ · PassStateEntered/);
  assert.equal((await page.$$('.sw-is-run')).length, 1);
  await page.keyboard.press('End');
});

test('Table view filters by state', async () => {
  await press('Table view');
  await page.type('input[aria-label="Filter states"]', 'ship');
  await page.waitForFunction(() => document.querySelectorAll('.cells').length === 2);
  assert.match(await text('.list'), /Ship \[0\][\s\S]*Ship \[1\]/);
});

test('Event view shows failures only', async () => {
  await press('Event view');
  await page.$eval('input[aria-label="Filter events"]', input => {
    input.value = '';
    input.dispatchEvent(new Event('input'));
  });
  await page.click('.filter input[type=checkbox]');
  await page.waitForFunction(() => {
    const rows = [...document.querySelectorAll('.cells')];
    return rows.length >= 3 && rows.every(row => /Failed|Aborted|TimedOut/.test(row.textContent));
  });
  assert.match(await text('.list'), /LambdaFunctionFailed/);
});

test('a state shows its attempts and the time between them', async () => {
  await press('Graph view');
  await page.$eval('[id="node-/States/Charge card"]', element => element.focus());
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.details h2').textContent === 'Charge card');
  assert.match(await text('.attempts'), /Busy[\s\S]*try again[\s\S]*Retried after 5 s[\s\S]*Succeeded/);
});

test('an iteration of a Map can be shown alone', async () => {
  await page.$eval('[id="node-/States/Each item"]', element => element.focus());
  await page.keyboard.press('Enter');
  await page.waitForSelector('.chip.bad');
  await page.click('.chip.bad');
  await page.waitForSelector('.notice');
  assert.match(await text('.notice'), /^Shows iteration 1 of Each item only/);
});
