import type { Enforcement } from './enforcement';
import type { HistoryEvent, Run, TaskCall } from '../../interpreter';

/**
 * Notes the jobs that AWS would have stopped since their execution ended before them, where the role does not allow that.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
 */
export function noteStops(run: Run, calls: readonly TaskCall[], enforcement: Enforcement): void {
  const withMaps = enforcement.executionsWithMaps;
  const onlyOwn = withMaps.size === 1 && withMaps.has(run.executionArn);
  if (withMaps.size > 0) {
    for (const one of onlyOwn ? [run] : withInner(run)) {
      if (withMaps.has(one.executionArn)) noteMapStops(one, enforcement);
    }
  }
  if (!calls.some(call => call.pattern === 'SYNC')) return;
  for (const one of withInner(run)) noteStopsOf(one, calls, enforcement);
}

/** An execution and all that were started inside of it. */
function withInner(run: Run): Run[] {
  return [run, ...run.nested.flatMap(withInner), ...run.children.flatMap(withInner)];
}

/** A Map Run that ends by itself leads to another event of the same attempt; one that is stopped, alone or with its execution, leads to none. */
function noteMapStops({ history, executionArn, stateMachineArn }: Run, enforcement: Enforcement): void {
  const unfollowed = new Map<number, HistoryEvent>();
  let redriven = 0;
  for (const event of history) {
    if (event.type === 'ExecutionRedriven') redriven = event.id;
    if (event.previousEventId > redriven) unfollowed.delete(event.previousEventId);
    if (event.type === 'MapRunStarted' || event.type === 'MapRunRedriven') unfollowed.set(event.id, event);
  }
  for (const event of unfollowed.values()) {
    enforcement.mapStopped({ executionArn, stateMachineArn, stateName: stateOf(event, history) }, event);
  }
}

/** The state that an event of a Map Run belongs to. */
function stateOf(event: HistoryEvent, history: readonly HistoryEvent[]): string {
  let at = event;
  while (!at.stateEnteredEventDetails) at = history[at.previousEventId - 1];
  return at.stateEnteredEventDetails.name;
}

function noteStopsOf(run: Run, calls: readonly TaskCall[], enforcement: Enforcement): void {
  const own = calls.filter(call => call.executionArn === run.executionArn);
  if (!own.some(call => call.pattern === 'SYNC')) return;
  const ended = new Set(run.history.filter(event => ENDS.has(event.type)).map(event => event.previousEventId));
  const scheduled = run.history.filter(event => event.type === 'TaskScheduled');
  const submitted = new Map(
    run.history.filter(event => event.type === 'TaskSubmitted').map(event => [event.previousEventId, event]),
  );
  let next = 0;
  for (const event of scheduled) {
    while (next < own.length && !isCallOf(event, own[next])) next++;
    const call = own[next++];
    if (call?.pattern !== 'SYNC') continue;
    const started = run.history.find(one => one.type === 'TaskStarted' && one.previousEventId === event.id);
    const job = started && submitted.get(started.id);
    if (job && !ended.has(job.id)) enforcement.stopped(call, job);
  }
}

/** A task that timed out is not ended: its job is stopped. */
const ENDS: ReadonlySet<string> = new Set(['TaskSucceeded', 'TaskFailed']);

/** Whether an event tells of a call; calls that were refused before they began have none. */
function isCallOf(event: HistoryEvent, call: TaskCall): boolean {
  const { resource } = event.taskScheduledEventDetails ?? {};
  return call.kind === 'Task' && resource !== undefined && call.resource.endsWith(`:${resource}`);
}
