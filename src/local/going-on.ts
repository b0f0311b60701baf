import type { HistoryEvent } from '../interpreter';
import type { EventPlace, StateVisit } from './event-place';

const STARTED = /^(Map|Parallel)StateStarted$/;

/** Follows the events of an execution, and knows which visits of states a redrive goes on with: those that were entered and not left. */
export class GoingOn {
  /** The visits that were not left, with the ids of the events that entered them. */
  private readonly entered = new Map<StateVisit, number>();
  /** The last start of a Map or Parallel: what was inside of an earlier one is over. */
  private readonly started = new Map<StateVisit, number>();

  constructor(
    private readonly history: readonly HistoryEvent[],
    private readonly places: ReadonlyMap<number, EventPlace>,
  ) {}

  public follow(event: HistoryEvent): void {
    const { visit } = this.places.get(event.id)!;
    if (!visit) return;
    if (event.stateEnteredEventDetails) this.entered.set(visit, event.id);
    else if (event.stateExitedEventDetails) this.entered.delete(visit);
    else if (STARTED.test(event.type)) this.started.set(visit, event.id);
  }

  /** The visits that a redrive goes on with, in the order of their entries; Fail is entered again, and its event tells so. */
  public from(redriven: HistoryEvent): StateVisit[] {
    const anew = this.startedAnew(redriven);
    const goesOn = (visit: StateVisit): boolean => {
      const entered = this.entered.get(visit);
      const { container } = visit.scope;
      if (entered === undefined || container === undefined) return entered !== undefined;
      return !anew.has(container) && entered > (this.started.get(container) ?? 0) && goesOn(container);
    };
    return [...this.entered.keys()].filter(visit => visit.type !== 'Fail' && goesOn(visit));
  }

  /** The containers that a redrive starts from their beginning: their start is the first that is heard of them. */
  private startedAnew(redriven: HistoryEvent): ReadonlySet<StateVisit> {
    const heardOf = new Set<StateVisit>();
    const anew = new Set<StateVisit>();
    for (let i = redriven.id; i < this.history.length && this.history[i].type !== 'ExecutionRedriven'; i++) {
      const { visit, scope } = this.places.get(this.history[i].id)!;
      if (visit && STARTED.test(this.history[i].type) && !heardOf.has(visit)) anew.add(visit);
      for (let at = visit ?? scope.container; at; at = at.scope.container) heardOf.add(at);
    }
    return anew;
  }
}
