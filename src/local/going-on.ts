import type { HistoryEvent } from '../interpreter';
import type { EventPlace, Place } from './event-place';

const STARTED = /^(Map|Parallel)StateStarted$/;

/** Follows the events of an execution, and knows which visits of states a redrive goes on with: those that were entered and not left. */
export class GoingOn {
  /** The visits that were not left, with the ids of the events that entered them. */
  private readonly entered = new Map<Place, number>();
  /** The last start of a Map or Parallel: what was inside of an earlier one is over. */
  private readonly started = new Map<Place, number>();

  constructor(
    private readonly history: readonly HistoryEvent[],
    private readonly places: ReadonlyMap<number, EventPlace>,
  ) {}

  public follow(event: HistoryEvent): void {
    const { place } = this.places.get(event.id)!;
    if (!place) return;
    if (event.stateEnteredEventDetails) this.entered.set(place, event.id);
    else if (event.stateExitedEventDetails) this.entered.delete(place);
    else if (STARTED.test(event.type)) this.started.set(place, event.id);
  }

  /** The visits that a redrive goes on with, in the order of their entries; Fail is entered again, and its event tells so. */
  public from(redriven: HistoryEvent): Place[] {
    const anew = this.startedAnew(redriven);
    const goesOn = (place: Place): boolean => {
      const entered = this.entered.get(place);
      const { container } = place.scope;
      if (entered === undefined || container === undefined) return entered !== undefined;
      return !anew.has(container) && entered > (this.started.get(container) ?? 0) && goesOn(container);
    };
    return [...this.entered.keys()].filter(place => place.type !== 'Fail' && goesOn(place));
  }

  /** The containers that a redrive starts from their beginning: their start is the first that is heard of them. */
  private startedAnew(redriven: HistoryEvent): ReadonlySet<Place> {
    const heardOf = new Set<Place>();
    const anew = new Set<Place>();
    for (let i = redriven.id; i < this.history.length && this.history[i].type !== 'ExecutionRedriven'; i++) {
      const { place, scope } = this.places.get(this.history[i].id)!;
      if (place && STARTED.test(this.history[i].type) && !heardOf.has(place)) anew.add(place);
      for (let at = place ?? scope.container; at; at = at.scope.container) heardOf.add(at);
    }
    return anew;
  }
}
