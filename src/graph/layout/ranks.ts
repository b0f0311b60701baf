/** A transition, as ranking sees it. */
export interface RankedEdge {
  readonly from: string;
  readonly to: string;
  /** The least number of ranks between the two. */
  readonly length: number;
}

/** The rank of each node, from 0 at the top, and the edges that lead back up. */
export interface Ranks {
  readonly of: ReadonlyMap<string, number>;
  readonly back: ReadonlySet<RankedEdge>;
}

/**
 * Gives each node a rank so that edges lead down, except those that close a loop. A node is as high as its predecessors allow.
 * Iterative, because a scope may have thousands of states.
 */
export function rankNodes(nodes: readonly string[], edges: readonly RankedEdge[]): Ranks {
  const out = byEnd(nodes, edges, edge => edge.from);
  const { back, order } = backEdges(nodes, out);
  const of = new Map(nodes.map(node => [node, 0]));
  const entered = new Set<string>();
  for (const node of order) {
    for (const edge of out.get(node)!) {
      if (back.has(edge)) continue;
      entered.add(edge.to);
      of.set(edge.to, Math.max(of.get(edge.to)!, of.get(node)! + edge.length));
    }
  }
  // states that nothing leads to go right above their successors
  for (const node of [...order].reverse()) {
    const below = out.get(node)!.filter(edge => !back.has(edge));
    if (entered.has(node) || below.length === 0) continue;
    of.set(node, Math.min(...below.map(edge => of.get(edge.to)! - edge.length)));
  }
  return { of, back };
}

/** The edges that close a loop in a depth-first walk, and the nodes in topological order without them. */
function backEdges(
  nodes: readonly string[],
  out: ReadonlyMap<string, readonly RankedEdge[]>,
): { readonly back: ReadonlySet<RankedEdge>; readonly order: readonly string[] } {
  const back = new Set<RankedEdge>();
  const finished: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const root of nodes) {
    if (state.has(root)) continue;
    const work = [{ node: root, next: 0 }];
    state.set(root, 'open');
    while (work.length > 0) {
      const at = work[work.length - 1];
      const edges = out.get(at.node)!;
      if (at.next === edges.length) {
        state.set(at.node, 'done');
        finished.push(at.node);
        work.pop();
        continue;
      }
      const edge = edges[at.next++];
      const seen = state.get(edge.to);
      if (seen === 'open') back.add(edge);
      if (seen !== undefined) continue;
      state.set(edge.to, 'open');
      work.push({ node: edge.to, next: 0 });
    }
  }
  return { back, order: finished.reverse() };
}

/** Groups edges by one of their ends; each node has a group. */
function byEnd(
  nodes: readonly string[],
  edges: readonly RankedEdge[],
  endOf: (edge: RankedEdge) => string,
): Map<string, RankedEdge[]> {
  const groups = new Map<string, RankedEdge[]>(nodes.map(node => [node, []]));
  for (const edge of edges) groups.get(endOf(edge))?.push(edge);
  return groups;
}
