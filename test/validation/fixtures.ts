import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../fixtures/asl');

/** The text of a definition that a rule is shown on: one that it finds something in, or the same one mended. Undefined if there is none. */
export function fixtureText(kind: 'invalid' | 'valid', rule: string): string | undefined {
  const file = join(FOLDER, kind, rule);
  if (existsSync(`${file}.asl.json`)) return readFileSync(`${file}.asl.json`, 'utf8');
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return existsSync(`${file}.ts`) ? (require(`${file}.ts`) as { default: string }).default : undefined;
}
