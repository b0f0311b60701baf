import { sitesOf, type DefinitionSites, type JsonObject, type ScopeSite, type StateSite, type WorkflowType } from '../asl';
import { expressionsOf, type Expression } from './expressions';
import { dataFlow } from './flow/data';
import { graphOf, type ScopeGraph } from './flow/graph';
import type { Stages } from './flow/stages';
import { variableFlow, type VariableFlow } from './flow/variables';

/** What a rule looks at: a definition taken apart. What is costly is computed when a rule first asks, and then kept. */
export interface Subject {
  readonly definition: JsonObject;
  readonly sites: DefinitionSites;
  readonly type: WorkflowType;
  /** Every path, intrinsic function call and JSONata expression, in the definition's order. */
  readonly expressions: readonly Expression[];
  /** Which variables have a value where. */
  readonly variables: VariableFlow;
  /** What is known of the data of every state that a run can come to. */
  readonly data: ReadonlyMap<StateSite, Stages>;
  /** Who leads to whom in a scope. */
  graph(scope: ScopeSite): ScopeGraph;
}

/** Takes a definition apart. */
export function subjectOf(definition: JsonObject, type: WorkflowType): Subject {
  const sites = sitesOf(definition);
  const expressions = once(() => expressionsOf(sites));
  const graphs = new Map<ScopeSite, ScopeGraph>();
  const graph = (scope: ScopeSite): ScopeGraph => {
    const known = graphs.get(scope) ?? graphOf(scope);
    graphs.set(scope, known);
    return known;
  };
  const variables = once(() => variableFlow(sites.scopes, graph));
  const data = once(() => dataFlow(sites.scopes, graph));
  return {
    definition,
    sites,
    type,
    graph,
    get expressions() { return expressions(); },
    get variables() { return variables(); },
    get data() { return data(); },
  };
}

function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: compute() }).of;
}
