import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Cases that cannot pass, by id, with the reason. */
export type KnownDifferences = Readonly<Record<string, string>>;

/** Reads known-differences.json. */
export function knownDifferences(): KnownDifferences {
  return JSON.parse(readFileSync(join(__dirname, 'known-differences.json'), 'utf8')) as KnownDifferences;
}
