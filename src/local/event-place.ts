import type { HistoryEvent } from '../interpreter';

/** States side by side: a whole execution, the branches of a Parallel, one item of a Map. */
export interface Scope {
  /** The Map or Parallel around it; undefined for the execution itself. */
  readonly container?: Place;
  /** The item's index, inside a Map. */
  readonly index?: number;
  /** How many Maps, Parallels and nested executions are around it. */
  readonly depth: number;
}

/** A visit of a state. */
export interface Place {
  readonly state: string;
  /** `Map`, `Task`, … */
  readonly type: string;
  /** JSON text. */
  readonly input: string | undefined;
  readonly scope: Scope;
}

/** Where an event stands: in a scope, at a state of it. */
export interface EventPlace {
  readonly scope: Scope;
  readonly place?: Place;
}

/** Where an event stands, from where the event stood that led to it. */
export function eventPlace(event: HistoryEvent, before: EventPlace): EventPlace {
  const { type } = event;
  if (event.stateEnteredEventDetails) {
    const { name: state, input } = event.stateEnteredEventDetails;
    const { scope } = before;
    return { scope, place: { state, type: type.replace(/StateEntered$/, ''), input, scope } };
  }
  if (type === 'MapIterationStarted') {
    const map = upward(before, place => place.state === event.mapIterationStartedEventDetails?.name);
    return map
      ? {
          scope: { container: map, index: event.mapIterationStartedEventDetails?.index, depth: map.scope.depth + 1 },
          place: map,
        }
      : before;
  }
  if (type === 'ParallelStateStarted') {
    const parallel = upward(before, place => place.type === 'Parallel');
    return parallel ? { scope: { container: parallel, depth: parallel.scope.depth + 1 }, place: parallel } : before;
  }
  const ofContainer = /^(Map|Parallel)State(Started|Failed)$/.exec(type)?.[1];
  const started = ofContainer === undefined ? undefined : upward(before, place => place.type === ofContainer);
  const left = event.stateExitedEventDetails
    ? upward(before, place => place.state === event.stateExitedEventDetails?.name)
    : undefined;
  const place = started ?? left;
  return place ? { scope: place.scope, place } : before;
}

/**
 * Which visit a `…StateAborted` event ends, among those that are open: AWS names none and links the event to the part of the container that has failed,
 * whose own state it may be, or one beside it.
 */
export function abortedPlace({ type }: HistoryEvent, failed: EventPlace, open: ReadonlySet<Place>): Place | undefined {
  const fits = (place: Place): boolean => type === `${place.type}StateAborted`;
  if (failed.place && fits(failed.place) && open.has(failed.place)) return failed.place;
  return [...open].find(place => fits(place) && isInside(place, failed.scope.container));
}

function isInside({ scope }: Place, container: Place | undefined): boolean {
  for (let at = scope.container; at; at = at.scope.container) if (at === container) return true;
  return false;
}

/** The nearest visit, from an event's own outward, that a test accepts. */
function upward({ place, scope }: EventPlace, accepts: (place: Place) => boolean): Place | undefined {
  for (let at = place ?? scope.container; at; at = at.scope.container) if (accepts(at)) return at;
  return undefined;
}
