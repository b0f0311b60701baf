import { isJsonObject, type Json, type JsonObject } from './json';
import { isUnknown } from './unknown-value';
import type { ScopeSite, StateSite } from './walk';

/** The field that makes one state lead to another. */
export type FlowEdgeKind = 'next' | 'default' | 'choice' | 'catch';

/** One transition from a state to the state it names. */
export interface FlowEdge {
  readonly kind: FlowEdgeKind;
  readonly from: StateSite;
  /** The name, as written. */
  readonly target: Json;
  /** The state of that name in the same scope; undefined if there is none. */
  readonly to: StateSite | undefined;
  /** The path from the state to the field: `['Choices', 0, 'Next']`. */
  readonly steps: ReadonlyArray<string | number>;
  /** The rule or catcher that contains the field. */
  readonly item?: JsonObject;
}

/** The control flow of one scope: its transitions, and the states they reach. */
export interface ScopeFlow {
  readonly scope: ScopeSite;
  readonly edges: readonly FlowEdge[];
  readonly byName: ReadonlyMap<string, StateSite>;
  readonly start: StateSite | undefined;
  /** The states that can run: those that the first one leads to, in any number of steps. */
  readonly reached: ReadonlySet<StateSite>;
  /** Whether a target is a token or a substitution, so that the states it reaches aren't known. */
  readonly open: boolean;
  outOf(site: StateSite): readonly FlowEdge[];
  into(site: StateSite): readonly FlowEdge[];
}

/** The control flow of one scope. The definition may be invalid. */
export function flowOf(scope: ScopeSite): ScopeFlow {
  const byName = new Map(scope.states.map(site => [site.name, site]));
  const edges = scope.states.flatMap(site => edgesOf(site, byName));
  const out = groupBy(edges, edge => edge.from);
  const incoming = groupBy(edges, edge => edge.to);
  const startName = scope.scope.StartAt;
  const start = typeof startName === 'string' ? byName.get(startName) : undefined;
  const outOf = (site: StateSite): readonly FlowEdge[] => out.get(site) ?? [];
  const reached = reachedFrom(start ? [start] : [], outOf);
  return {
    scope,
    edges,
    byName,
    start,
    outOf,
    into: site => incoming.get(site) ?? [],
    reached,
    open: isUnknown(startName) || edges.some(edge => isUnknown(edge.target)),
  };
}

/** The given states and every state that they lead to. */
export function reachedFrom(
  starts: readonly StateSite[],
  outOf: (site: StateSite) => readonly FlowEdge[],
): ReadonlySet<StateSite> {
  const reached = new Set<StateSite>(starts);
  const work = [...starts];
  while (work.length > 0) {
    for (const { to } of outOf(work.pop()!)) {
      if (to === undefined || reached.has(to)) continue;
      reached.add(to);
      work.push(to);
    }
  }
  return reached;
}

/** Whether a state can end its scope. True if that isn't known. */
export function isTerminal({ state, type }: StateSite): boolean {
  return type === 'Succeed' || type === 'Fail' || type === undefined || state.End === true || isUnknown(state.End);
}

function edgesOf(from: StateSite, byName: ReadonlyMap<string, StateSite>): FlowEdge[] {
  const { state } = from;
  const edges: FlowEdge[] = [];
  const add = (
    kind: FlowEdgeKind,
    target: Json | undefined,
    steps: ReadonlyArray<string | number>,
    item?: JsonObject,
  ): void => {
    if (target !== undefined) {
      edges.push({ kind, from, target, to: typeof target === 'string' ? byName.get(target) : undefined, steps, item });
    }
  };
  add('next', state.Next, ['Next']);
  for (const [kind, field] of [
    ['choice', 'Choices'],
    ['catch', 'Catch'],
  ] as const) {
    const items = state[field];
    if (Array.isArray(items)) {
      items.forEach((item: Json, i) => {
        if (isJsonObject(item)) add(kind, item.Next, [field, i, 'Next'], item);
      });
    }
  }
  add('default', state.Default, ['Default']);
  return edges;
}

function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K | undefined): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
