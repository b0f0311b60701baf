import type { PageData, PageEvent, PageRun, PageVisit } from '../page-data';

/** The status of a visit as of an event. */
export type Status = 'running' | 'succeeded' | 'failed' | 'caught' | 'aborted';

/** Status words, and the color class of each. */
export const STATUS: Readonly<Record<Status, { readonly text: string; readonly mark: 'ok' | 'bad' | 'warn' | 'run' }>> =
  {
    running: { text: 'In progress', mark: 'run' },
    succeeded: { text: 'Succeeded', mark: 'ok' },
    failed: { text: 'Failed', mark: 'bad' },
    caught: { text: 'Caught error', mark: 'warn' },
    aborted: { text: 'Aborted', mark: 'bad' },
  };

/** The status of a visit after the event at index `step`; undefined before it was entered. */
export function statusOf(visit: PageVisit, step: number, run: PageRun): Status | undefined {
  if (visit.entered > step) return undefined;
  if (visit.exited !== undefined && visit.exited <= step) {
    return visit.failed !== undefined ? 'caught' : visit.type === 'Fail' ? 'failed' : 'succeeded';
  }
  if (visit.failed !== undefined && visit.failed <= step) return 'failed';
  if (visit.aborted !== undefined && visit.aborted <= step) return 'aborted';
  const last = run.events.length - 1;
  if (step >= last && run.status !== 'RUNNING' && run.status !== 'SUCCEEDED') {
    return visit.type === 'Fail' || run.status === 'FAILED' ? 'failed' : 'aborted';
  }
  return 'running';
}

/** The events of each visit, in order. Computed once per run. */
const eventsCache = new WeakMap<PageRun, ReadonlyMap<number, readonly number[]>>();
export function eventsOf(run: PageRun, visit: number): readonly number[] {
  let known = eventsCache.get(run);
  if (!known) {
    const lists = new Map<number, number[]>();
    run.events.forEach((event, i) => {
      if (event.visit === undefined) return;
      const list = lists.get(event.visit);
      if (list) list.push(i);
      else lists.set(event.visit, [i]);
    });
    eventsCache.set(run, (known = lists));
  }
  return known.get(visit) ?? [];
}

/** Whether a visit is inside an iteration: `[visit of the Map, index]`. */
export function isInside(run: PageRun, visit: PageVisit, [map, index]: readonly [number, number]): boolean {
  for (let at: PageVisit | undefined = visit; at?.parent !== undefined; at = run.visits[at.parent]) {
    if (at.parent === map) return at.index === index;
  }
  return true;
}

/** One attempt of a Task. */
export interface Attempt {
  readonly started: number;
  readonly ended?: number;
  readonly error?: string;
  readonly cause?: string;
  /** Milliseconds until the next attempt. */
  readonly backoff?: number;
}

/** The attempts of a Task, from its events. */
export function attemptsOf(run: PageRun, visit: number): Attempt[] {
  const attempts: Array<{ -readonly [K in keyof Attempt]: Attempt[K] }> = [];
  for (const i of eventsOf(run, visit)) {
    const { type, time, details } = run.events[i];
    if (/Scheduled$/.test(type)) {
      const last = attempts.at(-1);
      if (last?.ended !== undefined) last.backoff = time - last.ended;
      attempts.push({ started: time });
    } else if (/(Failed|TimedOut|Succeeded)$/.test(type) && !/^(Map|Parallel)/.test(type)) {
      let last = attempts.at(-1);
      if (!last || last.ended !== undefined) attempts.push((last = { started: time }));
      last.ended = time;
      if (!/Succeeded$/.test(type)) {
        last.error = String(details?.error ?? type);
        if (details?.cause !== undefined) last.cause = String(details.cause);
      }
    }
  }
  return attempts;
}

/** The runs that a visit started. Computed once. */
const startedCache = new WeakMap<PageData, ReadonlyMap<string, readonly number[]>>();
export function startedBy(data: PageData, run: number, visit: number): readonly number[] {
  let known = startedCache.get(data);
  if (!known) {
    const lists = new Map<string, number[]>();
    data.runs.forEach(({ parent }, i) => {
      if (!parent) return;
      const key = `${parent.run}/${parent.visit}`;
      lists.set(key, [...(lists.get(key) ?? []), i]);
    });
    startedCache.set(data, (known = lists));
  }
  return known.get(`${run}/${visit}`) ?? [];
}

/** Milliseconds for people: `1 d 2 h`, `3.5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${Math.round(ms / 100) / 10} s`;
  const units: ReadonlyArray<readonly [string, number]> = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
  ];
  const parts: string[] = [];
  let rest = Math.round(ms / 1000) * 1000;
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ');
}

/** JSON text as a value; text that is not JSON stays text. */
export function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** One difference between two values. */
export interface Difference {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What differs between two JSON values, by path. At most 200 differences. */
export function differences(before: unknown, after: unknown, path = '$', found: Difference[] = []): Difference[] {
  if (found.length >= 200 || before === after) return found;
  const both =
    typeof before === 'object' &&
    typeof after === 'object' &&
    before &&
    after &&
    Array.isArray(before) === Array.isArray(after);
  if (!both) {
    if (JSON.stringify(before) !== JSON.stringify(after)) found.push({ path, before, after });
    return found;
  }
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const step = Array.isArray(before)
      ? `[${key}]`
      : /^[A-Za-z_]\w*$/.test(key)
        ? `.${key}`
        : `[${JSON.stringify(key)}]`;
    differences(
      Object.hasOwn(a, key) ? a[key] : undefined,
      Object.hasOwn(b, key) ? b[key] : undefined,
      path + step,
      found,
    );
  }
  return found;
}

/** The variables in scope of a visit when it was entered, and those that it assigned. From `assignedVariables` of earlier exits. */
export function variablesOf(
  run: PageRun,
  index: number,
): { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> } {
  const visit = run.visits[index];
  const scopes: Array<readonly [number | undefined, number | undefined]> = [];
  for (let at: PageVisit | undefined = visit; at; at = at.parent === undefined ? undefined : run.visits[at.parent]) {
    scopes.push([at.parent, at.index]);
  }
  const before: Record<string, unknown> = {};
  for (const other of run.visits) {
    if (other.exited === undefined || other.exited > visit.entered) continue;
    if (!scopes.some(([parent, item]) => other.parent === parent && other.index === item)) continue;
    Object.assign(before, assigned(run.events[other.exited]));
  }
  return { before, after: { ...before, ...(visit.exited === undefined ? {} : assigned(run.events[visit.exited])) } };
}

function assigned({ details }: PageEvent): Record<string, unknown> {
  const given = (details?.assignedVariables ?? {}) as Record<string, string>;
  return Object.fromEntries(Object.entries(given).map(([name, json]) => [name, parsed(json)]));
}
