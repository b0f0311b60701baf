import type { Enforcement } from './enforcement';
import type { HistoryEvent, Run, TaskCall } from '../../interpreter';

/**
 * Notes the jobs that AWS would have stopped since their execution ended before them, where the role does not allow that.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
 */
export function noteStops(run: Run, calls: readonly TaskCall[], enforcement: Enforcement): void {
  if (enforcement.mapsStarted > 0 && run.status !== 'SUCCEEDED') for (const one of [run, ...run.nested]) noteMapStops(one, enforcement);
  if (!calls.some(call => call.pattern === 'SYNC')) return;
  for (const one of [run, ...run.nested, ...run.children]) noteStopsOf(one, calls, enforcement);
}

function noteMapStops(run: Run, enforcement: Enforcement): void {
  const ended = new Set(run.history.filter(event => event.type === 'MapRunSucceeded' || event.type === 'MapRunFailed').map(event => event.previousEventId));
  run.history.filter(event => event.type === 'MapRunStarted').forEach((event, index) => {
    if (!ended.has(event.id)) enforcement.mapStopped(run.executionArn, index);
  });
}

function noteStopsOf(run: Run, calls: readonly TaskCall[], enforcement: Enforcement): void {
  const own = calls.filter(call => call.executionArn === run.executionArn);
  if (!own.some(call => call.pattern === 'SYNC')) return;
  const ended = new Set(run.history.filter(event => ENDS.has(event.type)).map(event => event.previousEventId));
  const scheduled = run.history.filter(event => event.type === 'TaskScheduled');
  const submitted = new Map(run.history.filter(event => event.type === 'TaskSubmitted').map(event => [event.previousEventId, event]));
  let next = 0;
  for (const event of scheduled) {
    while (next < own.length && !isCallOf(event, own[next])) next++;
    const call = own[next++];
    if (call?.pattern !== 'SYNC') continue;
    const started = run.history.find(one => one.type === 'TaskStarted' && one.previousEventId === event.id);
    const job = started && submitted.get(started.id);
    if (job && !ended.has(job.id)) enforcement.stopped(call);
  }
}

/** A task that timed out is not ended: its job is stopped. */
const ENDS: ReadonlySet<string> = new Set(['TaskSucceeded', 'TaskFailed']);

/** Whether an event tells of a call; calls that were refused before they began have none. */
function isCallOf(event: HistoryEvent, call: TaskCall): boolean {
  const { resource } = event.taskScheduledEventDetails ?? {};
  return call.kind === 'Task' && resource !== undefined && call.resource.endsWith(`:${resource}`);
}
