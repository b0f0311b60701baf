import type { Json } from '../asl';
import type { EventRecord } from './history';
import type { HistoryEventType } from './history-event';
import type { Instant } from './scheduler';

/** The cells that one event takes. */
const CELLS = 6;

/**
 * The events of an execution, in one flat array: an event is no object until somebody reads it, so that a long history costs the garbage
 * collector next to nothing. Values are kept by reference.
 */
export class EventLog {
  private readonly cells: unknown[] = [];
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** Keeps an event and returns its id. */
  add(type: HistoryEventType, previous: number, at: Instant, name: string | undefined, data: Json | undefined, more: object | undefined): number {
    this.cells.push(type, previous, at, name, data, more);
    return ++this.count;
  }

  /** The event with an id, from 1. */
  get(id: number): EventRecord {
    const [type, previous, at, name, data, more] = this.cells.slice((id - 1) * CELLS, id * CELLS) as [HistoryEventType, number, Instant, string?, Json?, object?];
    return { type, previous, time: at.time, name, data, more };
  }

  /** All events, in order. */
  records(): EventRecord[] {
    return Array.from({ length: this.count }, (_, i) => this.get(i + 1));
  }

  /** The names of the states entered, in order. */
  visited(): string[] {
    const names: string[] = [];
    for (let cell = 0; cell < this.cells.length; cell += CELLS) {
      if ((this.cells[cell] as string).endsWith('StateEntered')) names.push(this.cells[cell + 3] as string);
    }
    return names;
  }
}
