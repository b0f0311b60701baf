import type { CaseEvent } from './history';

/** A part of a history: one event, or the events inside of a Parallel or Map whose order is not known. */
export type Part = { readonly event: CaseEvent } | { readonly bag: readonly CaseEvent[] };

const OPENS = new Set(['ParallelStateStarted', 'MapStateStarted']);
const ENTERS = new Set(['ParallelStateEntered', 'MapStateEntered']);
const CLOSES = new Set([
  'ParallelStateSucceeded',
  'ParallelStateFailed',
  'ParallelStateAborted',
  'MapStateSucceeded',
  'MapStateFailed',
  'MapStateAborted',
]);

/**
 * Cuts a history into events of the top level and bags of what happens inside of a Parallel or Map. One that is tried again starts
 * again before it is closed: a new bag begins.
 */
export function regionsOf(events: readonly CaseEvent[]): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let bag: CaseEvent[] = [];
  const cut = (event: CaseEvent): void => {
    parts.push({ bag }, { event });
    bag = [];
  };
  for (const event of events) {
    if (depth === 0) {
      parts.push({ event });
      if (OPENS.has(event.type)) depth = 1;
    } else if (CLOSES.has(event.type) && --depth === 0) {
      cut(event);
    } else if (depth === 1 && OPENS.has(event.type) && !entersMore(bag)) {
      cut(event);
    } else {
      if (OPENS.has(event.type)) depth++;
      bag.push(event);
    }
  }
  if (depth > 0) parts.push({ bag });
  return parts;
}

/** Whether a Parallel or Map inside of the bag was entered and has not started yet. */
function entersMore(bag: readonly CaseEvent[]): boolean {
  return bag.filter(event => ENTERS.has(event.type)).length > bag.filter(event => OPENS.has(event.type)).length;
}
