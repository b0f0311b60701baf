import type { ExecutionStatus, HistoryEvent, Run } from '../interpreter';
import { durationText } from './duration-text';
import { abortedVisit, eventPlace, type EventPlace, type StateVisit } from './event-place';
import { GoingOn } from './going-on';

/** What one entry of a timeline tells. */
export type TimelineKind =
  'started' | 'redriven' | 'again' | 'in' | 'out' | 'set' | 'failed' | 'waiting' | 'items' | 'aborted' | 'ended';

/** One thing that happened. */
export interface TimelineEntry {
  /** Virtual milliseconds after the start of the run. */
  readonly time: number;
  readonly kind: TimelineKind;
  /** The state, inside a Map with the index of its item: `Ship [2]`; empty for the execution itself. */
  readonly state: string;
  /** How many Maps, Parallels and nested executions are around it. */
  readonly depth: number;
  /** Input, output or variables, as JSON text. */
  readonly data?: string;
  /** What else there is to say: an error and its cause, what follows on it, a status. */
  readonly note?: string;
}

const FAILURE =
  /^(Task|LambdaFunction|Activity)(|Submit|Start|Schedule)(Failed|TimedOut)$|^EvaluationFailed$|^MapRunFailed$/;
const ENDED: Readonly<Record<string, ExecutionStatus>> = {
  ExecutionSucceeded: 'SUCCEEDED',
  ExecutionFailed: 'FAILED',
  ExecutionTimedOut: 'TIMED_OUT',
  ExecutionAborted: 'ABORTED',
};
const SCHEDULED = /^(Task|LambdaFunction|Activity)Scheduled$|^(Map|Parallel)StateStarted$/;

/** A run, finished or not, as far as its timeline needs it. */
type Recorded = Pick<Run, 'history' | 'startTime' | 'stateMachineArn' | 'nested'>;

/** The timeline of a run that broke off: what happened until then. */
export function timelineOfHistory(history: readonly HistoryEvent[]): TimelineEntry[] {
  const startTime = history[0]?.timestamp.getTime() ?? 0;
  return tell({ history, startTime, stateMachineArn: '', nested: [] }, startTime, 0);
}

/** A run's events as one who reads them wants them told. */
export function timelineOf(run: Recorded): TimelineEntry[] {
  return tell(run, run.startTime, 0);
}

function tell(run: Recorded, origin: number, depth: number): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  const places = placesOf(run.history, depth);
  const retries = retriesOf(run.history);
  const untold = [...run.nested];
  const goingOn = new GoingOn(run.history, places);
  let redriven = 0;
  for (const event of run.history) {
    if (event.type === 'ExecutionRedriven') redriven = event.id;
    const at = places.get(event.id)!;
    goingOn.follow(event);
    const time = event.timestamp.getTime() - origin;
    for (const entry of entriesOf(
      event,
      run,
      at,
      retries,
      event.previousEventId > redriven ? run.history[event.previousEventId - 1] : undefined,
    )) {
      const ofExecution = entry.kind === 'started' || entry.kind === 'redriven' || entry.kind === 'ended';
      entries.push({
        time,
        state: ofExecution ? '' : label(at),
        depth: ofExecution ? depth : (at.visit?.scope.depth ?? at.scope.depth),
        ...entry,
      });
    }
    if (event.type === 'ExecutionRedriven') {
      for (const visit of goingOn.from(event)) {
        entries.push({ time, kind: 'again', state: label({ visit }), depth: visit.scope.depth, data: visit.input });
      }
    }
    const output = (event.taskSubmittedEventDetails ?? event.taskSucceededEventDetails)?.output;
    const started = untold.findIndex(child => output?.includes(`"${child.executionArn}"`));
    if (started >= 0) entries.push(...tell(untold.splice(started, 1)[0], origin, (at.visit?.scope.depth ?? depth) + 1));
  }
  return entries;
}

/** Where each event stands, by its id. */
function placesOf(history: readonly HistoryEvent[], depth: number): ReadonlyMap<number, EventPlace> {
  const places = new Map<number, EventPlace>([[0, { scope: { depth } }]]);
  const open = new Set<StateVisit>();
  for (const event of history) {
    const before = places.get(event.previousEventId)!;
    const aborted = event.type.endsWith('StateAborted') ? abortedVisit(event, before, open) : undefined;
    const at = aborted ? { scope: aborted.scope, visit: aborted } : eventPlace(event, before);
    places.set(event.id, at);
    if (event.stateEnteredEventDetails) open.add(at.visit!);
    else if (aborted ?? event.stateExitedEventDetails) open.delete(at.visit!);
  }
  return places;
}

type Told = Pick<TimelineEntry, 'kind' | 'data' | 'note'>;

type Retries = ReadonlyMap<number, number>;

