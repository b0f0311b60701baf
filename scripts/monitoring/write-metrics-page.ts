/** Writes the tables of docs/monitoring.md. Run it after the table of metrics has changed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTables } from './metrics-page';

const PAGE = join(__dirname, '../../docs/monitoring.md');

writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8')));
