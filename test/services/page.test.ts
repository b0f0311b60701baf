import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countsPage } from '../../scripts/services/counts-page';

test('the page shows the counts of the models', () => {
  expect(readFileSync(join(__dirname, '../../docs/services.md'), 'utf8')).toBe(countsPage());
});
