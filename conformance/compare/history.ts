import { isJsonObject } from '../../src/asl';
import type { HistoryEvent } from '../../src/interpreter';
import type { ExecutionCase } from '../case';
import { decoded, differences, shown } from './difference';
import { alike } from './outcome';
import { regionsOf, type Part } from './regions';

/** An event in the form that cases hold: no times, JSON texts decoded. */
export interface CaseEvent {
  readonly type: string;
  readonly [member: string]: unknown;
}

const JSON_TEXTS = new Set(['input', 'output', 'parameters']);
const NEVER_COMPARED = new Set(['roleArn', 'inputDetails', 'outputDetails', 'assignedVariablesDetails', 'timestamp']);

/** Compares the events: one by one, or as bags inside of Parallel and Map where their order is not known. */
export function compareHistory(recorded: ExecutionCase, history: readonly HistoryEvent[]): string[] {
  const expected = recorded.expected.history as unknown as readonly CaseEvent[];
  const actual = history.map(caseEvent);
  return recorded.historyMode === 'bag'
    ? compareParts(regionsOf(expected), regionsOf(actual))
    : compareInOrder(expected, actual);
}

function compareInOrder(expected: readonly CaseEvent[], actual: readonly CaseEvent[]): string[] {
  const found =
    expected.length === actual.length ? [] : [`$.history: expected ${expected.length} events, got ${actual.length}`];
  for (let i = 0; i < Math.min(expected.length, actual.length); i++) {
    const path = `$.history[${i}]`;
    if (expected[i].type !== actual[i].type) {
      found.push(`${path}: expected ${expected[i].type}, got ${actual[i].type}`);
      if (expected.length !== actual.length) break; // all that follows is shifted
    } else {
      found.push(...compareEvents(expected[i], actual[i], path));
    }
  }
  return found;
}

function compareParts(expected: readonly Part[], actual: readonly Part[]): string[] {
  return Array.from({ length: Math.max(expected.length, actual.length) }, (_, i) => {
    const path = `$.history.part[${i}]`;
    const [left, right] = [expected[i], actual[i]];
    if (left === undefined) return [`${path}: unexpected ${describe(right)}`];
    if (right === undefined) return [`${path}: missing ${describe(left)}`];
    if ('event' in left && 'event' in right) return compareEvents(unlinked(left.event), unlinked(right.event), path);
    if ('bag' in left && 'bag' in right) return compareBags(left.bag, right.bag, path);
    return [`${path}: expected ${describe(left)}, got ${describe(right)}`];
  }).flat();
}

function compareBags(expected: readonly CaseEvent[], actual: readonly CaseEvent[], path: string): string[] {
  const rest = [...actual];
  const missing = expected.filter(event => {
    const at = rest.findIndex(
      candidate =>
        candidate.type === event.type && compareEvents(unlinked(event), unlinked(candidate), path).length === 0,
    );
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [
    ...missing.map(event => `${path}: no event equal to ${shown(unlinked(event))}`),
    ...rest.map(event => `${path}: unexpected event ${shown(unlinked(event))}`),
  ];
}

function compareEvents(expected: CaseEvent, actual: CaseEvent, path: string): string[] {
  const matched = Object.fromEntries(
    Object.entries(actual).map(([member, details]) => {
      const other = expected[member];
      if (!isJsonObject(details) || !isJsonObject(other) || !('cause' in other)) return [member, details];
      return [member, { ...details, cause: alike(other.cause, details.cause) }];
    }),
  );
  return differences(withoutEmptyDetails(expected), withoutEmptyDetails(matched), path);
}

/** Details without members say nothing. */
function withoutEmptyDetails(event: object): object {
  return Object.fromEntries(
    Object.entries(event).filter(
      ([member, value]) => !(member.endsWith('Details') && isJsonObject(value) && Object.keys(value).length === 0),
    ),
  );
}

function unlinked({ id, previousEventId, ...rest }: CaseEvent): CaseEvent {
  return rest as CaseEvent;
}

function describe(part: Part): string {
  return 'event' in part ? part.event.type : `a region of ${part.bag.length} events`;
}

/** An event of a run in the form that cases hold. */
function caseEvent(event: HistoryEvent): CaseEvent {
  const details = Object.entries(event).filter(([member, value]) => member.endsWith('Details') && isJsonObject(value));
  return {
    id: event.id,
    previousEventId: event.previousEventId,
    type: event.type,
    ...Object.fromEntries(details.map(([member, value]) => [member, caseDetails(value as Record<string, unknown>)])),
  };
}

function caseDetails(details: Record<string, unknown>): object {
  const kept = Object.entries(details).filter(([member, value]) => !NEVER_COMPARED.has(member) && value !== undefined);
  return Object.fromEntries(kept.map(([member, value]) => [member, caseValue(member, value)]));
}

function caseValue(member: string, value: unknown): unknown {
  if (JSON_TEXTS.has(member)) return decoded(value);
  if (member === 'assignedVariables' && isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, decoded(text)]));
  }
  return value;
}
