import { SIZES } from '../sizes';
import { BOLD, textWidth, wrapText } from '../text-width';
import type { GraphEdge, GraphNode, GraphScope } from '../workflow-graph';
import type { Link, Sized } from './layers';
import { placeScope, type Box, type PlacedPiece, type PlacedScope, type Point, type Stroke } from './place-scope';

/** A node with a place, and the scopes inside it. */
export interface PlacedNode extends Box {
  readonly node: GraphNode;
  /** The name, in lines that fit. */
  readonly lines: readonly string[];
  /** The number of nodes around it. */
  readonly depth: number;
  readonly frames: readonly Frame[];
}

/** The area of a branch or an item processor. */
export interface Frame extends Box {
  readonly scope: GraphScope;
}

/** A label of one or more edges, in lines that fit. */
export interface EdgeLabel extends Box {
  readonly style: Link['style'];
  readonly lines: readonly string[];
  /** The labels in full. */
  readonly full: string;
}

/** A transition with its line. */
export interface PlacedEdge {
  readonly edge: GraphEdge;
  /** The index of its first piece. The next ones follow by `next`. */
  readonly piece: number;
}

/** A whole picture, with places in pixels. Outer nodes come before inner ones. */
export interface WorkflowLayout extends Sized {
  readonly nodes: readonly PlacedNode[];
  readonly pieces: readonly PlacedPiece[];
  readonly labels: readonly EdgeLabel[];
  readonly edges: readonly PlacedEdge[];
}

/** A scope laid out by itself, with those inside it. */
interface Part extends Sized {
  readonly scope: GraphScope;
  readonly placed: PlacedScope;
  readonly inner: ReadonlyMap<string, readonly PlacedPart[]>;
  readonly lines: ReadonlyMap<string, readonly string[]>;
  readonly links: readonly Link[];
}

/** A part at its place in the node around it. */
interface PlacedPart extends Point {
  readonly part: Part;
}

/** Lays out a graph from the inside out: each scope by itself, then as a box of fixed size in the scope around it. */
export function layoutWorkflow(graph: GraphScope): WorkflowLayout {
  const root = partOf(graph, 0);
  const result = {
    nodes: [] as PlacedNode[],
    pieces: [] as PlacedPiece[],
    labels: [] as EdgeLabel[],
    edges: [] as PlacedEdge[],
  };
  const work: Array<PlacedPart & { readonly depth: number }> = [
    { part: root, x: SIZES.margin, y: SIZES.margin, depth: 0 },
  ];
  // breadth first, so that outer nodes come before inner ones
  for (const { part, x, y, depth } of work) {
    const base = result.pieces.length;
    for (const node of part.scope.nodes) {
      const box = moved(part.placed.nodes.get(node.id)!, x, y);
      const inner = (part.inner.get(node.id) ?? []).map(one => ({
        ...one,
        x: one.x + box.x,
        y: one.y + box.y,
        depth: depth + 1,
      }));
      const frames = inner.map(({ part: { scope, width, height }, ...at }) => ({
        scope,
        x: at.x,
        y: at.y,
        width,
        height,
      }));
      result.nodes.push({ ...box, node, lines: part.lines.get(node.id)!, depth, frames });
      work.push(...inner.map(one => ({ ...one, x: one.x + SIZES.scopePadding, y: one.y + headOf(one.part.scope) })));
    }
    for (const piece of part.placed.pieces) {
      result.pieces.push({
        style: piece.style,
        strokes: piece.strokes.map(stroke => movedStroke(stroke, x, y)),
        ...(piece.next !== undefined && { next: piece.next + base }),
      });
    }
    for (const label of part.placed.labels) {
      const { lines, full } = labelLines(label.link.edges);
      result.labels.push({ ...moved(label, x, y), style: label.link.style, lines, full });
    }
    for (const link of part.links) {
      for (const edge of link.edges) result.edges.push({ edge, piece: part.placed.first.get(link)! + base });
    }
  }
  return { width: root.placed.width + 2 * SIZES.margin, height: root.placed.height + 2 * SIZES.margin, ...result };
}

function partOf(scope: GraphScope, depth: number): Part {
  const inner = new Map<string, readonly PlacedPart[]>();
  const lines = new Map<string, readonly string[]>();
  const sizes = new Map<string, Sized>();
  for (const node of scope.nodes) {
    const parts = node.scopes.map(one => partOf(one, depth + 1));
    const name = wrapText(node.name, SIZES.nameFont * BOLD, SIZES.nodeTextWidth, 2);
    const rows = rowsOf(parts);
    inner.set(node.id, rows.parts);
    lines.set(node.id, name);
    sizes.set(node.id, sizeOf(node, name, rows, depth));
  }
  const links = linksOf(scope.edges);
  const placed = placeScope(sizes, links);
  return {
    scope,
    placed,
    inner,
    lines,
    links,
    width: placed.width + 2 * SIZES.scopePadding,
    height: placed.height + headOf(scope) + SIZES.scopePadding,
  };
}

