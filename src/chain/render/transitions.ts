import { StepwrightError } from '../../errors';
import { placeOf, type CallSite } from '../call-site';
import { mergedRetriers, upToAll } from '../error-handling';
import type { CatcherPart, Fields, FlowNode, RetrierPart, StateLanguage } from '../flow-node';
import { entryName, type Next, type SharedCatcher, type Surroundings } from './surroundings';

/** The states that can have retriers and catchers. */
const CAN_FAIL: ReadonlySet<unknown> = new Set(['Task', 'Parallel', 'Map']);

/** `Next`, or `End`. */
export function nextOrEnd(next: Next): Fields {
  return next.name === undefined ? { End: true } : { Next: next.name };
}

/** `Retry`: the state's own retriers, and for a Task the shared ones. */
export function retryField(fields: Fields, own: readonly RetrierPart[], surroundings: Surroundings): Fields {
  const retriers = fields.Type === 'Task' ? mergedRetriers(own, surroundings.retriers, String(fields.Resource)) : own;
  return retriers.length === 0 ? {} : { Retry: retriers.map(({ fields: retrier }) => ({ ...retrier })) };
}

/** A catcher in its place: the `Next` of a handler that is there already, or a flow to visit. */
export interface PlacedCatcher {
  readonly errors: readonly string[];
  readonly fields: CatcherPart['fields'];
  readonly next?: string;
  readonly handler?: SharedCatcher;
}

/** What its catchers must know of a state. */
interface CatchingState {
  readonly name: string;
  readonly type: unknown;
  readonly language: StateLanguage;
  readonly site: CallSite;
}

/** `Catch`, and the handlers to visit: the state's own catchers, then the shared ones, up to the first for all errors. */
export function catchField(
  state: CatchingState,
  own: readonly PlacedCatcher[],
  surroundings: Surroundings,
): { field: Fields; handlers: SharedCatcher[] } {
  const { name, type, language, site } = state;
  if (!CAN_FAIL.has(type)) return { field: {}, handlers: [] };
  const catchers = upToAll([...own, ...surroundings.catchers.map(sharedOne)]);
  const handlers = catchers.flatMap(({ handler }) => handler ?? []);
  if (catchers.length === 0) return { field: {}, handlers };
  return {
    field: {
      Catch: catchers.map(({ fields, next, handler }) => ({
        ...fields(language, `'${name}'`),
        Next:
          next ??
          leadsTo(handler!.part.to, handler!.next, handler!.surroundings, {
            what: `A catcher of '${name}'`,
            site,
            fix: "give it a handler with a state: .catch(new Succeed('…'))",
          }),
      })),
    },
    handlers,
  };
}

/** The catcher of a group. */
export function sharedOne(handler: SharedCatcher): PlacedCatcher {
  return { errors: handler.part.errors, fields: handler.part.fields, handler };
}

/**
 * Where a rule or a catcher leads: it needs a state, since neither can end the scope by itself.
 *
 * @throws StepwrightError MISSING_TARGET
 */
export function leadsTo(
  to: FlowNode,
  next: Next,
  surroundings: Surroundings,
  from: { what: string; site: CallSite; fix: string },
): string {
  const name = entryName(to, next, surroundings);
  if (name !== undefined) return name;
  throw new StepwrightError(
    'MISSING_TARGET',
    to.kind === 'stop'
      ? `${from.what} would end the workflow, but only a state can do that`
      : `${from.what} continues with the next step, but there is none`,
    {
      where: placeOf(to.kind === 'stop' ? to.site : from.site),
      allowed: 'a state to continue with',
      fix: from.fix,
    },
  );
}
