import type { CallSite } from '../call-site';
import type { CatcherPart, Fields, FlowNode, RetrierPart, StateLanguage } from '../flow-node';
import { stateNames } from './state-names';

/** What follows an open end. Without a name the scope ends there. */
export interface Next {
  readonly name?: string;
  /** Where the two were joined, or the end was asked for. */
  readonly site?: CallSite;
  /** Whether the user asked for the end with `end()`. */
  readonly closed?: boolean;
}

/** A catcher for a group of states: its handler's open ends go where the group's go. */
export interface SharedCatcher {
  readonly part: CatcherPart;
  readonly next: Next;
  readonly surroundings: Surroundings;
}

/** What holds for the states of a piece from outside: the names' prefix, shared retriers and catchers. It belongs to one scope. */
export interface Surroundings {
  readonly scope: RenderScope;
  readonly prefix: string;
  readonly retriers: readonly RetrierPart[];
  readonly catchers: readonly SharedCatcher[];
  /** The piece that got the last prefix; jumps inside of it follow its names. */
  readonly prefixed?: FlowNode;
  /** Without the last prefix. */
  readonly outer?: Surroundings;
  /** The pieces visited, with what followed them. */
  readonly seen: Map<FlowNode, Array<string | boolean>>;
  /** The surroundings made from these, so that equal ones are the same. */
  readonly made: Map<FlowNode, Map<string | undefined, Surroundings>>;
}

/** A scope that is being rendered: the workflow, a branch, or what a Map runs. */
export interface RenderScope {
  /** For messages: `the workflow`, `branch 2 of 'Notify'`. */
  readonly title: string;
  /** By name, in the order of the definition. */
  readonly states: Map<string, PlacedState>;
  /** The name of its first state. */
  readonly start: string;
  readonly base: Surroundings;
  /** Pieces to visit, the last one first. */
  readonly line: Visit[];
  /** Handlers, to be visited when the main line is done. */
  readonly handlers: Visit[];
  readonly jumps: Jump[];
}

/** A piece to visit, and what follows it. */
export interface Visit {
  readonly node: FlowNode;
  readonly next: Next;
  readonly surroundings: Surroundings;
}

/** A jump to check. */
export interface Jump {
  /** The name in the scope. */
  readonly target: string;
  readonly site: CallSite;
}

/** A state in its place. */
export interface PlacedState {
  readonly name: string;
  readonly scope: RenderScope;
  /** Its fields with transitions, without the scopes inside. */
  readonly fields: Fields;
  readonly language: StateLanguage;
  readonly inner: readonly InnerScope[];
  readonly site: CallSite;
  /** Where it was joined to what follows. */
  readonly nextSite?: CallSite;
}

/** A scope inside of a state, and the fields beside its states. */
export interface InnerScope {
  readonly kind: 'branch' | 'processor';
  readonly fields: Fields;
  readonly start: string;
  readonly scope: RenderScope;
}

/** A new scope; names inside carry the prefix of the state around it, and shared retriers go on into it. */
export function openScope(title: string, start: string, around?: Surroundings): RenderScope {
  const scope = { title, start, states: new Map(), line: [], handlers: [], jumps: [] } as unknown as {
    -readonly [K in keyof RenderScope]: RenderScope[K];
  };
  scope.base = baseOf(scope, around);
  return scope;
}

/** What holds for all states of a scope, for a flow inside of a state in these surroundings. */
export function baseOf(scope: RenderScope, around?: Surroundings): Surroundings {
  const { prefix = '', retriers = [] } = around ?? {};
  const known: Surroundings | undefined = scope.base;
  const alike = known && known.prefix === prefix && known.retriers.length === retriers.length;
  if (alike && known.retriers.every((retrier, i) => retrier === retriers[i])) return known;
  return { scope, prefix, retriers, catchers: [], seen: new Map(), made: new Map() };
}

/** The surroundings inside of a prefixed piece, or of one with a shared retrier or catcher. */
export function within(around: Surroundings, node: FlowNode & { kind: 'prefixed' | 'each' }, next: Next): Surroundings {
  const key = node.kind === 'each' && node.catcher ? next.name : undefined;
  let byNext = around.made.get(node);
  if (!byNext) around.made.set(node, (byNext = new Map()));
  const known = byNext.get(key);
  if (known) return known;
  const fresh = { ...around, seen: new Map(), made: new Map() };
  const inside: Surroundings =
    node.kind === 'prefixed'
      ? { ...fresh, prefix: around.prefix + node.prefix, prefixed: node.flow, outer: around }
      : {
          ...fresh,
          retriers: node.retrier ? [node.retrier, ...around.retriers] : around.retriers,
          catchers: node.catcher
            ? [{ part: node.catcher, next, surroundings: around }, ...around.catchers]
            : around.catchers,
        };
  byNext.set(key, inside);
  return inside;
}

/** The name of the first state of a piece, in its scope; undefined if the scope ends there. */
export function entryName(node: FlowNode, next: Next, surroundings: Surroundings): string | undefined {
  if (node.entry !== undefined) return surroundings.prefix + node.entry;
  switch (node.kind) {
    case 'jump':
      return jumpTarget(node.target, surroundings);
    case 'empty':
      return next.name;
    default:
      return undefined;
  }
}

/** The name that a jump leads to: inside of a prefixed piece the names of that piece come first. */
export function jumpTarget(target: string, surroundings: Surroundings): string {
  let at = surroundings;
  while (at.outer && at.prefixed) {
    if (stateNames(at.prefixed).has(target)) return at.prefix + target;
    at = at.outer;
  }
  return at.prefix + target;
}