function headOf(scope: GraphScope): number {
  return scope.label === undefined ? SIZES.scopePadding : SIZES.scopeLabel;
}

/** Branches next to each other, in rows where they would be too wide. */
function rowsOf(parts: readonly Part[]): Sized & { readonly parts: readonly PlacedPart[] } {
  const placed: PlacedPart[] = [];
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  let width = 0;
  for (const part of parts) {
    if (x > 0 && x + part.width > SIZES.rowWidth) {
      x = 0;
      y += rowHeight + SIZES.scopeGap;
      rowHeight = 0;
    }
    placed.push({ part, x: x + SIZES.scopePadding, y: y + SIZES.headerHeight });
    width = Math.max(width, x + part.width);
    rowHeight = Math.max(rowHeight, part.height);
    x += part.width + SIZES.scopeGap;
  }
  return { parts: placed, width, height: y + rowHeight };
}

function sizeOf(node: GraphNode, name: readonly string[], rows: Sized, depth: number): Sized {
  if (node.kind === 'start' || node.kind === 'end') {
    return depth === 0
      ? { width: SIZES.startWidth, height: SIZES.startHeight }
      : { width: SIZES.marker, height: SIZES.marker };
  }
  const text = Math.max(
    ...name.map(line => textWidth(line, SIZES.nameFont * BOLD)),
    Math.min(SIZES.nodeTextWidth, textWidth(node.subtitle ?? '', SIZES.subtitleFont)),
  );
  const width = Math.max(SIZES.nodeMinWidth, Math.ceil(text + SIZES.iconSize + 3 * SIZES.nodePadding));
  const height = SIZES.nodeHeight + (name.length - 1) * SIZES.lineHeight;
  if (node.scopes.length === 0) return { width, height };
  return {
    width: Math.max(width, rows.width + 2 * SIZES.scopePadding),
    height: SIZES.headerHeight + rows.height + SIZES.scopePadding,
  };
}

/** Edges between the same states become one line. */
function linksOf(edges: readonly GraphEdge[]): Link[] {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = JSON.stringify([edge.from, edge.to, edge.kind === 'catch']);
    const group = groups.get(key);
    if (group) group.push(edge);
    else groups.set(key, [edge]);
  }
  return [...groups.values()].map(group => {
    const { lines } = labelLines(group);
    const label: Sized | undefined =
      lines.length === 0
        ? undefined
        : {
            width:
              Math.ceil(Math.max(...lines.map(line => textWidth(line, SIZES.labelFont)))) + 2 * SIZES.labelPaddingX,
            height: lines.length * SIZES.labelLine + 2 * SIZES.labelPaddingY,
          };
    return {
      from: group[0].from,
      to: group[0].to,
      style: group[0].kind === 'catch' ? 'catch' : 'flow',
      edges: group,
      label,
    };
  });
}

/** The labels of edges that are one line: up to three lines. */
function labelLines(edges: readonly GraphEdge[]): { readonly lines: readonly string[]; readonly full: string } {
  const labels = [...new Set(edges.flatMap(({ label }) => (label === undefined ? [] : [label])))];
  const full = labels.join('\n');
  if (labels.length === 0) return { lines: [], full };
  if (labels.length === 1) return { lines: wrapText(labels[0], SIZES.labelFont, SIZES.labelTextWidth, 3), full };
  const shown = labels.length > 3 ? [...labels.slice(0, 2), `${labels.length - 2} more`] : labels;
  return { lines: shown.map(label => wrapText(label, SIZES.labelFont, SIZES.labelTextWidth, 1)[0]), full };
}

function moved(box: Box, x: number, y: number): Box {
  return { x: tenth(box.x + x), y: tenth(box.y + y), width: box.width, height: box.height };
}

function movedStroke(stroke: Stroke, x: number, y: number): Stroke {
  const by = (point: Point): Point => ({ x: tenth(point.x + x), y: tenth(point.y + y) });
  if (stroke.kind === 'line') return { kind: 'line', from: by(stroke.from), to: by(stroke.to) };
  return { kind: 'curve', from: by(stroke.from), c1: by(stroke.c1), c2: by(stroke.c2), to: by(stroke.to) };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
