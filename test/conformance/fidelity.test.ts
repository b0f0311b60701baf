import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../../conformance/fidelity/features';
import { fidelityPage } from '../../conformance/fidelity/page';
import { knownDifferences } from '../../conformance/known-differences';
import { ratchet } from '../../conformance/ratchet';

test('docs/fidelity.md is up to date: npx tsx --tsconfig tsconfig.dev.json conformance/fidelity/write.ts', () => {
  expect(readFileSync(join(__dirname, '..', '..', 'docs', 'fidelity.md'), 'utf8')).toBe(
    fidelityPage(ratchet(), knownDifferences()),
  );
});

test('no feature is listed twice', () => {
  expect(new Set(FEATURES.map(({ name }) => name)).size).toBe(FEATURES.length);
});
