import { Session } from 'node:inspector';
import { join } from 'node:path';

const SRC = join(__dirname, '..', '..', 'src');

interface Coverage {
  readonly result: ReadonlyArray<{
    readonly url: string;
    readonly functions: ReadonlyArray<{ readonly ranges: ReadonlyArray<{ readonly count: number }> }>;
  }>;
}

// V8 counts only in code that it compiles after this, so what is counted must be imported after this file
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** How often the parts of `src/` ran since the last call. */
function units(): number {
  let sum = 0;
  session.post('Profiler.takePreciseCoverage', (_, coverage) => {
    for (const { url, functions } of (coverage as Coverage).result) {
      if (!url.replace(/^file:\/\//, '').startsWith(SRC)) continue;
      for (const { ranges } of functions) for (const { count } of ranges) sum += count;
    }
  });
  return sum;
}

/**
 * Counts how often the code of `src/` runs: each call of a function, and each pass through a branch or a loop, is a
 * unit. The count is the same on every machine, however busy it is. Work inside of JavaScript's own functions isn't
 * counted. Counts are exact only with the options `EXACT_COUNTS`.
 */
export function countWork(work: () => void): number {
  units();
  work();
  return units();
}
