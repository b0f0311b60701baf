import type { JsonObject } from '../asl';
import { layoutWorkflow } from './layout/workflow-layout';
import type { PageGraph } from './page-data';
import { arrowData, pathData } from './svg/strokes';
import { workflowGraph } from './workflow-graph';

/** Lays out a definition for the page. */
export function pageGraph(definition: JsonObject, title: string): PageGraph {
  const { width, height, nodes, pieces, labels, edges } = layoutWorkflow(workflowGraph(definition));
  return {
    title,
    width,
    height,
    nodes: nodes.map(({ node, lines, depth, frames, ...box }) => ({
      ...box,
      id: node.id,
      kind: node.kind,
      name: node.name,
      lines,
      depth,
      ...(node.type && { type: node.type }),
      ...(node.icon && { icon: node.icon }),
      ...(node.subtitle !== undefined && { subtitle: node.subtitle }),
      frames: frames.map(({ scope, ...area }) => ({
        ...area,
        ...(scope.label !== undefined && { label: scope.label }),
      })),
    })),
    pieces: pieces.map(piece => ({
      d: pathData(piece.strokes),
      caught: piece.style === 'catch',
      ...(piece.next === undefined ? { arrow: arrowData(piece) } : { next: piece.next }),
    })),
    labels: labels.map(({ x, y, width: w, height: h, lines, full, style }) => ({
      x,
      y,
      width: w,
      height: h,
      lines,
      full,
      caught: style === 'catch',
    })),
    edges: edges.map(({ edge: { from, to, kind }, piece }) => ({ from, to, kind, piece })),
  };
}
