import { EventEmitter } from 'node:events';
import { systemErrorText, watchOutput } from '../../src/cli/output';

/** The exit codes and lines that errors of a stream lead to. */
function after(...codes: string[]): { exits: number[]; lines: string[] } {
  const stream = new EventEmitter();
  const [exits, lines]: [number[], string[]] = [[], []];
  watchOutput(
    stream,
    code => exits.push(code),
    line => lines.push(line),
  );
  for (const code of codes) stream.emit('error', Object.assign(new Error(`${code}: write failed`), { code }));
  return { exits, lines };
}

test('a reader that stops ends the command quietly', () => {
  expect(after('EPIPE')).toEqual({ exits: [0], lines: [] });
});

test('a full disk ends the command with one line', () => {
  expect(after('ENOSPC')).toEqual({ exits: [2], lines: ["The output can't be written: ENOSPC: write failed\n"] });
});

test('an error of the file system is one line', () => {
  const error = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', path: 'order.json' });
  expect(systemErrorText(error)).toBe('EACCES: permission denied: order.json\n');
  expect(systemErrorText(new TypeError('x is undefined'))).toBeUndefined();
});
