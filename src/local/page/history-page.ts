import { Graphs } from './graphs';
import { withStages } from './stages';
import { visitsOf } from './visits';
import type { Json, JsonObject } from '../../asl';
import { isJsonObject } from '../../asl';
import { StepwrightError } from '../../errors';
import type { PageData, PageRun } from '../../graph';
import type { HistoryEvent } from '../../interpreter';

const ENDED: Readonly<Record<string, PageRun['status']>> = {
  ExecutionSucceeded: 'SUCCEEDED',
  ExecutionFailed: 'FAILED',
  ExecutionTimedOut: 'TIMED_OUT',
  ExecutionAborted: 'ABORTED',
};

/** An execution on AWS, as `get-execution-history` prints it. */
export interface RecordedHistory {
  readonly name: string;
  readonly history: Json;
  /** The definition that ran, if it is known. */
  readonly definition?: JsonObject;
}

/**
 * The data of a page that shows executions recorded on AWS.
 *
 * @throws StepwrightError INVALID_HISTORY
 */
export function pageOfHistories(title: string, recorded: readonly RecordedHistory[]): PageData {
  const graphs = new Graphs();
  const runs = recorded.map(({ name, history, definition }): PageRun => {
    const events = eventsIn(history, name);
    const graph = definition && graphs.indexOf(definition, name);
    const { events: shown, visits } = visitsOf(events, graph === undefined ? () => undefined : graphs.nodeOf(graph));
    const last = events[events.length - 1];
    const failure =
      last.executionFailedEventDetails ?? last.executionTimedOutEventDetails ?? last.executionAbortedEventDetails;
    return {
      name,
      ...(graph !== undefined && { graph }),
      status: ENDED[last.type] ?? 'RUNNING',
      ...(failure?.error !== undefined && { error: failure.error }),
      ...(failure?.cause !== undefined && { cause: failure.cause }),
      startTime: events[0].timestamp.getTime(),
      durationMs: last.timestamp.getTime() - events[0].timestamp.getTime(),
      events: shown,
      visits: definition ? withStages(visits, shown, definition) : visits,
      price: [],
      notes: [],
    };
  });
  return { version: 1, title, redacted: false, graphs: graphs.all, runs };
}

/** The events in their order. The CLI writes times as seconds or ISO 8601, and can list the newest event first. */
function eventsIn(history: Json, where: string): HistoryEvent[] {
  const list: Json | undefined = isJsonObject(history) ? (history.events ?? history.Events) : history;
  if (!Array.isArray(list) || list.length === 0) throw invalid(where, 'no events');
  const events = list.map((event: Json, i): HistoryEvent => {
    if (!isJsonObject(event) || typeof event.type !== 'string' || typeof event.id !== 'number') {
      throw invalid(where, `events[${i}] has no id or no type`);
    }
    const { timestamp } = event;
    const time =
      typeof timestamp === 'number'
        ? new Date(timestamp < 1e11 ? timestamp * 1000 : timestamp)
        : new Date(String(timestamp));
    if (Number.isNaN(time.getTime())) throw invalid(where, `events[${i}].timestamp is not a time`);
    return { previousEventId: 0, ...event, timestamp: time } as unknown as HistoryEvent;
  });
  return events.sort((a, b) => a.id - b.id);
}

function invalid(where: string, received: string): StepwrightError {
  return new StepwrightError('INVALID_HISTORY', 'This is not an execution history', {
    where,
    received,
    allowed: 'the output of aws stepfunctions get-execution-history: an object with events',
    fix: 'Save the whole output of the command as JSON.',
  });
}
