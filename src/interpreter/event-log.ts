import type { Json } from '../asl';
import type { HistoryEventType } from './history-event';
import type { Instant } from './scheduler';

/**
 * What is kept of one event until somebody reads it: values by reference, no texts. A class, not a literal: events of one long run
 * outlive young collections, V8 then allocates the literals of that place among the old objects for good, and every later run, long or
 * short, takes twice as long.
 */
export class EventRecord {
  constructor(
    readonly type: HistoryEventType,
    readonly previous: number,
    readonly at: Instant,
    /** The state's name, where the event has one. */
    readonly name: string | undefined,
    /** Input, output or parameters, where the event has any. */
    readonly data: Json | undefined,
    /** All else that the event's details hold, in AWS's names. */
    readonly more: object | undefined,
    /** The event recorded before this one. */
    readonly before: EventRecord | undefined,
  ) {}
}

/** The events of an execution. They are chained from the last to the first, which costs less than an array that grows. */
export class EventLog {
  private last: EventRecord | undefined = undefined;
  length = 0;

  /** Keeps an event and returns its id. */
  add(
    type: HistoryEventType,
    previous: number,
    at: Instant,
    name: string | undefined,
    data: Json | undefined,
    more: object | undefined,
  ): number {
    this.last = new EventRecord(type, previous, at, name, data, more, this.last);
    return ++this.length;
  }

  /** Goes on from what another log holds now; that one stays as it is. */
  goOnFrom(before: EventLog): void {
    this.last = before.last;
    this.length = before.length;
  }

  /** All events, in order. */
  records(): EventRecord[] {
    const records: EventRecord[] = [];
    for (let record = this.last; record; record = record.before) records.push(record);
    return records.reverse();
  }

  /** The names of the states entered, in order. */
  visited(): string[] {
    return this.records()
      .filter(({ type }) => type.endsWith('StateEntered'))
      .map(({ name }) => name!);
  }
}
