import { StepwrightError } from '../../errors';
import { Execution } from '../execution';
import type { Ending } from '../execution-status';
import { goOn } from '../redrive/go-on';
import { redrivenExecution, refusal } from '../redrive/redriven-execution';

/** No more than this many are kept of one Map Run. */
const MOST_KEPT = 10_000;

/** The child executions of a Map Run that failed, timed out or were stopped: what its redrive is about. */
export class UnsuccessfulChildren {
  private readonly kept: Execution[] = [];
  private forgotten = 0;

  /** Whether there are any. */
  get any(): boolean {
    return this.kept.length > 0;
  }

  keep(child: Execution): void {
    if (this.kept.length < MOST_KEPT) this.kept.push(child);
    else this.forgotten++;
  }

  /**
   * Those that run again at a time, others that still have to included, in the order of the items, and those that cannot: their failure is final. An
   * Express child always can.
   *
   * @throws StepwrightError TOO_MANY_TO_REDRIVE if not all were kept
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html#redrive-child-workflow-behavior
   */
  sorted(
    pending: readonly Execution[],
    time: number,
    stateName: string,
  ): { readonly again: readonly Execution[]; readonly final: readonly Execution[] } {
    if (this.forgotten > 0) throw tooMany(stateName, this.kept.length + this.forgotten);
    const again: Execution[] = [];
    const final: Execution[] = [];
    for (const child of [...this.kept, ...pending]) {
      (child.settings.type === 'EXPRESS' || refusal(child, time) === undefined ? again : final).push(child);
    }
    return { again: again.sort((a, b) => indexOf(a) - indexOf(b)), final };
  }
}

/** The index of a child's item. */
export function indexOf({ settings }: Execution): number {
  return settings.mapItem!.index;
}

/**
 * A child that runs again under its name: a Standard one from where it stopped, an Express one from its first state.
 *
 * @returns the child, and what makes it run
 */
export function childAgain(
  before: Execution,
  parent: Execution,
  onEnd: (ending: Ending) => void,
): { readonly child: Execution; readonly run: () => void } {
  const { onTask, answersItself, authorizeMap, objects, onProgress } = parent.settings;
  const effects = { onTask, answersItself, authorizeMap, objects, onProgress };
  if (before.settings.type === 'STANDARD') {
    const child = redrivenExecution(before, effects, parent.world, onEnd);
    return { child, run: () => goOn(child.root) };
  }
  const child = new Execution(
    before.program,
    { ...before.settings, ...effects, startTime: parent.scheduler.time },
    before.random.copy(),
    parent.world,
    onEnd,
  );
  return { child, run: () => child.startNow() };
}

function tooMany(stateName: string, failed: number): StepwrightError {
  return new StepwrightError(
    'TOO_MANY_TO_REDRIVE',
    `the Map Run of '${stateName}' has ${failed} unsuccessful child executions, but a local run keeps only ${MOST_KEPT} for a redrive`,
    {
      where: `state '${stateName}'`,
      received: `${failed} unsuccessful child executions`,
      allowed: `at most ${MOST_KEPT}`,
      fix: 'Run it with fewer failing items, or with a lower ToleratedFailureCount.',
    },
  );
}
