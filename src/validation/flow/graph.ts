import { isJsonObject, type Json, type JsonObject, type ScopeSite, type StateSite } from '../../asl';
import { isUnknown } from '../unknown-value';

/** Why one state leads to another. */
export type EdgeKind = 'next' | 'default' | 'choice' | 'catch';

/** One mention of a state's name. */
export interface Edge {
  readonly kind: EdgeKind;
  readonly from: StateSite;
  /** The name, as it is written. */
  readonly target: Json;
  /** The state of that name in the same scope. */
  readonly to: StateSite | undefined;
  /** The steps from the state on: `['Choices', 0, 'Next']`. */
  readonly steps: ReadonlyArray<string | number>;
  /** The rule or catcher that the mention is in. */
  readonly item?: JsonObject;
}

/** Who leads to whom in a scope. */
export interface ScopeGraph {
  readonly scope: ScopeSite;
  readonly edges: readonly Edge[];
  readonly byName: ReadonlyMap<string, StateSite>;
  readonly start: StateSite | undefined;
  /** The states that the first one leads to, in any number of steps. */
  readonly reached: ReadonlySet<StateSite>;
  /** Whether a target is a token or a substitution: then what is reached is not known. */
  readonly open: boolean;
  outOf(site: StateSite): readonly Edge[];
  into(site: StateSite): readonly Edge[];
}

/** Who leads to whom in a scope. */
export function graphOf(scope: ScopeSite): ScopeGraph {
  const byName = new Map(scope.states.map(site => [site.name, site]));
  const edges = scope.states.flatMap(site => edgesOf(site, byName));
  const out = groupBy(edges, edge => edge.from);
  const incoming = groupBy(edges, edge => edge.to);
  const startName = scope.scope.StartAt;
  const start = typeof startName === 'string' ? byName.get(startName) : undefined;
  const outOf = (site: StateSite): readonly Edge[] => out.get(site) ?? [];
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

/** Every state that some others lead to, themselves included. */
export function reachedFrom(
  starts: readonly StateSite[],
  outOf: (site: StateSite) => readonly Edge[],
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

/** Whether a state ends its scope: as far as is known. */
export function isTerminal({ state, type }: StateSite): boolean {
  return type === 'Succeed' || type === 'Fail' || type === undefined || state.End === true || isUnknown(state.End);
}

function edgesOf(from: StateSite, byName: ReadonlyMap<string, StateSite>): Edge[] {
  const { state } = from;
  const edges: Edge[] = [];
  const add = (
    kind: EdgeKind,
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
