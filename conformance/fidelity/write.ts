import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownDifferences } from '../known-differences';
import { ratchet } from '../ratchet';
import { fidelityPage } from './page';

writeFileSync(join(__dirname, '..', '..', 'docs', 'fidelity.md'), fidelityPage(ratchet(), knownDifferences()));
