import { STRAIGHT, type Layers, type Slot } from './layers';

/**
 * Puts slots that should be right above each other into one column, as far as their neighbors leave room. Where they don't, a line has a
 * bend. Longer runs come first.
 */
export function straightenRuns(
  ranks: ReadonlyArray<readonly Slot[]>,
  order: Layers['order'],
  center: Map<string, number>,
  apart: (left: Slot, right: Slot) => number,
): void {
  const place = new Map(ranks.flatMap((rank, i) => rank.map((slot, at) => [slot.id, { rank: i, at }] as const)));
  /** The room of a slot, between its neighbors. */
  const room = (id: string): readonly [least: number, most: number] => {
    const { rank, at } = place.get(id)!;
    const slots = ranks[rank];
    const left = at > 0 ? center.get(slots[at - 1].id)! + apart(slots[at - 1], slots[at]) : -Infinity;
    const right = at < slots.length - 1 ? center.get(slots[at + 1].id)! - apart(slots[at], slots[at + 1]) : Infinity;
    return [left, right];
  };
  for (const run of runsOf(order).sort((a, b) => b.length - a.length)) {
    for (let start = 0; start < run.length;) {
      let [least, most] = room(run[start]);
      let end = start + 1;
      for (; end < run.length; end++) {
        const [left, right] = room(run[end]);
        if (Math.max(least, left) > Math.min(most, right)) break;
        [least, most] = [Math.max(least, left), Math.min(most, right)];
      }
      const part = run.slice(start, end);
      const wish = median(part.map(id => center.get(id)!));
      for (const id of part) center.set(id, Math.min(Math.max(wish, least), most));
      start = end;
    }
  }
}

/** The longest lists of slots of which each should be right above the next one. */
function runsOf(order: Layers['order']): string[][] {
  const next = new Map<string, string>();
  const hasUpper = new Set<string>();
  for (const [upper, lower, weight] of order) {
    if (weight < STRAIGHT || next.has(upper) || hasUpper.has(lower)) continue;
    next.set(upper, lower);
    hasUpper.add(lower);
  }
  const runs: string[][] = [];
  for (const first of next.keys()) {
    if (hasUpper.has(first)) continue;
    const run = [first];
    for (let id = next.get(first); id !== undefined; id = next.get(id)) run.push(id);
    runs.push(run);
  }
  return runs;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
