import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { stepwright } from './stepwright';
import { POLLING } from '../graph/definitions';

const folder = mkdtempSync(path.join(tmpdir(), 'stepwright-show-'));
const file = (name: string, content: unknown): string => {
  const at = path.join(folder, name);
  writeFileSync(at, JSON.stringify(content));
  return at;
};
const polling = file('polling.asl.json', POLLING);
const page = path.join(folder, 'page.html');
const MOCKS = '{"Get status":{"returns":{"status":"COMPLETED"}},"Store":{"returns":{}}}';

describe('pages of the command', () => {
  it('plays back a local run', async () => {
    const { code, err } = await stepwright('run', polling, '--mocks', MOCKS, '--html', page);
    expect([code, err]).toEqual([
      0,
      `The run's page is ${page}. It contains the payloads of the run: use --redact before you share it.\n`,
    ]);
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/);
  });

  it('plays back a recorded execution', async () => {
    const { history } = JSON.parse((await stepwright('run', polling, '--mocks', MOCKS, '--format', 'json')).out) as {
      history: unknown;
    };
    const recorded = file('history.json', { events: history });
    const { code, out } = await stepwright(
      'show',
      recorded,
      '--definition',
      polling,
      '--html',
      page,
      '--redact',
      'status',
    );
    expect([code, out]).toEqual([0, `The page is ${page}. These values are redacted: status.\n`]);
  });

  it('fails if the file is not a history', async () => {
    const { code, err } = await stepwright('show', polling, '--html', page);
    expect([code, err.split(':')[0]]).toEqual([2, 'INVALID_HISTORY']);
  });

  it('writes a summary for GitHub', async () => {
    const { out } = await stepwright('run', polling, '--mocks', MOCKS, '--format', 'markdown');
    expect(out).toMatch(
      /^### ✅ SUCCEEDED\n\n30s of virtual time[\s\S]*```mermaid\nflowchart TD[\s\S]*<summary>Timeline<\/summary>/,
    );
  });

  it('draws a workflow as a page', async () => {
    const { out } = await stepwright('graph', polling, '--format', 'html');
    expect(out).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
    expect(out).not.toContain('<script');
  });
});
