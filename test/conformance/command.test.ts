import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const PASS = {
  kind: 'execution',
  type: 'STANDARD',
  definition: { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } },
  input: { a: 1 },
};

/** A folder with cases. */
function folderOf(...cases: object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'cases-'));
  cases.forEach((recorded, i) => writeFileSync(join(folder, `${i}.json`), JSON.stringify(recorded)));
  return folder;
}

/** Runs the command as npm run conformance does. */
function conformance(...args: string[]): { status: number | null; out: string[]; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/tsx/dist/cli.mjs'),
      '--tsconfig',
      join(ROOT, 'tsconfig.dev.json'),
      join(ROOT, 'conformance/run.ts'),
      ...args,
    ],
    { encoding: 'utf8', cwd: ROOT },
  );
  return { status, out: stdout.trimEnd().split('\n'), err: stderr };
}

const right = { ...PASS, id: 'family/right', expected: { status: 'SUCCEEDED', output: { a: 1 } } };
const wrong = { ...PASS, id: 'other/wrong', expected: { status: 'SUCCEEDED', output: { a: 2 } } };
const crashing = {
  ...PASS,
  id: 'other/crash',
  definition: { StartAt: 'B', States: { A: { Type: 'Pass', End: true } } },
  expected: { status: 'SUCCEEDED', output: {} },
};

describe('npm run conformance', () => {
  test('ends with the totals, and exits with 0 when cases only differ', () => {
    const { status, out } = conformance(folderOf(right, wrong));
    expect(status).toBe(0);
    expect(out[out.length - 1]).toBe('outcome 1/2 history 0/0');
    expect(out.join('\n')).toContain('mean over families, execution: outcome 50.0 %');
    expect(out.join('\n')).toContain('other/wrong\n      $.output.a: expected 2, got 1');
  });

  test('shows the differences of one case, and writes JSON', () => {
    const folder = folderOf(right, wrong);
    expect(conformance(folder, '--show', 'other/wrong', '--json', join(folder, 'result.out')).out).toEqual([
      'execution other/wrong',
      'outcome: 1 differences',
      '  $.output.a: expected 2, got 1',
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'result.out'), 'utf8'))).toMatchObject({
      total: { cases: 1, outcome: { passed: 0, of: 1 } },
    });
  });

  test('fails with 1 when a case crashes the interpreter', () => {
    const { status, out } = conformance(folderOf(right, crashing));
    expect(status).toBe(1);
    expect(out).toContain('  other/crash');
  });

  test.each<[what: string, args: string[], says: string]>([
    ['no folder', [], 'one folder with cases is needed'],
    ['a folder that is not there', ['/no/such/folder'], 'there is no folder /no/such/folder'],
    ['an unknown level', [folderOf(right), '--level', 'x'], 'the level x does not exist'],
    [
      'a misspelled id',
      [folderOf(right), '--show', 'family/rihgt'],
      'no case has the id family/rihgt; did you mean "family/right"?',
    ],
  ])('fails with 2 for %s', (_, args, says) => {
    const { status, err } = conformance(...args);
    expect(status).toBe(2);
    expect(err).toContain(says);
  });
});
