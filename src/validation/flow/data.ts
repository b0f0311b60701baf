import type { ScopeSite, StateSite } from '../../asl';
import { isDistributed } from '../map-mode';
import type { ScopeGraph } from './graph';
import { ANY, join, sameShape, shapeOf, type Shape } from './shape';
import { handedOn, stagesOf, type Stages } from './stages';

/** After so many new inputs of one state nothing is said of it any more: loops end. */
const MOST_VISITS = 8;

/** What is known of the data of every state that a run can come to. Outer scopes come before inner ones. */
export function dataFlow(
  scopes: readonly ScopeSite[],
  graph: (scope: ScopeSite) => ScopeGraph,
): ReadonlyMap<StateSite, Stages> {
  const known = new Map<StateSite, Stages>();
  for (const scope of scopes) follow(graph(scope), startOf(scope, known), known);
  return known;
}

function follow({ start, outOf }: ScopeGraph, input: Shape, known: Map<StateSite, Stages>): void {
  if (start === undefined) return;
  known.set(start, stagesOf(start, input));
  const visits = new Map<StateSite, number>();
  const queue = new Set([start]);
  for (const site of queue) {
    queue.delete(site);
    const stages = known.get(site)!;
    for (const edge of outOf(site)) {
      if (edge.to === undefined) continue;
      const handed = handedOn(edge, stages);
      const before = known.get(edge.to)?.input;
      const joined = before === undefined ? handed : join(before, handed);
      if (before !== undefined && sameShape(before, joined)) continue;
      const count = (visits.get(edge.to) ?? 0) + 1;
      visits.set(edge.to, count);
      known.set(edge.to, stagesOf(edge.to, count > MOST_VISITS ? ANY : joined));
      if (count <= MOST_VISITS + 1) queue.add(edge.to);
    }
  }
}

/** What the first state of a scope gets. */
function startOf({ parent }: ScopeSite, known: ReadonlyMap<StateSite, Stages>): Shape {
  const around = parent && known.get(parent);
  if (parent === undefined || around === undefined) return ANY;
  const { state, language } = parent;
  if (parent.type === 'Parallel') {
    const given = language === 'JSONata' ? state.Arguments : state.Parameters;
    return given === undefined
      ? around.effective
      : stagesOf(
          {
            ...parent,
            type: 'Pass',
            state: given === state.Arguments ? { Output: given } : { Parameters: given, ...inputPath(parent) },
          },
          around.input,
        ).output;
  }
  const selector = state.ItemSelector;
  if (
    parent.type !== 'Map' ||
    selector === undefined ||
    state.ItemBatcher !== undefined ||
    isDistributed(parent) === undefined
  ) {
    return ANY;
  }
  if (typeof selector === 'object' && selector !== null) {
    return stagesOf(
      {
        ...parent,
        type: 'Pass',
        state: language === 'JSONata' ? { Output: selector } : { Parameters: selector, ...inputPath(parent) },
      },
      around.input,
    ).output;
  }
  return typeof selector === 'string' ? ANY : shapeOf(selector);
}

function inputPath({ state }: StateSite): { readonly InputPath?: string } {
  return typeof state.InputPath === 'string' ? { InputPath: state.InputPath } : {};
}
