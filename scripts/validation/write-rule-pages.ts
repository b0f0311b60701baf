/** Writes docs/rules: a page for each rule, and the list of them. Run it after a rule or one of its fixtures has changed. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePage, rulesIndex } from './rule-pages';
import { ALL_RULES } from '../../src/validation';

const FOLDER = join(__dirname, '../../docs/rules');

mkdirSync(FOLDER, { recursive: true });
for (const file of readdirSync(FOLDER)) rmSync(join(FOLDER, file));
for (const rule of ALL_RULES) writeFileSync(join(FOLDER, `${rule.id}.md`), rulePage(rule));
writeFileSync(join(FOLDER, 'README.md'), rulesIndex());
