import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { HOSTILE } from './hostile-expressions';

/** Enough for all of them on a busy machine; without limits, one alone takes for ever. */
const DEADLINE_MS = 150_000;

describe('expressions that would hang or fill the process', () => {
  test(
    'all end, each in its own way, in a process with little memory',
    () => {
      const { stdout, status, signal } = spawnSync(
        process.execPath,
        ['--max-old-space-size=1024', '-r', 'tsx/cjs', join(__dirname, 'hostile-expressions.ts')],
        {
          encoding: 'utf8',
          timeout: DEADLINE_MS,
          cwd: join(__dirname, '..', '..', '..'),
        },
      );
      const results = stdout
        .split('\n')
        .filter(line => line !== '')
        .map(line => (JSON.parse(line) as { result: string }).result);
      expect(
        results.map((result, i) => ({
          expression: HOSTILE[i][0].slice(0, 200),
          result: result.includes(HOSTILE[i][1]) ? HOSTILE[i][1] : result,
        })),
      ).toEqual(HOSTILE.map(([expression, result]) => ({ expression: expression.slice(0, 200), result })));
      expect({ status, signal }).toEqual({ status: 0, signal: null });
    },
    DEADLINE_MS + 10_000,
  );
});