function entriesOf(
  event: HistoryEvent,
  run: Recorded,
  { visit }: EventPlace,
  retries: Retries,
  before: HistoryEvent | undefined,
): Told[] {
  const { type } = event;
  if (type === 'ExecutionStarted') {
    return [{ kind: 'started', data: event.executionStartedEventDetails?.input, note: machineName(run) }];
  }
  if (event.stateEnteredEventDetails) return [{ kind: 'in', data: event.stateEnteredEventDetails.input }];
  if (event.stateExitedEventDetails) return exitEntries(event.stateExitedEventDetails, visit?.input, before);
  const { resource } = event.taskSubmittedEventDetails ?? {};
  if (resource !== undefined) {
    return [
      {
        kind: 'waiting',
        note: resource.endsWith('.waitForTaskToken') ? 'for its task token' : 'for the end of the job',
      },
    ];
  }
  if (type === 'MapRunStarted') return [{ kind: 'items', note: 'Map Run started' }];
  if (type === 'MapRunRedriven') return [{ kind: 'items', note: 'Map Run redriven' }];
  const { length } = event.mapStateStartedEventDetails ?? {};
  if (length) return [{ kind: 'items', note: String(length) }];
  if (FAILURE.test(type)) return [{ kind: 'failed', note: failureText(event, retries.get(event.id)) }];
  if (type.endsWith('StateAborted')) return [{ kind: 'aborted' }];
  const { redriveCount } = event.executionRedrivenEventDetails ?? {};
  if (redriveCount !== undefined) return [{ kind: 'redriven', note: String(redriveCount) }];
  if (!Object.hasOwn(ENDED, type)) return [];
  return [{ kind: 'ended', data: event.executionSucceededEventDetails?.output, note: endText(event) }];
}

function exitEntries(
  details: NonNullable<HistoryEvent['stateExitedEventDetails']>,
  input: string | undefined,
  before: HistoryEvent | undefined,
): Told[] {
  const { output, assignedVariables } = details;
  const caught = before !== undefined && (FAILURE.test(before.type) || before.type.endsWith('StateFailed'));
  const note = caught ? 'the error was caught' : output === input ? 'unchanged' : undefined;
  return [
    ...(assignedVariables
      ? [
          {
            kind: 'set' as const,
            data: Object.entries(assignedVariables)
              .map(([name, value]) => `${name} = ${value}`)
              .join(', '),
          },
        ]
      : []),
    { kind: 'out', data: output, note },
  ];
}

/** The failures that were followed by another attempt, with the delay in milliseconds, by the id of their event. */
function retriesOf(history: readonly HistoryEvent[]): Map<number, number> {
  const found = new Map<number, number>();
  let redriven = 0;
  for (const event of history) {
    if (event.type === 'ExecutionRedriven') redriven = event.id;
    const before = history[event.previousEventId - 1] as HistoryEvent | undefined;
    if (!before || before.id < redriven || !SCHEDULED.test(event.type) || !FAILURE.test(before.type)) continue;
    found.set(before.id, event.timestamp.getTime() - before.timestamp.getTime());
  }
  return found;
}

function label({ visit }: Pick<EventPlace, 'visit'>): string {
  if (!visit) return '';
  return visit.scope.index === undefined ? visit.state : `${visit.state} [${visit.scope.index}]`;
}

function failureText(event: HistoryEvent, retryDelay: number | undefined): string {
  const details = Object.entries(event).find(([field]) => field.endsWith('EventDetails'))?.[1] as
    { error?: string; cause?: string } | undefined;
  const again = retryDelay === undefined ? '' : `, tried again after ${durationText(retryDelay)}`;
  return errorText((details?.error || 'an error without a name') + again, details?.cause);
}

function errorText(error: string | undefined, cause: string | undefined): string {
  return [error, cause === undefined ? undefined : messageIn(cause)]
    .filter(part => part !== undefined && part !== '')
    .join(': ');
}

/** The message in the cause that Lambda makes of an error; any other cause as it is. */
function messageIn(cause: string): string {
  if (!cause.startsWith('{')) return cause;
  try {
    const { errorMessage } = JSON.parse(cause) as { errorMessage?: unknown };
    return typeof errorMessage === 'string' ? errorMessage : cause;
  } catch {
    return cause;
  }
}

function endText(event: HistoryEvent): string {
  const status = ENDED[event.type];
  const { error, cause } =
    event.executionFailedEventDetails ??
    event.executionTimedOutEventDetails ??
    event.executionAbortedEventDetails ??
    {};
  const why = errorText(error, cause);
  return why === '' ? status : `${status} ${why}`;
}

function machineName({ stateMachineArn }: Recorded): string {
  return stateMachineArn.split(':')[6] ?? '';
}
