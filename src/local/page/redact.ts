import { isJsonObject, type Json } from '../../asl';
import type { PageData } from '../../graph';

/** Decides what a page shows of a value: gets its path, such as `['card', 'number']`, and returns what to show. */
export type Redactor = (value: Json, path: ReadonlyArray<string | number>) => Json;

/** What a page hides: paths such as `card.number` or `items.*.secret`, which match at any depth, or a function. */
export type Redaction = readonly string[] | Redactor;

/** The text in place of a value. */
export const REDACTED = '[redacted]';
/** Members of events that contain JSON text. */
const PAYLOADS = new Set(['input', 'output', 'parameters', 'resultSelector']);
/** Shorter values would be found by accident in other strings. */
const SHORTEST = 4;

/**
 * Removes values from a page. A value that was removed is also removed where it appears in other strings, such as the cause of an error
 * or the text of a permission.
 */
export function redactPage(data: PageData, redaction: Redaction | undefined): PageData {
  if (redaction === undefined || (typeof redaction !== 'function' && redaction.length === 0)) return data;
  const redact = typeof redaction === 'function' ? redaction : byPaths(redaction);
  const hidden = new Set<string>();
  const payload = (text: string): string => {
    try {
      return JSON.stringify(walk(JSON.parse(text) as Json, [], redact, hidden));
    } catch {
      return text;
    }
  };
  const runs = data.runs.map(run => ({
    ...run,
    visits: run.visits.map(visit =>
      visit.stages ? { ...visit, stages: visit.stages.map(([name, json]) => [name, payload(json)] as const) } : visit,
    ),
    events: run.events.map(event => {
      if (!event.details) return event;
      const details = Object.entries(event.details).map(([name, value]): [string, unknown] => {
        if (name === 'assignedVariables' && isJsonObject(value as Json)) {
          const variables = Object.entries(value as Record<string, string>).map(
            ([variable, json]): [string, string] => {
              const shown = walk({ [variable]: parsed(json) }, [], redact, hidden) as Record<string, Json>;
              return [variable, JSON.stringify(shown[variable])];
            },
          );
          return [name, Object.fromEntries(variables)];
        }
        return [name, PAYLOADS.has(name) && typeof value === 'string' ? payload(value) : value];
      });
      return { ...event, details: Object.fromEntries(details) };
    }),
  }));
  const needles = [...hidden].sort((a, b) => b.length - a.length);
  return {
    ...(everywhere({ ...data, graphs: [], runs } as unknown as Json, needles) as unknown as PageData),
    graphs: data.graphs,
    redacted: true,
  };
}

function parsed(json: string): Json {
  try {
    return JSON.parse(json) as Json;
  } catch {
    return json;
  }
}

function walk(value: Json, path: ReadonlyArray<string | number>, redact: Redactor, hidden: Set<string>): Json {
  const shown = path.length === 0 ? value : redact(value, path);
  if (shown !== value) {
    note(value, hidden);
    return shown;
  }
  if (Array.isArray(value)) return value.map((item: Json, i) => walk(item, [...path, i], redact, hidden));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, walk(inner, [...path, name], redact, hidden)]),
  );
}

/** Notes the strings and numbers in a value that was removed. */
function note(value: Json, hidden: Set<string>): void {
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value);
    if (text.length >= SHORTEST) hidden.add(text);
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) note(inner as Json, hidden);
  }
}

function everywhere(value: Json, needles: readonly string[]): Json {
  if (typeof value === 'string') return needles.reduce((text, needle) => text.split(needle).join(REDACTED), value);
  if (Array.isArray(value)) return value.map((item: Json) => everywhere(item, needles));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, everywhere(inner, needles)]));
}

function byPaths(paths: readonly string[]): Redactor {
  const wanted = paths.map(path =>
    path
      .replace(/^\$\.?/, '')
      .replace(/\[(\d+|\*)\]/g, '.$1')
      .split('.')
      .filter(step => step !== ''),
  );
  return (value, path) =>
    wanted.some(
      steps =>
        steps.length <= path.length &&
        steps.every((step, i) => step === '*' || step === String(path[path.length - steps.length + i])),
    )
      ? REDACTED
      : value;
}
