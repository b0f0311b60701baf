import { SIZES } from '../sizes';
import type { Columns } from './columns';
import { columnsOf } from './columns';
import { layersOf, type Layers, type Link, type Piece, type Sized } from './layers';

/** A point of a picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box of a picture: its upper left corner, and its size. */
export interface Box extends Point, Sized {}

/** A part of a line: straight, or a cubic curve. */
export type Stroke =
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'curve'; readonly from: Point; readonly c1: Point; readonly c2: Point; readonly to: Point };

/** A piece of a line with its strokes, from its source to its target. */
export interface PlacedPiece {
  readonly style: Link['style'];
  readonly strokes: readonly Stroke[];
  /** The index of the piece that follows; undefined if this one ends at its target. */
  readonly next?: number;
}

/** The label of a link, and its place. */
export interface PlacedLabel extends Box {
  readonly link: Link;
}

/** A scope with a place for everything in it, from 0, 0. */
export interface PlacedScope extends Sized {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly pieces: readonly PlacedPiece[];
  readonly labels: readonly PlacedLabel[];
  /** The index of the first piece of each link. */
  readonly first: ReadonlyMap<Link, number>;
}

/** Lays out one scope: every node has a fixed size. */
export function placeScope(nodes: ReadonlyMap<string, Sized>, links: readonly Link[]): PlacedScope {
  const layers = layersOf(nodes, links);
  const columns = columnsOf(layers);
  const gaps = gapsOf(layers, columns);
  const bands = bandsOf(columns, gaps);
  const left = Math.min(...layers.slots.map(slot => columns.center.get(slot.id)! - slot.width / 2));
  const boxes = new Map<string, Box>();
  columns.ranks.forEach((rank, i) => {
    for (const slot of rank) {
      const x = columns.center.get(slot.id)! - slot.width / 2 - left;
      // lines pass the whole band; nodes are at its top, labels in its middle
      const y = slot.label && !slot.node ? bands[i].top + (bands[i].height - slot.height) / 2 : bands[i].top;
      boxes.set(slot.id, { x: round(x), y: round(y), width: slot.width, height: slot.height });
    }
  });
  const bandOf = new Map(columns.ranks.flatMap((rank, i) => rank.map(slot => [slot.id, i] as const)));
  const ports = portsOf(layers, boxes);
  const index = new Map(layers.pieces.map((piece, i) => [piece, i]));
  const byStart = new Map<string, number>();
  layers.pieces.forEach((piece, i) => byStart.set(JSON.stringify([piece.from, piece.style]), i));
  const isNode = new Set(nodes.keys());
  const pieces = layers.pieces.map((piece): PlacedPiece => ({
    style: piece.style,
    strokes: strokesOf(piece, boxes, bandOf, bands, gaps, ports, isNode),
    ...(piece.last ? {} : { next: byStart.get(JSON.stringify([piece.to, piece.style])) }),
  }));
  const right = Math.max(...[...boxes.values()].map(({ x, width }) => x + width));
  const last = bands[bands.length - 1];
  return {
    width: round(right),
    height: round(last.top + last.height + (gaps.below[bands.length - 1] ?? 0)),
    nodes: new Map([...nodes.keys()].map(id => [id, boxes.get(id)!])),
    pieces,
    labels: layers.slots
      .filter(slot => slot.label && !slot.node)
      .map(slot => ({ ...boxes.get(slot.id)!, link: slot.label! })),
    first: new Map([...layers.first].map(([link, piece]) => [link, index.get(piece)!])),
  };
}

interface Band {
  readonly top: number;
  readonly height: number;
}

interface Gaps {
  /** Space below each rank. */
  readonly below: readonly number[];
  readonly top: number;
}

/** Space between ranks: more where lines run far to the side, so that they are not flat. None where nothing but lines is below. */
function gapsOf({ pieces, slots }: Layers, { ranks, center }: Columns): Gaps {
  const at = new Map(ranks.flatMap((rank, i) => rank.map(slot => [slot.id, i] as const)));
  const far = ranks.map(() => 0);
  const used = ranks.map(() => false);
  let top = 0;
  for (const { from, to, way } of pieces) {
    const rank = way === 'turn-in' ? at.get(to)! - 1 : way === 'up' ? at.get(to)! : at.get(from)!;
    const distance = Math.abs(center.get(from)! - center.get(to)!);
    if (rank < 0) {
      top = Math.max(top, SIZES.rankGap);
    } else {
      far[rank] = Math.max(far[rank], distance);
      used[rank] = true;
    }
  }
  const labels = new Set(slots.filter(slot => slot.label && !slot.node).map(slot => at.get(slot.id)!));
  return {
    top,
    below: far.map((distance, i) =>
      used[i] ? round(Math.min(96, (labels.has(i) || labels.has(i + 1) ? 24 : SIZES.rankGap) + distance * 0.055)) : 0,
    ),
  };
}

function bandsOf({ ranks }: Columns, gaps: Gaps): Band[] {
  const bands: Band[] = [];
  let top = gaps.top;
  ranks.forEach((rank, i) => {
    const height = Math.max(0, ...rank.map(slot => slot.height));
    bands.push({ top, height });
    top += height + gaps.below[i];
  });
  return bands;
}

interface Ports {
  readonly out: ReadonlyMap<Piece, number>;
  readonly in: ReadonlyMap<Piece, number>;
}

/**
 * Where each line leaves and enters its nodes: the straightest in the middle, the others on the sides that they come from.
 * Lines that join on their way enter at one point.
 */
