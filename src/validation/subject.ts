import { sitesOf, type DefinitionSites, type JsonObject, type ScopeSite, type WorkflowType } from '../asl';
import { expressionsOf, type Expression } from './expressions';
import { graphOf, type ScopeGraph } from './flow/graph';

/** What a rule looks at: a definition taken apart. What is costly is computed when a rule first asks, and then kept. */
export interface Subject {
  readonly definition: JsonObject;
  readonly sites: DefinitionSites;
  readonly type: WorkflowType;
  /** Every path, intrinsic function call and JSONata expression, in the definition's order. */
  readonly expressions: readonly Expression[];
  /** Who leads to whom in a scope. */
  graph(scope: ScopeSite): ScopeGraph;
}

/** Takes a definition apart. */
export function subjectOf(definition: JsonObject, type: WorkflowType): Subject {
  const sites = sitesOf(definition);
  const expressions = once(() => expressionsOf(sites));
  const graphs = new Map<ScopeSite, ScopeGraph>();
  return {
    definition,
    sites,
    type,
    get expressions() { return expressions(); },
    graph(scope) {
      const known = graphs.get(scope) ?? graphOf(scope);
      graphs.set(scope, known);
      return known;
    },
  };
}

function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: compute() }).of;
}
