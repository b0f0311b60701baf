import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const folder = mkdtempSync(join(tmpdir(), 'stepwright-'));
const definition = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
const file = join(folder, 'pass.asl.json');
writeFileSync(file, JSON.stringify(definition));

/** Runs the command in a process of its own, with a text on standard input. */
function withInput(input: string, ...args: string[]): { code: number | null; out: string; err: string } {
  const command = [TSX, '--tsconfig', join(ROOT, 'tsconfig.dev.json'), join(ROOT, 'src', 'cli', 'main.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { input, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const outputOf = (out: string): unknown => (JSON.parse(out) as { output: unknown }).output;

test('run - reads the definition from standard input', () => {
  const { code, out } = withInput(JSON.stringify(definition), 'run', '-', '--input', '{"a":1}', '--format', 'json');
  expect([code, outputOf(out)]).toEqual([0, { a: 1 }]);
});

test('--input - reads the input from standard input', () => {
  const { code, out } = withInput('{"from":"a pipe"}', 'run', file, '--input', '-', '--format', 'json');
  expect([code, outputOf(out)]).toEqual([0, { from: 'a pipe' }]);
});

test('a folder as --input fails with one message', () => {
  const { code, err } = withInput('', 'run', file, '--input', folder);
  expect([code, err]).toEqual([
    2,
    [
      `FILE_NOT_FOUND: '${folder}' is a folder`,
      '  at: --input',
      '  allowed: JSON, the path of a JSON file, or - for standard input',
      '  fix: Name a file in it.',
      '',
    ].join('\n'),
  ]);
});
