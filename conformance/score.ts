import { KINDS } from './case';
import type { Result } from './result';

/** How many of how many. */
export interface Count {
  readonly passed: number;
  readonly of: number;
}

/** The counts of some cases. */
export interface Score {
  readonly cases: number;
  readonly outcome: Count;
  readonly history: Count;
  readonly texts: Count;
  readonly crashes: number;
}

/** Counts what passed. */
export function scoreOf(results: readonly Result[]): Score {
  return {
    cases: results.length,
    outcome: count(results.map(({ outcome }) => outcome)),
    history: count(results.map(({ history }) => history)),
    texts: count(results.map(({ texts }) => texts)),
    crashes: results.filter(({ crash }) => crash !== undefined).length,
  };
}

function count(levels: ReadonlyArray<readonly string[] | undefined>): Count {
  const there = levels.filter(differences => differences !== undefined);
  return { passed: there.filter(differences => differences.length === 0).length, of: there.length };
}

/** The share that passed, from 0 to 1; 1 where there is nothing. */
export function share({ passed, of }: Count): number {
  return of === 0 ? 1 : passed / of;
}

/** The mean of the shares of those that have any cases. */
export function meanShare(counts: readonly Count[]): number {
  const there = counts.filter(({ of }) => of > 0);
  return there.reduce((sum, one) => sum + share(one), 0) / (there.length || 1);
}

/** The results, by kind and family, in a fixed order. */
export function groups(results: readonly Result[]): Array<{ kind: string; family: string; results: Result[] }> {
  return KINDS.flatMap(kind => {
    const ofKind = results.filter(({ recorded }) => recorded.kind === kind);
    const families = [...new Set(ofKind.map(({ recorded }) => recorded.family))].sort();
    return families.map(family => ({
      kind,
      family,
      results: ofKind.filter(({ recorded }) => recorded.family === family),
    }));
  });
}
