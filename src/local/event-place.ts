import type { HistoryEvent } from '../interpreter';

/** States side by side: a whole execution, the branches of a Parallel, one item of a Map. */
export interface VisitScope {
  /** The Map or Parallel around it; undefined for the execution itself. */
  readonly container?: StateVisit;
  /** The item's index, inside a Map. */
  readonly index?: number;
  /** How many Maps, Parallels and nested executions are around it. */
  readonly depth: number;
}

/** A visit of a state. */
export interface StateVisit {
  readonly state: string;
  /** `Map`, `Task`, … */
  readonly type: string;
  /** JSON text. */
  readonly input: string | undefined;
  readonly scope: VisitScope;
}

/** Where an event stands: in a scope, at a state of it. */
export interface EventPlace {
  readonly scope: VisitScope;
  readonly visit?: StateVisit;
}

/** Where an event stands, from where the event stood that led to it. */
export function eventPlace(event: HistoryEvent, before: EventPlace): EventPlace {
  const { type } = event;
  if (event.stateEnteredEventDetails) {
    const { name: state, input } = event.stateEnteredEventDetails;
    const { scope } = before;
    return { scope, visit: { state, type: type.replace(/StateEntered$/, ''), input, scope } };
  }
  if (type === 'MapIterationStarted') {
    const map = upward(before, visit => visit.state === event.mapIterationStartedEventDetails?.name);
    return map
      ? {
          scope: { container: map, index: event.mapIterationStartedEventDetails?.index, depth: map.scope.depth + 1 },
          visit: map,
        }
      : before;
  }
  if (type === 'ParallelStateStarted') {
    const parallel = upward(before, visit => visit.type === 'Parallel');
    return parallel ? { scope: { container: parallel, depth: parallel.scope.depth + 1 }, visit: parallel } : before;
  }
  const ofContainer = /^(Map|Parallel)State(Started|Failed)$/.exec(type)?.[1];
  const started = ofContainer === undefined ? undefined : upward(before, visit => visit.type === ofContainer);
  const left = event.stateExitedEventDetails
    ? upward(before, visit => visit.state === event.stateExitedEventDetails?.name)
    : undefined;
  const visit = started ?? left;
  return visit ? { scope: visit.scope, visit } : before;
}

/**
 * Which visit a `…StateAborted` event ends, among those that are open: AWS names none and links the event to the part of the container that has failed,
 * whose own state it may be, or one beside it.
 */
export function abortedVisit(
  { type }: HistoryEvent,
  failed: EventPlace,
  open: ReadonlySet<StateVisit>,
): StateVisit | undefined {
  const fits = (visit: StateVisit): boolean => type === `${visit.type}StateAborted`;
  if (failed.visit && fits(failed.visit) && open.has(failed.visit)) return failed.visit;
  return [...open].find(visit => fits(visit) && isInside(visit, failed.scope.container));
}

function isInside({ scope }: StateVisit, container: StateVisit | undefined): boolean {
  for (let at = scope.container; at; at = at.scope.container) if (at === container) return true;
  return false;
}

/** The nearest visit, from an event's own outward, that a test accepts. */
function upward({ visit, scope }: EventPlace, accepts: (visit: StateVisit) => boolean): StateVisit | undefined {
  for (let at = visit ?? scope.container; at; at = at.scope.container) if (accepts(at)) return at;
  return undefined;
}
