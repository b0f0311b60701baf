import type { Json, JsonObject } from '../../asl';
import type { PageEvent, PageVisit } from '../../graph';
import { testState } from '../test-state';

/** Stages are computed for this many visits of a run, so that a page of a long run is written quickly. */
const MOST = 400;
/** Stages that the page shows in another place, or that are not data. */
const ELSEWHERE = new Set([
  'input',
  'result',
  'variables',
  'request',
  'response',
  'errorDetails',
  'toleratedFailureCount',
  'toleratedFailurePercentage',
  'maxConcurrency',
]);

/**
 * Adds the data of each state stage by stage: the state is tested with its recorded input and result. Stages are left out if the test
 * ends with another output than the run, because then the state read something that only the run had, such as the Context object.
 */
export function withStages(
  visits: readonly PageVisit[],
  events: readonly PageEvent[],
  definition: JsonObject,
): readonly PageVisit[] {
  let left = MOST;
  return visits.map((visit, i) => {
    if (visit.exited === undefined || visit.type === 'Map' || visit.type === 'Parallel' || left === 0) return visit;
    left--;
    const stages = stagesOf(visit, i, events, definition);
    return stages.length === 0 ? visit : { ...visit, stages };
  });
}

function stagesOf(
  visit: PageVisit,
  index: number,
  events: readonly PageEvent[],
  definition: JsonObject,
): ReadonlyArray<readonly [name: string, json: string]> {
  try {
    const output = JSON.parse(textOf(events[visit.exited!], 'output')) as Json;
    const own = events.slice(visit.entered, visit.exited! + 1).filter(event => event.visit === index);
    const answered = own.filter(event => /^(Task|LambdaFunction|Activity)Succeeded$/.test(event.type)).at(-1);
    if (visit.type === 'Task' && !answered) return [];
    const { inspectionData, output: tested } = testState({
      definition,
      stateName: visit.state,
      input: JSON.parse(textOf(events[visit.entered], 'input')) as Json,
      ...(answered && {
        mock: { result: JSON.parse(textOf(answered, 'output')) as Json, fieldValidationMode: 'NONE' as const },
      }),
      inspectionLevel: 'DEBUG',
    });
    if (JSON.stringify(tested) !== JSON.stringify(output)) return [];
    return Object.entries(inspectionData ?? {})
      .filter(([name]) => !ELSEWHERE.has(name))
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const);
  } catch {
    return []; // the state can't be tested alone, for example because it reads a variable
  }
}

function textOf(event: PageEvent, member: string): string {
  const text = event.details?.[member];
  return typeof text === 'string' ? text : 'null';
}
