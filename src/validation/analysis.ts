import {
  sitesOf,
  type DefinitionSites,
  type JsonObject,
  type ScopeSite,
  type StateSite,
  type WorkflowType,
} from '../asl';
import { expressionsOf, templateLeavesOf, type Expression, type TemplateLeaf } from './expressions';
import { jsonataTextsOf, type JsonataText } from './expressions/texts';
import { knownFields, type KnownField } from './fields';
import { dataFlow } from './flow/data';
import { graphOf, type ScopeGraph } from './flow/graph';
import { itemCountOf } from './flow/item-count';
import { loopsOf } from './flow/loops';
import type { Stages } from './flow/stages';
import { variableFlow, type VariableFlow } from './flow/variables';

/** A definition taken apart, for the rules. Anything expensive is computed when a rule first asks for it, and then kept. */
export interface Analysis {
  readonly definition: JsonObject;
  readonly sites: DefinitionSites;
  readonly type: WorkflowType;
  /** Every path, intrinsic function call and JSONata expression, in the definition's order. */
  readonly expressions: readonly Expression[];
  /** Every field that the language knows and whose value can be judged. */
  readonly fields: readonly KnownField[];
  /** Everything that stands in the payload templates of JSONPath states. */
  readonly templateLeaves: readonly TemplateLeaf[];
  /** Every text of a JSONata state that can be an expression. */
  readonly jsonataTexts: readonly JsonataText[];
  /** Which variables have a value where. */
  readonly variables: VariableFlow;
  /** What is known of the data of every state that a run can come to. */
  readonly data: ReadonlyMap<StateSite, Stages>;
  /** How many items a Map has, as the caller or the definition declares; undefined where that is not known. */
  itemCount(site: StateSite): number | undefined;
  /** The scopes inside a state, in the definition's order. */
  scopesIn(site: StateSite): readonly ScopeSite[];
  /** Who leads to whom in a scope. */
  graph(scope: ScopeSite): ScopeGraph;
  /** The states of a scope that lead to each other, by groups. */
  loops(scope: ScopeSite): readonly StateSite[][];
}

/** Takes a definition apart. */
export function analyze(
  definition: JsonObject,
  type: WorkflowType,
  itemCounts: Readonly<Record<string, number>> = {},
): Analysis {
  const sites = sitesOf(definition);
  const templateLeaves = once(() => templateLeavesOf(sites));
  const jsonataTexts = once(() => jsonataTextsOf(sites));
  const fields = once(() => knownFields(definition, sites));
  const expressions = once(() => expressionsOf(sites, templateLeaves()));
  const graph = perScope(graphOf);
  const inner = once(() => scopesByParent(sites.scopes));
  const loops = perScope(scope => loopsOf(graph(scope)));
  const variables = once(() => variableFlow(sites.scopes, graph, namesRead(expressions())));
  const data = once(() => dataFlow(sites.scopes, graph));
  return {
    definition,
    sites,
    type,
    graph,
    loops,
    scopesIn: site => inner().get(site) ?? [],
    itemCount(site) {
      const stages = data().get(site);
      if (Object.hasOwn(itemCounts, site.name)) return itemCounts[site.name];
      return stages && itemCountOf(site, stages);
    },
    get expressions() {
      return expressions();
    },
    get fields() {
      return fields();
    },
    get templateLeaves() {
      return templateLeaves();
    },
    get jsonataTexts() {
      return jsonataTexts();
    },
    get variables() {
      return variables();
    },
    get data() {
      return data();
    },
  };
}

function scopesByParent(scopes: readonly ScopeSite[]): ReadonlyMap<StateSite, readonly ScopeSite[]> {
  const inner = new Map<StateSite, ScopeSite[]>();
  for (const scope of scopes) {
    if (scope.parent === undefined) continue;
    const known = inner.get(scope.parent);
    if (known) known.push(scope);
    else inner.set(scope.parent, [scope]);
  }
  return inner;
}

/** The variables that are read somewhere: of the others nobody asks. */
function namesRead(expressions: readonly Expression[]): ReadonlySet<string> {
  return new Set(
    expressions.flatMap(({ facts }) => facts.reads.flatMap(({ root, name }) => (root === 'variable' ? [name!] : []))),
  );
}

function perScope<T>(compute: (scope: ScopeSite) => T): (scope: ScopeSite) => T {
  const known = new Map<ScopeSite, T>();
  return scope => {
    const value = known.get(scope) ?? compute(scope);
    known.set(scope, value);
    return value;
  };
}

function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: compute() }).of;
}
