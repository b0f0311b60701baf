import type { PageEvent, PageVisit } from '../../graph';
import type { HistoryEvent } from '../../interpreter';
import { abortedVisit, eventPlace, type EventPlace, type StateVisit } from '../event-place';

/** Events of failures that a retrier or catcher may handle. */
const FAILURE =
  /^(Task|LambdaFunction|Activity)(Submit|Start|Schedule)?(Failed|TimedOut)$|^EvaluationFailed$|^(Map|Parallel)StateFailed$|^MapRunFailed$/;

/** A visit while it is collected. */
type Draft = { -readonly [K in keyof PageVisit]: PageVisit[K] };

/** The events and visits of a history. `nodeOf` finds the node of a state by its name. */
export function visitsOf(
  history: readonly HistoryEvent[],
  nodeOf: (state: string) => string | undefined,
): { readonly events: readonly PageEvent[]; readonly visits: readonly PageVisit[] } {
  const start = history[0]?.timestamp.getTime() ?? 0;
  const places = new Map<number, EventPlace>([[0, { scope: { depth: 0 } }]]);
  const indexOf = new Map<StateVisit, number>();
  const visits: Draft[] = [];
  const open = new Set<StateVisit>();
  const events = history.map((event, i): PageEvent => {
    const before = places.get(event.previousEventId) ?? { scope: { depth: 0 } };
    const aborted = event.type.endsWith('StateAborted') ? abortedVisit(event, before, open) : undefined;
    const at = aborted ? { scope: aborted.scope, visit: aborted } : eventPlace(event, before);
    places.set(event.id, at);
    if (event.stateEnteredEventDetails) {
      open.add(at.visit!);
      indexOf.set(at.visit!, visits.push(draftOf(at.visit!, i, indexOf, nodeOf)) - 1);
    }
    const visit = at.visit === undefined ? undefined : indexOf.get(at.visit);
    if (visit !== undefined) follow(visits[visit], event, i, aborted !== undefined);
    if (at.visit && (event.stateExitedEventDetails ?? aborted)) open.delete(at.visit);
    const ofExecution = event.type.startsWith('Execution');
    return {
      id: event.id,
      previous: event.previousEventId,
      type: event.type,
      time: event.timestamp.getTime() - start,
      ...(visit !== undefined && !ofExecution && { visit }),
      ...detailsOf(event),
    };
  });
  return { events, visits };
}

function draftOf(
  { state, type, scope }: StateVisit,
  entered: number,
  indexOf: ReadonlyMap<StateVisit, number>,
  nodeOf: (state: string) => string | undefined,
): Draft {
  const node = nodeOf(state);
  const parent = scope.container && indexOf.get(scope.container);
  return {
    state,
    type,
    ...(node !== undefined && { node }),
    ...(parent !== undefined && { parent }),
    ...(scope.index !== undefined && { index: scope.index }),
    entered,
  };
}

function follow(visit: Draft, event: HistoryEvent, i: number, aborted: boolean): void {
  if (event.stateExitedEventDetails) visit.exited = i;
  else if (aborted) visit.aborted = i;
  else if (FAILURE.test(event.type)) visit.failed = i;
  else if (/Scheduled$|StateStarted$|Succeeded$|^ExecutionRedriven$/.test(event.type)) delete visit.failed; // another attempt
}

function detailsOf(event: HistoryEvent): { readonly details?: Readonly<Record<string, unknown>> } {
  for (const [name, value] of Object.entries(event)) {
    if (name.endsWith('EventDetails') && value !== undefined) return { details: value as Record<string, unknown> };
  }
  return {};
}