function portsOf({ pieces }: Layers, boxes: ReadonlyMap<string, Box>): Ports {
  const centerOf = (id: string): number => boxes.get(id)!.x + boxes.get(id)!.width / 2;
  const outs = new Map<string, Map<Piece, readonly Piece[]>>();
  const ins = new Map<string, Map<string, Piece[]>>();
  for (const piece of pieces) {
    outs.set(piece.from, (outs.get(piece.from) ?? new Map<Piece, readonly Piece[]>()).set(piece, [piece]));
    if (!piece.last) continue;
    const groups = ins.get(piece.to) ?? new Map<string, Piece[]>();
    const key = `${piece.style} ${piece.way}`;
    ins.set(piece.to, groups.set(key, [...(groups.get(key) ?? []), piece]));
  }
  const spread = (
    id: string,
    groups: Iterable<readonly Piece[]>,
    otherEnd: (piece: Piece) => string,
  ): Array<[Piece, number]> => {
    const places = [...groups].map(group => ({
      group,
      x: group.reduce((sum, piece) => sum + centerOf(otherEnd(piece)), 0) / group.length,
    }));
    places.sort((a, b) => a.x - b.x);
    const off = ({ x }: { readonly x: number }): number => Math.abs(x - centerOf(id));
    const middle = places.reduce((best, place, i) => (off(place) < off(places[best]) ? i : best), 0);
    const step = Math.min(18, (boxes.get(id)!.width - 24) / 2 / Math.max(1, middle, places.length - 1 - middle));
    return places.flatMap(({ group }, i) =>
      group.map((piece): [Piece, number] => [piece, centerOf(id) + (i - middle) * step]),
    );
  };
  return {
    out: new Map([...outs].flatMap(([id, groups]) => spread(id, groups.values(), piece => piece.to))),
    in: new Map([...ins].flatMap(([id, groups]) => spread(id, groups.values(), piece => piece.from))),
  };
}

function strokesOf(
  piece: Piece,
  boxes: ReadonlyMap<string, Box>,
  bandOf: ReadonlyMap<string, number>,
  bands: readonly Band[],
  gaps: Gaps,
  ports: Ports,
  isNode: ReadonlySet<string>,
): Stroke[] {
  const from = boxes.get(piece.from)!;
  const to = boxes.get(piece.to)!;
  const fromBand = bands[bandOf.get(piece.from)!];
  const toBand = bands[bandOf.get(piece.to)!];
  const x1 = round(isNode.has(piece.from) ? ports.out.get(piece)! : from.x + from.width / 2);
  const x2 = round(piece.last ? ports.in.get(piece)! : to.x + to.width / 2);
  const bottom = (box: Box, band: Band): Point[] => [
    { x: 0, y: box.y + box.height },
    { x: 0, y: band.top + band.height },
  ];
  if (piece.way === 'down') {
    const [leave, edge] = bottom(from, fromBand);
    return joined([
      line(x1, leave.y, x1, edge.y),
      sCurve(x1, edge.y, x2, toBand.top),
      ...(isNode.has(piece.to) || to.height > 0
        ? [line(x2, toBand.top, x2, to.y)]
        : [line(x2, toBand.top, x2, toBand.top)]),
    ]);
  }
  if (piece.way === 'turn-up') {
    const [leave, edge] = bottom(from, fromBand);
    const depth = (gaps.below[bandOf.get(piece.from)!] || SIZES.rankGap) * 0.85;
    return joined([
      line(x1, leave.y, x1, edge.y),
      uCurve(x1, x2, edge.y, depth),
      line(x2, edge.y, x2, to.height > 0 ? to.y + to.height : edge.y),
    ]);
  }
  const start = from.height > 0 ? from.y : fromBand.top + fromBand.height;
  const rise = [line(x1, start, x1, fromBand.top)];
  if (piece.way === 'up') {
    const enter = toBand.top + toBand.height;
    return joined([
      ...rise,
      sCurve(x1, fromBand.top, x2, enter),
      line(x2, enter, x2, to.height > 0 ? to.y + to.height : enter),
    ]);
  }
  const rank = bandOf.get(piece.to)!;
  const height = (rank === 0 ? gaps.top : gaps.below[rank - 1]) * 0.85;
  return joined([...rise, uCurve(x1, x2, fromBand.top, -height), line(x2, toBand.top, x2, to.y)]);
}

function line(x1: number, y1: number, x2: number, y2: number): Stroke {
  return { kind: 'line', from: { x: x1, y: y1 }, to: { x: x2, y: y2 } };
}

function sCurve(x1: number, y1: number, x2: number, y2: number): Stroke {
  if (Math.abs(x1 - x2) < 0.5) return line(x1, y1, x2, y2);
  const middle = (y1 + y2) / 2;
  return {
    kind: 'curve',
    from: { x: x1, y: y1 },
    c1: { x: x1, y: middle },
    c2: { x: x2, y: middle },
    to: { x: x2, y: y2 },
  };
}

/** A curve around the end of a rank: it leaves and comes back at the same height. */
function uCurve(x1: number, x2: number, y: number, depth: number): Stroke {
  return {
    kind: 'curve',
    from: { x: x1, y },
    c1: { x: x1, y: y + depth },
    c2: { x: x2, y: y + depth },
    to: { x: x2, y },
  };
}

/** Without strokes that have no length. */
function joined(strokes: readonly Stroke[]): Stroke[] {
  return strokes.filter(({ kind, from, to }) => kind === 'curve' || from.x !== to.x || from.y !== to.y);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
