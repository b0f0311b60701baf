import type { ScopeFlow } from './control-flow';
import type { StateSite } from './walk';

/** The loops of a scope: groups of states that lead to each other (strongly connected components, after Tarjan). Iterative, because a scope may have thousands of states. */
export function loopsOf({ scope, outOf }: ScopeFlow): StateSite[][] {
  const order = new Map<StateSite, number>();
  const low = new Map<StateSite, number>();
  const open: StateSite[] = [];
  const isOpen = new Set<StateSite>();
  const loops: StateSite[][] = [];
  for (const root of scope.states) {
    if (order.has(root)) continue;
    const work: Array<{ site: StateSite; edge: number }> = [{ site: root, edge: 0 }];
    while (work.length > 0) {
      const at = work[work.length - 1];
      const { site } = at;
      if (at.edge === 0) {
        order.set(site, order.size);
        low.set(site, order.get(site)!);
        open.push(site);
        isOpen.add(site);
      }
      const edges = outOf(site);
      let next: StateSite | undefined;
      while (at.edge < edges.length && next === undefined) {
        const { to } = edges[at.edge++];
        if (to === undefined) continue;
        if (!order.has(to)) next = to;
        else if (isOpen.has(to)) low.set(site, Math.min(low.get(site)!, order.get(to)!));
      }
      if (next !== undefined) {
        work.push({ site: next, edge: 0 });
        continue;
      }
      // an edge count of 0 marks a state that was not looked at
      at.edge = Math.max(at.edge, 1);
      work.pop();
      const before = work[work.length - 1] as typeof at | undefined;
      if (before) low.set(before.site, Math.min(low.get(before.site)!, low.get(site)!));
      if (low.get(site) !== order.get(site)) continue;
      const group = open.splice(open.lastIndexOf(site));
      group.forEach(member => isOpen.delete(member));
      if (group.length > 1 || outOf(site).some(({ to }) => to === site)) loops.push(group);
    }
  }
  return loops;
}
