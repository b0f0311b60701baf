import type { GraphEdge } from '../workflow-graph';
import { rankNodes } from './ranks';

/** A box with a size, before it has a place. */
export interface Sized {
  readonly width: number;
  readonly height: number;
}

/** Edges of a scope that share their ends and their look: they are drawn as one line with one label. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly style: 'flow' | 'catch';
  readonly edges: readonly GraphEdge[];
  readonly label?: Sized;
}

/** A place in a rank: a node, or the point where a line passes a rank, possibly with its label. */
export interface Slot extends Sized {
  readonly id: string;
  readonly rank: number;
  readonly node: boolean;
  /** The link whose label is in this slot. */
  readonly label?: Link;
}

/** One piece of a line, between neighboring ranks. `up` pieces belong to a loop. */
export interface Piece {
  readonly from: string;
  readonly to: string;
  readonly style: Link['style'];
  /** Where the piece runs: down to the next rank, up to the previous one, or around the bottom or top of its rank. */
  readonly way: 'down' | 'up' | 'turn-up' | 'turn-in';
  /** Whether the piece ends at its target node, with an arrow. */
  readonly last: boolean;
}

/** The weight of neighbors that should be right above each other. */
export const STRAIGHT = 8;

/** A scope as ranks of slots. All edges of `order` connect neighboring ranks. */
export interface Layers {
  readonly slots: readonly Slot[];
  readonly pieces: readonly Piece[];
  /** The first piece of each link; following `to` of a piece leads to the target. */
  readonly first: ReadonlyMap<Link, Piece>;
  /** Pairs of slots in neighboring ranks, the upper one first, that should be near each other. */
  readonly order: ReadonlyArray<readonly [upper: string, lower: string, weight: number]>;
}

/** From this number of equal labels on, lines that join have their label once, in front of the target. */
const SHARED_LABEL = 3;

/** Lines with one target join on their way to it, so that 200 catchers of one handler are one line. */
interface Bundle {
  readonly key: string;
  readonly to: string;
  readonly style: Link['style'];
  readonly links: readonly Link[];
  readonly sharedLabel?: Sized;
}

/** Ranks the nodes of a scope, and gives each line a slot in every rank that it passes. */
export function layersOf(nodes: ReadonlyMap<string, Sized>, links: readonly Link[]): Layers {
  const bundles = bundlesOf(links);
  const ownLabel = new Map<Link, Sized | undefined>();
  for (const bundle of bundles) {
    for (const link of bundle.links) ownLabel.set(link, bundle.sharedLabel ? undefined : link.label);
  }
  const shared = new Set(bundles.filter(({ sharedLabel }) => sharedLabel).flatMap(bundle => bundle.links));
  const ranked = links.map(link => ({
    link,
    from: link.from,
    to: link.to,
    length: ownLabel.get(link) || shared.has(link) ? 2 : 1,
  }));
  const { of: rankOf, back } = rankNodes([...nodes.keys()], ranked);
  const isBack = new Map(ranked.map(edge => [edge.link, back.has(edge)]));

  const flow = links.filter(link => link.style === 'flow' && !isBack.get(link));
  const outs = countBy(flow.map(({ from }) => from));
  const ins = countBy(flow.map(({ to }) => to));

  const slots = new Map<string, Slot>();
  const pieces = new Map<string, Piece>();
  const first = new Map<Link, Piece>();
  const order = new Map<string, [string, string, number]>();
  const near = (upper: string, lower: string, weight: number): void => {
    const key = JSON.stringify([upper, lower]);
    const known = order.get(key);
    if (known) known[2] += weight;
    else order.set(key, [upper, lower, weight]);
  };
  const slot = (id: string, rank: number, size: Sized, label?: Link): string => {
    if (!slots.has(id)) slots.set(id, { id, rank, width: size.width, height: size.height, node: false, label });
    return id;
  };
  const piece = (link: Link, from: string, to: string, way: Piece['way'], last: boolean): void => {
    const key = JSON.stringify([from, to, way, link.style]);
    const known = pieces.get(key) ?? { from, to, way, style: link.style, last };
    pieces.set(key, known);
    if (!first.has(link)) first.set(link, known);
  };
  for (const [id, size] of nodes) slots.set(id, { id, rank: rankOf.get(id)!, ...size, node: true });

  for (const bundle of bundles) {
    for (const link of bundle.links) {
      if (isBack.get(link)) loopBack(bundle, link);
      else goDown(bundle, link);
    }
  }

  /** Whether the flow of a link is all that leaves its source and all that enters its target. */
  function onlyWay(link: Link): boolean {
    return link.style === 'flow' && outs.get(link.from) === 1 && ins.get(link.to) === 1;
  }

  function goDown(bundle: Bundle, link: Link): void {
    const end = rankOf.get(link.to)!;
    let at = link.from;
    const label = ownLabel.get(link);
    for (let rank = rankOf.get(link.from)! + 1; rank < end; rank++) {
      const next =
        at === link.from && label
          ? slot(`${bundle.key}|label|${link.from}`, rank, label, link)
          : rank === end - 1 && bundle.sharedLabel
            ? slot(`${bundle.key}|${rank}`, rank, bundle.sharedLabel, link)
            : slot(`${bundle.key}|${rank}`, rank, POINT);
      near(at, next, at === link.from ? 1 : STRAIGHT);
      piece(link, at, next, 'down', false);
      at = next;
    }
    const straight = at === link.from ? onlyWay(link) : ins.get(link.to) === 1;
    near(at, link.to, link.style === 'catch' ? 1 : straight ? STRAIGHT : 2);
    piece(link, at, link.to, 'down', true);
  }

  /** A lane next to the nodes of the loop: around the bottom of the source, up, and around the top of the target. */
  function loopBack(bundle: Bundle, link: Link): void {
    const top = rankOf.get(link.to)!;
    const bottom = rankOf.get(link.from)!;
    const label = ownLabel.get(link);
    const lane = `${bundle.key}|back`;
    let at = link.from;
    let below = slot(`${lane}|turn|${link.from}`, bottom + 1, POINT);
    near(link.from, below, 1);
    for (let rank = bottom; rank >= top; rank--) {
      const next =
        rank === bottom && label
          ? slot(`${lane}|label|${link.from}`, rank, label, link)
          : slot(`${lane}|${rank}`, rank, POINT);
      near(next, below, rank === bottom ? 1 : STRAIGHT);
      piece(link, at, next, at === link.from ? 'turn-up' : 'up', false);
      at = next;
      below = next;
    }
    const above = slot(`${lane}|turn-in`, top - 1, POINT);
    near(above, at, 2);
    near(above, link.to, 1);
    piece(link, at, link.to, 'turn-in', true);
  }

  return { slots: [...slots.values()], pieces: [...pieces.values()], first, order: [...order.values()] };
}

function countBy(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

const POINT: Sized = { width: 2, height: 0 };

function bundlesOf(links: readonly Link[]): Bundle[] {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const key = JSON.stringify([link.to, link.style]);
    const group = groups.get(key);
    if (group) group.push(link);
    else groups.set(key, [link]);
  }
  return [...groups].map(([key, group]) => {
    const labels = new Set(group.map(link => link.edges.map(({ label }) => label).join('\n')));
    const sharedLabel =
      group[0].style === 'catch' && group.length >= SHARED_LABEL && labels.size === 1 ? group[0].label : undefined;
    return { key, to: group[0].to, style: group[0].style, links: group, sharedLabel };
  });
}
