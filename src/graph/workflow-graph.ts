import {
  flowOf,
  isJsonObject,
  isTerminal,
  sitesOf,
  type FlowEdge,
  type JsonObject,
  type ScopeSite,
  type StateSite,
  type StateType,
} from '../asl';
import { conditionText } from './condition-text';
import { summaryOf, type Icon } from './state-summary';

/** A state, the start or end of a scope, or a target that does not exist. */
export interface GraphNode {
  /** For a state, the JSON pointer to it. Unique in the graph. */
  readonly id: string;
  readonly kind: 'state' | 'start' | 'end' | 'missing';
  readonly name: string;
  readonly type?: StateType;
  readonly icon?: Icon;
  readonly subtitle?: string;
  /** The `Comment` of the state. */
  readonly comment?: string;
  /** The branches of a Parallel, or the item processor of a Map. */
  readonly scopes: readonly GraphScope[];
  /** Whether the state runs at most once per child execution: a Distributed Map. */
  readonly distributed?: boolean;
}

/** The field that an edge comes from; `start` and `end` connect the markers of a scope. */
export type GraphEdgeKind = 'start' | 'next' | 'default' | 'choice' | 'catch' | 'end';

/** A transition. */
export interface GraphEdge {
  readonly kind: GraphEdgeKind;
  readonly from: string;
  readonly to: string;
  /** The condition of a rule or the errors of a catcher, in short form. */
  readonly label?: string;
}

/** States that run side by side with their transitions: a whole definition, a branch, or an item processor. */
export interface GraphScope {
  /** JSON pointer, empty for the whole definition. */
  readonly id: string;
  readonly label?: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The nodes, edges, and scopes of a definition. The definition may be invalid: what can be drawn is drawn. */
export function workflowGraph(definition: JsonObject): GraphScope {
  const { scopes } = sitesOf(definition);
  const built = new Map<StateSite, GraphScope[]>();
  // inner scopes come after outer ones, so from the last to the first each state finds its own
  for (const site of [...scopes].reverse()) {
    const scope = scopeOf(site, built);
    if (site.parent === undefined) return scope;
    built.set(site.parent, [scope, ...(built.get(site.parent) ?? [])]);
  }
  return { id: '', nodes: [], edges: [] };
}

function scopeOf(site: ScopeSite, inner: ReadonlyMap<StateSite, GraphScope[]>): GraphScope {
  const flow = flowOf(site);
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const missing = new Map<string, GraphNode>();
  const start: GraphNode = { id: `${site.pointer}#start`, kind: 'start', name: 'Start', scopes: [] };
  const end: GraphNode = { id: `${site.pointer}#end`, kind: 'end', name: 'End', scopes: [] };
  const target = (edge: Pick<FlowEdge, 'to' | 'target'>): string => {
    if (edge.to) return edge.to.pointer;
    const name = typeof edge.target === 'string' ? edge.target : JSON.stringify(edge.target);
    const node = missing.get(name) ?? {
      id: `${site.pointer}#missing/${name}`,
      kind: 'missing',
      name,
      subtitle: 'no such state',
      scopes: [],
    };
    missing.set(name, node);
    return node.id;
  };
  if (site.scope.StartAt !== undefined) {
    edges.push({ kind: 'start', from: start.id, to: target({ to: flow.start, target: site.scope.StartAt }) });
  }
  for (const state of site.states) {
    nodes.push(nodeOf(state, inner.get(state) ?? []));
    for (const edge of flow.outOf(state)) {
      edges.push({ kind: edge.kind, from: state.pointer, to: target(edge), ...labelOf(edge) });
    }
    if (isTerminal(state) && flow.outOf(state).length === 0) {
      edges.push({ kind: 'end', from: state.pointer, to: end.id });
    }
  }
  const ends = edges.some(({ kind }) => kind === 'end');
  return {
    id: site.pointer,
    ...scopeLabel(site),
    nodes: [start, ...nodes, ...missing.values(), ...(ends ? [end] : [])],
    edges,
  };
}

function nodeOf(site: StateSite, scopes: readonly GraphScope[]): GraphNode {
  const { name, state, type, pointer } = site;
  return {
    id: pointer,
    kind: 'state',
    name,
    ...(type && { type }),
    ...summaryOf(site),
    ...(typeof state.Comment === 'string' && { comment: state.Comment }),
    ...(isDistributed(state) && { distributed: true }),
    scopes,
  };
}

function isDistributed(state: JsonObject): boolean {
  const config = isJsonObject(state.ItemProcessor) ? state.ItemProcessor.ProcessorConfig : undefined;
  return isJsonObject(config) && config.Mode === 'DISTRIBUTED';
}

function labelOf({ kind, item }: FlowEdge): { readonly label?: string } {
  if (kind === 'default') return { label: 'otherwise' };
  if (item === undefined) return {};
  if (kind === 'choice') return { label: conditionText(item) };
  const errors: unknown = item.ErrorEquals;
  return { label: Array.isArray(errors) && errors.length > 0 ? errors.map(String).join(', ') : 'no errors' };
}

function scopeLabel({ parent, pointer }: ScopeSite): { readonly label?: string } {
  if (parent?.type !== 'Parallel') return {};
  return { label: `Branch ${Number(pointer.slice(pointer.lastIndexOf('/') + 1)) + 1}` };
}
