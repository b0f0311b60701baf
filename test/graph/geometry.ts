import type { Box, Point, Stroke } from '../../src/graph/layout/place-scope';
import { layoutWorkflow, type WorkflowLayout } from '../../src/graph/layout/workflow-layout';
import { workflowGraph } from '../../src/graph/workflow-graph';

/** How much of a box's border a line may touch. */
const BORDER = 1;
const STEPS = 24;

/** The faults of a definition's picture: nodes and labels that overlap, and lines that cross a node other than their ends. */
export function faultsOf(definition: object): string[] {
  const layout = layoutWorkflow(workflowGraph(definition as never));
  return [...overlaps(layout), ...crossings(layout), ...outside(layout)];
}

function overlaps({ nodes, labels }: WorkflowLayout): string[] {
  const around = new Map(
    nodes.flatMap(({ node, frames }) =>
      frames.flatMap(({ scope }) => scope.nodes.map(one => [one.id, node.id] as const)),
    ),
  );
  const isInside = (inner: string, outer: string): boolean => {
    for (let at = around.get(inner); at !== undefined; at = around.get(at)) if (at === outer) return true;
    return false;
  };
  const boxes = [
    ...nodes.map(one => ({ name: one.node.id, box: one as Box })),
    ...labels.map((one, i) => ({ name: `label ${i} ${one.full}`, box: one as Box })),
  ].sort((a, b) => a.box.y - b.box.y);
  const containers = new Set(around.values());
  const faults: string[] = [];
  boxes.forEach((a, i) => {
    for (let j = i + 1; j < boxes.length && boxes[j].box.y < a.box.y + a.box.height; j++) {
      const b = boxes[j];
      if (!overlap(a.box, b.box) || isInside(a.name, b.name) || isInside(b.name, a.name)) continue;
      // labels of inner scopes are inside the boxes of their containers
      if (containers.has(a.name) && contains(a.box, b.box)) continue;
      faults.push(`${a.name} overlaps ${b.name}`);
    }
  });
  return faults;
}

function crossings({ nodes, pieces, edges }: WorkflowLayout): string[] {
  const faults: string[] = [];
  const ends = new Map<number, Set<string>>();
  for (const { edge, piece } of edges) {
    for (let at: number | undefined = piece; at !== undefined; at = pieces[at].next) {
      const known = ends.get(at) ?? new Set<string>();
      ends.set(at, known.add(edge.from).add(edge.to));
    }
  }
  pieces.forEach((piece, i) => {
    const points = piece.strokes.flatMap(sample);
    const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
    for (const placed of nodes) {
      if (placed.y > bottom || placed.y + placed.height < top) continue;
      // a line inside a container crosses nothing of it
      if (points.every(point => within(point, placed, 0)) && placed.frames.length > 0) continue;
      if (ends.get(i)?.has(placed.node.id) ?? false) continue;
      if (points.some(point => within(point, placed, BORDER))) {
        faults.push(`a line from or to ${[...(ends.get(i) ?? [])].join(', ')} crosses ${placed.node.id}`);
      }
    }
  });
  return faults;
}

function outside({ nodes, labels, pieces, width, height }: WorkflowLayout): string[] {
  const page = { x: 0, y: 0, width, height };
  const faults = [...nodes, ...labels].filter(box => !contains(page, box)).map(() => 'a box is outside of the picture');
  const points = pieces.flatMap(({ strokes }) => strokes.flatMap(sample));
  return points.every(point => within(point, page, 0)) ? faults : [...faults, 'a line is outside of the picture'];
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function within({ x, y }: Point, box: Box, border: number): boolean {
  return x > box.x + border && x < box.x + box.width - border && y > box.y + border && y < box.y + box.height - border;
}

function sample(stroke: Stroke): Point[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => pointAt(stroke, i / STEPS));
}

function pointAt(stroke: Stroke, t: number): Point {
  const u = 1 - t;
  const { from, to } = stroke;
  if (stroke.kind === 'line') return { x: from.x * u + to.x * t, y: from.y * u + to.y * t };
  const { c1, c2 } = stroke;
  const at = (axis: 'x' | 'y'): number =>
    from[axis] * u ** 3 + 3 * c1[axis] * u * u * t + 3 * c2[axis] * u * t * t + to[axis] * t ** 3;
  return { x: at('x'), y: at('y') };
}
