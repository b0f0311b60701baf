/** Writes docs/fidelity.md. Run it after conformance/fidelity.ts or conformance/ratchet.json has changed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fidelityPage } from './page';

writeFileSync(join(__dirname, '../../docs/fidelity.md'), fidelityPage());
