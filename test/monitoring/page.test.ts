import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { misplaced, withTables } from '../../scripts/monitoring/metrics-page';

const page = readFileSync(join(__dirname, '../../docs/monitoring.md'), 'utf8');

test('the page on monitoring shows the metrics as the code has them', () => {
  expect(withTables(page)).toBe(page);
});

test('every metric stands in one table', () => {
  expect(misplaced()).toEqual([]);
});
