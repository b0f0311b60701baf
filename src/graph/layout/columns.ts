import { SIZES } from '../sizes';
import type { Layers, Slot } from './layers';
import { straightenRuns } from './straight-runs';

/** The centers of all slots, from left to right, by rank and id. */
export interface Columns {
  readonly ranks: ReadonlyArray<readonly Slot[]>;
  readonly center: ReadonlyMap<string, number>;
}

/** The least space on each side of a slot. */
const NODE_SIDE = SIZES.nodeGap / 2;
const LINE_SIDE = 5;
/** Rounds of moving slots towards their neighbors. */
const ROUNDS = 10;

/** Orders the slots of each rank so that few lines cross, and gives each a place from left to right. */
export function columnsOf({ slots, order }: Layers): Columns {
  const center = inWrittenOrder(dagreCenters(slots, order), order);
  const ranks: Slot[][] = [];
  const lowest = slots.reduce((least, { rank }) => Math.min(least, rank), 0);
  for (const slot of slots) (ranks[slot.rank - lowest] ??= []).push(slot);
  for (let i = 0; i < ranks.length; i++) {
    ranks[i] = (ranks[i] ?? []).sort((a, b) => center.get(a.id)! - center.get(b.id)!);
  }
  settle(ranks, order, center);
  return { ranks, center };
}

/** Mirrors the picture if that puts more of the targets of a state in the order in which they are written. */
function inWrittenOrder(center: Map<string, number>, order: Layers['order']): Map<string, number> {
  const last = new Map<string, number>();
  let balance = 0;
  for (const [upper, lower] of order) {
    const x = center.get(lower)!;
    const before = last.get(upper);
    if (before !== undefined) balance += Math.sign(x - before);
    last.set(upper, x);
  }
  return balance < 0 ? new Map([...center].map(([id, x]) => [id, -x])) : center;
}

/** Space from the center of a slot to the center of the next one. */
function apart(left: Slot, right: Slot): number {
  return halfOf(left) + halfOf(right);
}

function halfOf(slot: Slot): number {
  return slot.width / 2 + (slot.node || slot.label ? NODE_SIDE : LINE_SIDE);
}

/** The part of dagre's graph that a ranker works on. */
interface RankedGraph {
  nodes(): string[];
  node(id: string): { rank?: number };
  edges(): unknown[];
  edge(edge: unknown): { points?: unknown[] };
}

/** Gives dagre our ranks. It adds a root of its own, which goes above them. */
function rankerOf(slots: readonly Slot[]): (graph: RankedGraph) => void {
  const rankOf = new Map(slots.map(({ id, rank }) => [id, rank]));
  const lowest = slots.reduce((least, { rank }) => Math.min(least, rank), 0);
  return graph => {
    for (const id of graph.nodes()) graph.node(id).rank = (rankOf.get(id) ?? lowest - 1) - lowest + 1;
    // dagre expects a point on every edge, but sets none on an edge between neighboring ranks
    for (const edge of graph.edges()) graph.edge(edge).points = [{ x: 0, y: 0 }];
  };
}

function dagreCenters(slots: readonly Slot[], order: Layers['order']): Map<string, number> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports, import/no-extraneous-dependencies -- built in, loaded on demand
  const { Graph, layout } = require('@dagrejs/dagre') as typeof import('@dagrejs/dagre', {
    with: { 'resolution-mode': 'import' },
  });
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ nodesep: 0, edgesep: 0, ranksep: 1, ranker: rankerOf(slots) as unknown as string });
  for (const slot of slots) graph.setNode(slot.id, { width: 2 * halfOf(slot), height: 1 });
  // dagre doubles lengths to make room for labels, which are slots of their own here
  for (const [upper, lower, weight] of order) graph.setEdge(upper, lower, { minlen: 0.5, weight });
  layout(graph);
  return new Map(slots.map(({ id }) => [id, (graph.node(id) as { x: number }).x]));
}

/** Moves the slots of each rank towards their neighbors above and below, in the order that they have, and straightens lines. */
function settle(ranks: ReadonlyArray<readonly Slot[]>, order: Layers['order'], center: Map<string, number>): void {
  const above = new Map<string, Array<[id: string, weight: number]>>();
  const below = new Map<string, Array<[id: string, weight: number]>>();
  for (const [upper, lower, weight] of order) {
    push(above, lower, [upper, weight]);
    push(below, upper, [lower, weight]);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const down = round % 2 === 0;
    for (const rank of down ? ranks : [...ranks].reverse()) {
      const wishes = rank.map(slot => wishOf(slot.id, center, above, below, down));
      placeInOrder(rank, wishes, center);
    }
    if (round >= ROUNDS - 3) straightenRuns(ranks, order, center, apart);
  }
}

/** The place that a slot wants, and how strongly. */
function wishOf(
  id: string,
  center: ReadonlyMap<string, number>,
  above: ReadonlyMap<string, Array<[string, number]>>,
  below: ReadonlyMap<string, Array<[string, number]>>,
  down: boolean,
): readonly [x: number, weight: number] {
  let sum = 0;
  let weight = 0;
  for (const [side, share] of [
    [above.get(id) ?? [], down ? 1 : 0.3],
    [below.get(id) ?? [], down ? 0.3 : 1],
  ] as const) {
    for (const [other, strength] of side) {
      sum += center.get(other)! * strength * share;
      weight += strength * share;
    }
  }
  return weight === 0 ? [center.get(id)!, 0.1] : [sum / weight, weight];
}

/** The places nearest to the wishes, by least squares, that keep order and space (pool adjacent violators). */
function placeInOrder(
  rank: readonly Slot[],
  wishes: ReadonlyArray<readonly [number, number]>,
  center: Map<string, number>,
): void {
  const offsets: number[] = [];
  rank.forEach((slot, i) => offsets.push(i === 0 ? 0 : offsets[i - 1] + apart(rank[i - 1], slot)));
  const blocks: Array<{ sum: number; weight: number; count: number }> = [];
  wishes.forEach(([x, weight], i) => {
    let block = { sum: (x - offsets[i]) * weight, weight, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.weight >= block.sum / block.weight; last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, weight: last.weight + block.weight, count: last.count + block.count };
    }
    blocks.push(block);
  });
  let i = 0;
  for (const { sum, weight, count } of blocks) {
    for (let end = i + count; i < end; i++) center.set(rank[i].id, sum / weight + offsets[i]);
  }
}

function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
