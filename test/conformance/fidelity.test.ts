import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../../conformance/fidelity';
import { fidelityPage } from '../../scripts/fidelity/page';

test('docs/fidelity.md is what its tables make', () => {
  expect(readFileSync(join(__dirname, '../../docs/fidelity.md'), 'utf8')).toBe(fidelityPage());
});

test('no feature stands twice', () => {
  const names = FEATURES.map(({ area, feature }) => `${area}: ${feature}`);
  expect(names).toEqual([...new Set(names)]);
});
