import { join } from 'node:path';
import { HOSTILE } from './hostile-expressions';
import { runApart } from '../../work/run-apart';

describe('expressions that would hang or fill the process', () => {
  test('all end, each in its own way, in a process with little memory', () => {
    const results = runApart(join(__dirname, 'hostile-expressions.ts'), '--max-old-space-size=1024') as string[];
    expect(
      results.map((result, i) => ({
        expression: HOSTILE[i][0].slice(0, 200),
        result: result.includes(HOSTILE[i][1]) ? HOSTILE[i][1] : result,
      })),
    ).toEqual(HOSTILE.map(([expression, result]) => ({ expression: expression.slice(0, 200), result })));
  });
});
