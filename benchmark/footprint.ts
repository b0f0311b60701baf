import { execFileSync } from 'node:child_process';
import { bundled } from './processes';
import { median } from './statistics';

/** Milliseconds from a process's start to the first result, and of a bare node. */
export interface ColdStart {
  readonly stepwrightMs: number;
  readonly bareNodeMs: number;
  readonly overBareNodeMs: number;
}

/** Starts processes that run one execution, and bare ones, in turn. */
export function coldStart(rounds = 15): ColdStart {
  const script = bundled('footprint/first-result');
  const times = Array.from({ length: rounds }, () => ({ ours: started([script]), bare: started(['-e', '0']) }));
  const stepwrightMs = median(times.map(({ ours }) => ours));
  const bareNodeMs = median(times.map(({ bare }) => bare));
  return { stepwrightMs, bareNodeMs, overBareNodeMs: stepwrightMs - bareNodeMs };
}

/** The peak memory of a process that runs a Distributed Map over a million generated items, in MB. */
export function mapRunMemory(): { readonly items: number; readonly peakMb: number; readonly seconds: number } {
  return JSON.parse(
    execFileSync(process.execPath, [bundled('footprint/million-items')], { encoding: 'utf8' }),
  ) as ReturnType<typeof mapRunMemory>;
}

function started(args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - start;
}
