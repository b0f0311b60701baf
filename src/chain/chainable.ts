import { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import { placeOf, type CallSite } from './call-site';
import type { Fields, FlowNode, RenderedState } from './flow-node';
import { renderedScope } from './rendered-scope';

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
      const graph = new sfn.StateGraph(startState, `the states from ${startState.stateId}`);
      try {
        const states = sfn.State.findReachableStates(startState, { includeErrorHandlers: true });
        const rendered = states.map((state): [string, Fields] => [
          state.stateId,
          state.toStateJson(sfn.QueryLanguage.JSON_PATH) as Fields,
        ]);
        const scope = renderedScope(
          { states: Object.fromEntries(rendered), language: 'JSONPath', site },
          new Set(ends),
        );
        ends.forEach(end => refuseClosed(end, scope.states.get(end), site));
        return { ...scope, policyStatements: [...graph.policyStatements] };
      } finally {
        release(graph);
      }
    },
  };
}

/** Refuses an end that leads on already: what came after it in the CDK would be lost. */
function refuseClosed(name: string, state: RenderedState | undefined, site: CallSite): void {
  const leads = state?.next ?? state?.default;
  if (leads === undefined) return;
  throw new StepwrightError(
    'END_NOT_OPEN',
    `'${name}' can't be an open end, because its next state in the CDK is '${leads}'`,
    {
      where: placeOf(site),
      allowed: 'a state without a next state',
      fix: 'pass the whole CDK chain, as next() returns it: Flow.fromChainable(first.next(second))',
    },
  );
}

/** What ties states of the CDK to a graph, and graphs to the one around them. The CDK has no word for letting go of them. */
interface Tied {
  containingGraph?: sfn.StateGraph;
  superGraph?: sfn.StateGraph;
  readonly allStates?: Iterable<Tied>;
  readonly branches?: readonly Tied[];
  readonly iteration?: Tied;
  readonly processor?: Tied;
}

/** Lets go of the states of a graph: the CDK lets each be in one graph only, and we need them for a moment. */
function release(graph: sfn.StateGraph): void {
  for (const state of (graph as unknown as Tied).allStates ?? []) {
    state.containingGraph = undefined;
    for (const inner of [...(state.branches ?? []), state.iteration, state.processor]) {
      if (inner) inner.superGraph = undefined;
    }
  }
}

/** The state behind an open end; a Choice of which only the default is open hides in a wrapper of the CDK. */
function endName(end: sfn.INextable): string {
  const state = end instanceof sfn.State ? end : (end as unknown as { choice?: sfn.State }).choice;
  return state?.stateId ?? '';
}
