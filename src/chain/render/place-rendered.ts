import type { Fields, RenderedNode, RenderedScope, RenderedState } from '../flow-node';
import { place, type Rendering } from './rendering';
import type { Next, Surroundings } from './surroundings';
import { catchField, nextOrEnd, retryField } from './transitions';

/** Places states that are rendered already: their names get the prefix, their open ends go on. */
export function placeRendered(rendering: Rendering, node: RenderedNode, next: Next, surroundings: Surroundings): void {
  const { states, openEnds, grants = {} } = loadedScope(rendering, node);
  for (const [written, known] of Object.entries(grants)) rendering.grants.set(surroundings.prefix + written, known);
  for (const [written, state] of states) {
    placeOne(rendering, node, written, state, openEnds.has(written) ? next : undefined, surroundings);
  }
}

function loadedScope(rendering: Rendering, node: RenderedNode): RenderedScope {
  const known = rendering.loaded.get(node);
  if (known) return known;
  const loaded = node.load();
  rendering.loaded.set(node, loaded);
  rendering.policyStatements.push(...loaded.policyStatements);
  return loaded;
}

function placeOne(
  rendering: Rendering,
  node: RenderedNode,
  written: string,
  state: RenderedState,
  open: Next | undefined,
  surroundings: Surroundings,
): void {
  const { prefix, scope } = surroundings;
  const name = prefix + written;
  const own = state.catchers.map(({ errors, fields, next }) => ({ errors, fields: () => fields, next: prefix + next }));
  const caught = catchField(
    { name, type: state.fields.Type, language: state.language, site: node.site },
    own,
    surroundings,
  );
  place(
    rendering,
    {
      name,
      scope,
      fields: {
        ...state.fields,
        ...retryField(state.fields, state.retriers, surroundings),
        ...caught.field,
        ...transitions(state, open, prefix),
      },
      language: state.language,
      inner: [
        ...(state.branches ?? []).map(branch => ({ kind: 'branch' as const, ...branch })),
        ...(state.processor ? [{ kind: 'processor' as const, ...state.processor }] : []),
      ],
      site: node.site,
      nextSite: open?.site,
    },
    surroundings,
  );
  scope.handlers.push(
    ...caught.handlers.map(handler => ({
      node: handler.part.to,
      next: handler.next,
      surroundings: handler.surroundings,
    })),
  );
}

function transitions(state: RenderedState, open: Next | undefined, prefix: string): Fields {
  if (state.rules) {
    const Choices = state.rules.map(({ fields, next }) => ({ ...fields, Next: prefix + next }));
    const fallback = open ? open.name : state.default === undefined ? undefined : prefix + state.default;
    return fallback === undefined ? { Choices } : { Choices, Default: fallback };
  }
  if (open) return nextOrEnd(open);
  if (state.next !== undefined) return { Next: prefix + state.next };
  return state.fields.Type === 'Succeed' || state.fields.Type === 'Fail' ? {} : { End: true };
}
