import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { stepwright } from './stepwright';
import { chainWithHandler, POLLING } from '../graph/definitions';

const folder = mkdtempSync(path.join(tmpdir(), 'stepwright-graph-'));
const polling = path.join(folder, 'polling.asl.json');
writeFileSync(polling, JSON.stringify(POLLING));

describe('stepwright graph', () => {
  it('prints the picture as SVG', async () => {
    const { code, out, err } = await stepwright('graph', polling);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^<svg [\s\S]*<title id="sw-title">polling<\/title>[\s\S]*<\/svg>\n$/);
  });

  it('prints a Mermaid diagram', async () => {
    const { code, out } = await stepwright('graph', polling, '--format', 'mermaid');
    expect([code, out.split('\n')[0]]).toEqual([0, 'flowchart TD']);
  });

  it('writes a file', async () => {
    const output = path.join(folder, 'polling.svg');
    expect(await stepwright('graph', polling, '--output', output)).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(output, 'utf8')).toBe((await stepwright('graph', polling)).out);
  });

  it('fails for a folder that does not exist', async () => {
    const { code, err } = await stepwright('graph', polling, '--output', path.join(folder, 'none', 'polling.svg'));
    expect([code, err.split(':')[0]]).toEqual([2, 'FILE_NOT_WRITTEN']);
  });

  it('fails if the workflow is too large for Mermaid', async () => {
    const large = path.join(folder, 'large.asl.json');
    writeFileSync(large, JSON.stringify(chainWithHandler(400)));
    const { code, err } = await stepwright('graph', large, '--format', 'mermaid');
    expect([code, err.split(':')[0]]).toEqual([3, 'MERMAID_TOO_LARGE']);
  });
});
