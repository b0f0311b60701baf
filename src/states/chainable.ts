import { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { CallSite } from './call-site';
import { neutralOr } from './fields';
import type { Fields, FlowNode, RenderedNode, RenderedScope, RenderedState, RetrierPart } from './flow-node';

/** The graph of each start state: the CDK lets a state be in one graph only. */
const graphs = new WeakMap<sfn.State, sfn.StateGraph>();

/** States of the CDK as a piece of a flow; they are rendered when the flow is, since they may still be changed. */
export function chainableNode(chainable: sfn.IChainable, site: CallSite): FlowNode {
  const { startState } = chainable;
  const ends = chainable.endStates.map(endName);
  return {
    kind: 'rendered',
    entry: startState.stateId,
    open: ends.length > 0,
    catchable: true,
    site,
    load: () => {
      const graph = graphs.get(startState) ?? new sfn.StateGraph(startState, `the states from ${startState.stateId}`);
      graphs.set(startState, graph);
      const { States } = graph.toGraphJson(sfn.QueryLanguage.JSON_PATH) as { States: Record<string, Fields> };
      return { ...renderedScope(States, new Set(ends), site), policyStatements: graph.policyStatements };
    },
  };
}

/** The states of a scope in the Amazon States Language, taken apart. */
function renderedScope(states: Record<string, Fields>, openEnds: ReadonlySet<string>, site: CallSite): RenderedScope {
  return { states: new Map(Object.entries(states).map(([name, fields]) => [name, renderedState(fields, site)])), openEnds, policyStatements: [] };
}

function renderedState(state: Fields, site: CallSite): RenderedState {
  const { QueryLanguage, Next, End: _end, Default, Choices, Retry, Catch, Branches, ItemProcessor, Iterator, ...rest } = state;
  const fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const processor = (ItemProcessor ?? Iterator) as Fields | undefined;
  return {
    fields,
    language: QueryLanguage === sfn.QueryLanguage.JSONATA ? 'JSONata' : neutralOr('JSONata', fields) === 'any' ? 'any' : 'JSONPath',
    next: Next as string | undefined,
    default: Default as string | undefined,
    rules: (Choices as Fields[] | undefined)?.map(({ Next: next, ...rule }) => ({ fields: rule, next: next as string })),
    retriers: ((Retry ?? []) as Fields[]).map((retrier): RetrierPart => ({ errors: retrier.ErrorEquals as string[], fields: retrier })),
    catchers: ((Catch ?? []) as Fields[]).map(({ Next: next, ...catcher }) =>
      ({ errors: catcher.ErrorEquals as string[], fields: catcher, next: next as string })),
    branches: (Branches as Fields[] | undefined)?.map(branch => innerScope(branch, site)),
    processor: processor && innerScope(processor, site),
  };
}

/** A branch, or what a Map runs: a closed flow, and the fields beside it. */
function innerScope({ StartAt, States, ...fields }: Fields, site: CallSite): { fields: Fields; flow: RenderedNode } {
  const defined = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const load = (): RenderedScope => renderedScope(States as Record<string, Fields>, new Set(), site);
  return { fields: defined, flow: { kind: 'rendered', entry: StartAt as string, open: false, catchable: true, site, load } };
}

/** The state behind an open end; a Choice of which only the default is open hides in a wrapper of the CDK. */
function endName(end: sfn.INextable): string {
  const state = end instanceof sfn.State ? end : (end as unknown as { choice?: sfn.State }).choice;
  return state?.stateId ?? '';
}
