import type { aws_iam as iam } from 'aws-cdk-lib';
import type { StateGrants } from '../integrations';
import type { CallSite } from './call-site';

/** A rendered field's value: JSON in which CDK tokens may stand for parts. */
export type Value = unknown;

/** Rendered fields by their names in the language; undefined ones are left out. */
export type Fields = Record<string, Value>;

/** The language of a state's own fields; `any` when it has none that depends on it. */
export type StateLanguage = 'JSONata' | 'JSONPath' | 'any';

/** What every piece of a flow knows without a look inside. */
interface NodeFacts {
  /** Name of the first state, as seen from outside of this piece. Undefined for the pieces that have no state. */
  readonly entry?: string;
  /** Whether anything can follow: some path through it is not closed. */
  readonly open: boolean;
  /** Whether a Task, Parallel or Map lies on this level, handlers included. */
  readonly catchable: boolean;
}

/** Nothing: what comes next takes its place. */
export interface EmptyNode extends NodeFacts {
  readonly kind: 'empty';
}

/** The end of the scope, without a state. */
export interface StopNode extends NodeFacts {
  readonly kind: 'stop';
  readonly site: CallSite;
}

/** A jump to a state of the same scope. */
export interface JumpNode extends NodeFacts {
  readonly kind: 'jump';
  readonly target: string;
  readonly site: CallSite;
}

/** One state. */
export interface StateNode extends NodeFacts {
  readonly kind: 'state';
  readonly entry: string;
  readonly state: RenderableState;
  readonly site: CallSite;
}

/** Two pieces, one after the other. */
export interface SequenceNode extends NodeFacts {
  readonly kind: 'sequence';
  readonly left: FlowNode;
  readonly right: FlowNode;
  readonly site: CallSite;
}

/** A piece whose open ends are closed. */
export interface ClosedNode extends NodeFacts {
  readonly kind: 'closed';
  readonly flow: FlowNode;
  readonly site: CallSite;
}

/** A piece with a retrier or a catcher for each of its states. */
export interface EachNode extends NodeFacts {
  readonly kind: 'each';
  readonly flow: FlowNode;
  readonly retrier?: RetrierPart;
  readonly catcher?: CatcherPart;
}

/** A piece with other names. */
export interface PrefixedNode extends NodeFacts {
  readonly kind: 'prefixed';
  readonly flow: FlowNode;
  readonly prefix: string;
}

/** States that are rendered already, with their transitions. */
export interface RenderedNode extends NodeFacts {
  readonly kind: 'rendered';
  readonly entry: string;
  readonly load: () => RenderedScope;
  readonly site: CallSite;
}

/** A piece of a flow, immutable. */
export type FlowNode =
  EmptyNode | StopNode | JumpNode | StateNode | SequenceNode | ClosedNode | EachNode | PrefixedNode | RenderedNode;

/** The nothing of which there is only one. */
export const EMPTY: EmptyNode = { kind: 'empty', open: true, catchable: false };

/** Two pieces, one after the other; the left one has a state and an open end. */
export function sequence(left: FlowNode, right: FlowNode, site: CallSite): FlowNode {
  return {
    kind: 'sequence',
    left,
    right,
    site,
    entry: left.entry,
    open: right.open,
    catchable: left.catchable || right.catchable,
  };
}

/** A retrier, as rendered. */
export interface RetrierPart {
  readonly errors: readonly string[];
  readonly fields: Fields;
}

/** A catcher and where it leads. */
export interface CatcherPart {
  readonly errors: readonly string[];
  /** Its fields, rendered when the state's language is known. */
  readonly fields: (language: StateLanguage, where: string) => Fields;
  readonly to: FlowNode;
}

/** A rule of a Choice and where it leads. */
export interface RulePart {
  readonly fields: Fields;
  readonly to: FlowNode;
}

/** What a state renders to; the renderer adds transitions, retriers, catchers and the scopes inside. */
export interface StateParts {
  /** `Type` first. */
  readonly fields: Fields;
  readonly language: StateLanguage;
  /** The state ends its scope: neither `Next` nor `End`. */
  readonly terminal?: boolean;
  readonly choice?: { readonly rules: readonly RulePart[]; readonly otherwise?: FlowNode };
  readonly branches?: readonly FlowNode[];
  readonly processor?: { readonly fields: Fields; readonly flow: FlowNode };
  readonly retriers?: readonly RetrierPart[];
  readonly catchers?: readonly CatcherPart[];
  readonly grants?: StateGrants;
}

/** A state that can be rendered. */
export interface RenderableState {
  /** @internal */
  _render(): StateParts;
  /** The pieces that lie on the same level as the state: its handlers and where its rules lead. @internal */
  _neighbors(): readonly FlowNode[];
}

/** A scope of states that are rendered already. */
export interface RenderedScope {
  readonly states: ReadonlyMap<string, RenderedState>;
  /** States whose end, or missing `Default`, is open. */
  readonly openEnds: ReadonlySet<string>;
  readonly policyStatements: readonly iam.PolicyStatement[];
  /** By the state's name, at any depth. */
  readonly grants?: { readonly [stateName: string]: StateGrants };
}

/** A state that is rendered already. Its transitions are names within its scope. */
export interface RenderedState {
  /** All fields but those below. */
  readonly fields: Fields;
  readonly language: StateLanguage;
  readonly next?: string;
  readonly default?: string;
  readonly rules?: ReadonlyArray<{ readonly fields: Fields; readonly next: string }>;
  readonly retriers: readonly RetrierPart[];
  readonly catchers: ReadonlyArray<{
    readonly errors: readonly string[];
    readonly fields: Fields;
    readonly next: string;
  }>;
  readonly branches?: ReadonlyArray<{ readonly fields: Fields; readonly flow: FlowNode }>;
  readonly processor?: { readonly fields: Fields; readonly flow: FlowNode };
}
