import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS } from './case';
import type { Result } from './result';
import { scoreOf, share, type Count } from './score';

/** The counts that were reached, by kind and level. */
export type Ratchet = Readonly<
  Record<(typeof KINDS)[number], { readonly outcome: Count; readonly history?: Count; readonly texts?: Count }>
>;

/** Reads ratchet.json. */
export function ratchet(): Ratchet {
  return JSON.parse(readFileSync(join(__dirname, 'ratchet.json'), 'utf8')) as Ratchet;
}

/** The counts of some results in the form of ratchet.json. */
export function reached(results: readonly Result[]): Ratchet {
  return Object.fromEntries(
    KINDS.map(kind => {
      const { outcome, history, texts } = scoreOf(results.filter(({ recorded }) => recorded.kind === kind));
      return [
        kind,
        { outcome, ...(kind === 'execution' ? { history } : {}), ...(kind === 'validate' ? { texts } : {}) },
      ];
    }),
  ) as Ratchet;
}

/** Where the results are worse than what was reached before, one sentence each. Shares are compared, so another folder can be taken. */
export function fallen(before: Ratchet, now: Ratchet): string[] {
  return KINDS.flatMap(kind =>
    (['outcome', 'history', 'texts'] as const).flatMap(level => {
      const [then, here] = [before[kind][level], now[kind][level]];
      if (then === undefined || here === undefined || here.of === 0 || share(here) >= share(then)) return [];
      return [`${kind} ${level}: ${here.passed} of ${here.of}, it was ${then.passed} of ${then.of}`];
    }),
  );
}
