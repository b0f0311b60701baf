import { join } from 'node:path';
import type { Growth } from './growing-definitions';
import { EXACT_COUNTS, runApart } from '../work/run-apart';

test('twice as many states are twice the work, not four times', () => {
  const growths = runApart(join(__dirname, 'growing-definitions.ts'), ...EXACT_COUNTS) as Growth[];
  expect(growths.map(({ name }) => name)).toEqual([
    'a JSONata chain with variables',
    'a JSONPath chain that collects results',
    'states that all lead nowhere',
    'loops within loops',
  ]);
  for (const { name, units, failed } of growths) {
    expect([name, failed]).toEqual([name, []]);
    expect(units[0]).toBeGreaterThan(100_000);
    expect([name, units[1] / units[0] < 2.5, units]).toEqual([name, true, units]);
  }
});
