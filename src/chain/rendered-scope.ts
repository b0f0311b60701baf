import type { CallSite } from './call-site';
import { neutralOr } from './fields';
import type { Fields, RenderedNode, RenderedScope, RenderedState, RetrierPart, StateLanguage } from './flow-node';

/** States that are rendered already, taken apart. */
export interface RenderedSource {
  /** The states of the scope, by their names. */
  readonly states: Record<string, Fields>;
  /** The language of states that name none. */
  readonly language: 'JSONata' | 'JSONPath';
  readonly site: CallSite;
}

/** The states of a scope in the Amazon States Language, taken apart. */
export function renderedScope(source: RenderedSource, openEnds: ReadonlySet<string>): RenderedScope {
  return {
    states: new Map(Object.entries(source.states).map(([name, fields]) => [name, renderedState(fields, source)])),
    openEnds,
    policyStatements: [],
  };
}

function renderedState(state: Fields, source: RenderedSource): RenderedState {
  const {
    QueryLanguage,
    Next,
    End: _end,
    Default,
    Choices,
    Retry,
    Catch,
    Branches,
    ItemProcessor,
    Iterator,
    ...rest
  } = state;
  const fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const processor = (ItemProcessor ?? Iterator) as Fields | undefined;
  return {
    fields,
    language: stateLanguage(QueryLanguage ?? source.language, fields),
    next: Next as string | undefined,
    default: Default as string | undefined,
    rules: (Choices as Fields[] | undefined)?.map(({ Next: next, ...rule }) => ({
      fields: rule,
      next: next as string,
    })),
    retriers: ((Retry ?? []) as Fields[]).map((retrier): RetrierPart => ({
      errors: retrier.ErrorEquals as string[],
      fields: retrier,
    })),
    catchers: ((Catch ?? []) as Fields[]).map(({ Next: next, ...catcher }) => ({
      errors: catcher.ErrorEquals as string[],
      fields: catcher,
      next: next as string,
    })),
    branches: (Branches as Fields[] | undefined)?.map(branch => innerScope(branch, source)),
    processor: processor && innerScope(processor, source),
  };
}

/** The types whose states may mean the same in both languages; those of the others have conditions, items or handlers. */
const SIMPLE: ReadonlySet<unknown> = new Set(['Pass', 'Wait', 'Succeed', 'Fail']);

function stateLanguage(named: unknown, fields: Fields): StateLanguage {
  if (SIMPLE.has(fields.Type) && neutralOr('JSONata', fields) === 'any') return 'any';
  return named === 'JSONata' ? 'JSONata' : 'JSONPath';
}

/** A branch, or what a Map runs: a closed flow, and the fields beside it. */
function innerScope(
  { StartAt, States, ...fields }: Fields,
  { language, site }: RenderedSource,
): { fields: Fields; flow: RenderedNode } {
  const defined = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const load = (): RenderedScope =>
    renderedScope({ states: States as Record<string, Fields>, language, site }, new Set());
  return {
    fields: defined,
    flow: { kind: 'rendered', entry: StartAt as string, open: false, catchable: true, site, load },
  };
}
