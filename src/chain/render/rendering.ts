import type { aws_iam as iam } from 'aws-cdk-lib';
import { MAX_NAME_LENGTH, nameLength } from '../../asl';
import { StepwrightError } from '../../errors';
import type { StateGrants } from '../../integrations';
import { placeOf, type CallSite } from '../call-site';
import type { FlowNode, RenderedNode, RenderedScope, StateNode, StateParts } from '../flow-node';
import { refuseDifferent, refuseTwoScopes } from './clash';
import {
  baseOf,
  entryName,
  openScope,
  type InnerScope,
  type PlacedState,
  type RenderScope,
  type Surroundings,
} from './surroundings';

/** What a rendering has so far. */
export interface Rendering {
  /** All states, by their names. */
  readonly placed: Map<string, PlacedState>;
  /** Scopes that have pieces to visit, in the order in which they got them. */
  readonly unfinished: RenderScope[];
  /** All scopes, outer before inner. */
  readonly scopes: RenderScope[];
  readonly parts: Map<StateNode, StateParts>;
  readonly loaded: Map<RenderedNode, RenderedScope>;
  readonly policyStatements: iam.PolicyStatement[];
  readonly grants: Map<string, StateGrants>;
}

/** A state that is to be placed; its inner scopes are not opened yet. */
export interface Candidate extends Omit<PlacedState, 'inner'> {
  readonly inner: ReadonlyArray<{
    readonly kind: InnerScope['kind'];
    readonly fields: InnerScope['fields'];
    readonly flow: FlowNode;
  }>;
}

/** A rendering of nothing yet. */
export function emptyRendering(): Rendering {
  return {
    placed: new Map(),
    unfinished: [],
    scopes: [],
    parts: new Map(),
    loaded: new Map(),
    policyStatements: [],
    grants: new Map(),
  };
}

/** Opens the scope of a flow, which must have a state. */
export function addScope(
  rendering: Rendering,
  title: string,
  flow: FlowNode,
  site?: CallSite,
  around?: Surroundings,
): RenderScope {
  const scope = openScope(title, startOf(flow, title, site, around), around);
  rendering.scopes.push(scope);
  addFlow(rendering, scope, flow, scope.base);
  return scope;
}

/**
 * Puts a state into its scope, or finds that it is there already: then the flows inside of it are compared with those inside of the first,
 * by placing them into the same scopes.
 */
export function place(rendering: Rendering, candidate: Candidate, surroundings: Surroundings): void {
  const { name, scope, site } = candidate;
  if (nameLength(name) > MAX_NAME_LENGTH) {
    throw new StepwrightError('INVALID_STATE_NAME', `The name '${name}' is longer than ${MAX_NAME_LENGTH} characters`, {
      where: placeOf(site),
      received: `${nameLength(name)} characters`,
      fix: 'use a shorter name or a shorter prefix',
    });
  }
  const starts = candidate.inner.map(({ flow }, i) => startOf(flow, titleOf(candidate, i), site, surroundings));
  const known = rendering.placed.get(name);
  if (known) {
    const inner = candidate.inner.map((one, i): InnerScope => ({ ...one, start: starts[i], scope: known.scope }));
    if (known.scope !== scope) refuseTwoScopes(known, { ...candidate, inner });
    refuseDifferent(known, { ...candidate, inner });
    candidate.inner.forEach(({ flow }, i) =>
      addFlow(rendering, known.inner[i].scope, flow, baseOf(known.inner[i].scope, surroundings)),
    );
    return;
  }
  const inner = candidate.inner.map(({ kind, fields, flow }, i): InnerScope => ({
    kind,
    fields,
    start: starts[i],
    scope: addScope(rendering, titleOf(candidate, i), flow, site, surroundings),
  }));
  const placed: PlacedState = { ...candidate, inner };
  rendering.placed.set(name, placed);
  scope.states.set(name, placed);
}

function addFlow(rendering: Rendering, scope: RenderScope, flow: FlowNode, surroundings: Surroundings): void {
  scope.line.push({ node: flow, next: {}, surroundings });
  rendering.unfinished.push(scope);
}

function startOf(flow: FlowNode, title: string, site: CallSite | undefined, around: Surroundings | undefined): string {
  const start = entryName(flow, {}, { prefix: around?.prefix ?? '' } as Surroundings);
  if (start !== undefined) return start;
  throw new StepwrightError('EMPTY_SCOPE', `No state in ${title}`, {
    where: placeOf(site),
    allowed: 'at least one state',
    fix: "add one; new Pass('…') does nothing",
  });
}

function titleOf(candidate: Candidate, i: number): string {
  return candidate.inner[i].kind === 'branch'
    ? `branch ${i + 1} of '${candidate.name}'`
    : `the items of '${candidate.name}'`;
}
