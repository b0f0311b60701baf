import type { Json } from '../asl';
import { isJsonObject } from '../asl';
import { durationText } from './duration-text';

/** What an event needs to have to be written; events of AWS have it as well. */
interface Event {
  readonly id: number;
  readonly previousEventId?: number;
  readonly timestamp: Date;
  readonly type: string;
}

/** Fields whose text is JSON. */
const JSON_TEXTS: ReadonlySet<string> = new Set(['input', 'output', 'parameters', 'cause']);
/** Fields that say nothing in a local run, or stand in the title. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'name',
  'index',
  'resourceType',
  'inputDetails',
  'outputDetails',
  'assignedVariablesDetails',
]);

/** JSON that fits into this many characters stays on one line. */
const LINE = 80;

/** Whether a value is the events of an execution from its start, of a local run or of AWS. */
export function isHistory(value: unknown): value is Event[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  const first = value[0] as Partial<Event> | null;
  return (
    first?.type === 'ExecutionStarted' &&
    first.id === 1 &&
    Object.prototype.toString.call(first.timestamp) === '[object Date]'
  );
}

/**
 * The events of an execution as text for a snapshot. It is made for reviews: JSON is spread over lines, so that one changed field changes
 * one line; an event names the one that led to it only where that is not the one above; time stands where it passes. So one event more
 * or less changes its own lines only. Times are UTC. What services tell about their HTTP requests is left out.
 */
export function historyText(history: readonly Event[]): string {
  const lines: string[] = [];
  let last: Event | undefined;
  for (const event of history) {
    const passed = last ? event.timestamp.getTime() - last.timestamp.getTime() : 0;
    if (!last) lines.push(`# ${event.timestamp.toISOString()}`);
    if (passed > 0) lines.push(`# ${durationText(passed)} later`);
    lines.push(...eventLines(event, last, history));
    last = event;
  }
  return lines.join('\n');
}

function eventLines(event: Event, last: Event | undefined, history: readonly Event[]): string[] {
  const { previousEventId = 0 } = event;
  const before =
    previousEventId > 0 && previousEventId !== last?.id
      ? (history[previousEventId - 1] as Event | undefined)
      : undefined;
  const details = detailsOf(event);
  const fields = Object.entries(details).filter(
    ([field]) => !LEFT_OUT.has(field) && (field !== 'resource' || details.resourceType === undefined),
  );
  return [
    `${titleOf(event)}${before ? ` (after ${titleOf(before)})` : ''}`,
    ...fields.flatMap(([field, value]) => fieldLines(field, value)),
  ];
}

function titleOf(event: Event): string {
  const { name, index, resourceType, resource } = detailsOf(event);
  return [
    event.type,
    ...(typeof name === 'string' ? [JSON.stringify(name)] : []),
    ...(typeof index === 'number' ? [`[${index}]`] : []),
    ...(typeof resourceType === 'string' ? [`${resourceType}:${resource as string}`] : []),
  ].join(' ');
}

function detailsOf(event: Event): Record<string, Json> {
  return (Object.entries(event).find(([field]) => field.endsWith('EventDetails'))?.[1] ?? {}) as Record<string, Json>;
}

function fieldLines(field: string, value: Json): string[] {
  const shown =
    JSON_TEXTS.has(field) && typeof value === 'string'
      ? parsed(value)
      : field === 'assignedVariables' && isJsonObject(value)
        ? parsedMembers(value)
        : value;
  return shown === undefined ? [] : [`  ${field}: ${spread(shown, '  ')}`];
}

/** JSON on one line where it fits, else a line for each member. */
function spread(value: Json, indent: string): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || line.length + indent.length <= LINE) return line;
  const inner = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((member: Json) => spread(member, inner))
    : Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${spread(member as Json, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${members.map(member => inner + member).join(',\n')}\n${indent}${close}`;
}

/** What every service answers about the HTTP request; a local run makes it up. */
const REQUEST_METADATA: ReadonlySet<string> = new Set(['SdkHttpMetadata', 'SdkResponseMetadata']);

function parsed(text: string): Json {
  try {
    return JSON.parse(text, (name, value: Json) => (REQUEST_METADATA.has(name) ? undefined : value)) as Json;
  } catch {
    return text;
  }
}

function parsedMembers(texts: Record<string, Json>): Json {
  return Object.fromEntries(
    Object.entries(texts).map(([name, value]) => [name, typeof value === 'string' ? parsed(value) : value]),
  );
}
