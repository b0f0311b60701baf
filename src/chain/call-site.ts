import { dirname, sep } from 'node:path';

/** Where a user called one of our verbs: the stack is taken when it happens and read only for a message. */
export interface CallSite {
  stack?: string;
}

/** The folder of this library's own compiled files: its frames are never the user's. */
const OWN_FOLDER = dirname(__dirname) + sep;

/** Frames kept: the caller, and a few above it in case it is a library's. */
const DEPTH = 6;

/**
 * Records where the verb was called.
 *
 * @param verb the function that the user called; it and what it called are left out
 */
export function callSite(verb: unknown): CallSite {
  const site: CallSite = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = DEPTH;
  Error.captureStackTrace(site, verb as (...values: never[]) => unknown);
  Error.stackTraceLimit = limit;
  return site;
}

/** `file:line:column` of a call, or undefined when it came from no JavaScript that we can see (another language). */
export function placeOf(site: CallSite | undefined): string | undefined {
  const frames = (site?.stack ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.startsWith('at '))
    .map(frame => /\((.*)\)$/.exec(frame)?.[1] ?? frame.slice('at '.length).replace(/^async /, ''))
    .filter(place => /:\d+:\d+$/.test(place) && !place.startsWith('node:') && !pathOf(place).startsWith(OWN_FOLDER));
  const own = frames.find(place => !place.includes(`${sep}node_modules${sep}`)) ?? frames[0];
  return own === undefined ? undefined : pathOf(own);
}

function pathOf(place: string): string {
  return place.replace(/^file:\/\//, '');
}
