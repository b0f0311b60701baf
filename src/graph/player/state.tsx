import { computed, signal } from '@preact/signals';
import type { PageData } from '../page-data';

/** The data of the page. */
export const data = JSON.parse(document.getElementById('data')!.textContent!) as PageData;

/** The views, under the console's names. */
export const VIEWS = ['Graph view', 'Table view', 'Event view'] as const;
export type View = (typeof VIEWS)[number];

const firstRun = Math.max(
  0,
  data.runs.findIndex(run => run.parent === undefined),
);

export const runIndex = signal(firstRun);
export const view = signal<View>('Graph view');
/** The index of the event that is shown last. */
export const step = signal(Math.max(0, (data.runs[firstRun]?.events.length ?? 1) - 1));
/** The selected node and visit. */
export const node = signal<string | undefined>(undefined);
export const visit = signal<number | undefined>(undefined);
/** The iteration that is shown alone: the visit of the Map, and the index. */
export const iteration = signal<readonly [map: number, index: number] | undefined>(undefined);
export const compared = signal<number | undefined>(undefined);

export const run = computed(() => data.runs[runIndex.value]);
export const graph = computed(() => (run.value.graph === undefined ? undefined : data.graphs[run.value.graph]));

/** Opens a run at its end; the failed state is selected. */
export function openRun(index: number): void {
  runIndex.value = index;
  step.value = Math.max(0, data.runs[index].events.length - 1);
  iteration.value = undefined;
  select(undefined);
  selectFailure();
}

/** Selects a visit, and its node. */
export function select(index: number | undefined): void {
  visit.value = index;
  node.value = index === undefined ? undefined : run.value.visits[index].node;
}

/** Selects the innermost visit that failed, if the run did. */
export function selectFailure(): void {
  const { visits, status } = run.value;
  if (status === 'SUCCEEDED') return;
  let found = -1;
  visits.forEach((one, i) => {
    if (one.exited === undefined && one.failed !== undefined && (found < 0 || one.failed <= visits[found].failed!)) {
      found = i;
    }
  });
  if (found < 0) found = visits.findIndex(one => one.type === 'Fail');
  if (found >= 0) select(found);
}
