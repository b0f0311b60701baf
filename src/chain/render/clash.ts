import { StepwrightError } from '../../errors';
import { isToken } from '../../integrations/tokens';
import { placeOf } from '../call-site';
import type { PlacedState } from './surroundings';

/** Longest text of a field in a message. */
const LONGEST = 120;

/** Two values that can stand in a definition are the same; a token is itself only. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isToken(a) || isToken(b)) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every(
    name => Object.hasOwn(b, name) && same((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
  );
}

/** Refuses two different states of one name in one scope. */
export function refuseDifferent(first: PlacedState, second: PlacedState): void {
  const [a, b] = [shape(first), shape(second)];
  const differing = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(field => !same(a[field], b[field]));
  if (differing.length === 0) return;
  const successorOnly = differing.every(field => field === 'Next' || field === 'End' || field === 'Default');
  throw new StepwrightError(
    'CONFLICTING_STATES',
    successorOnly
      ? `'${first.name}' would continue with two different states, but a state has one successor`
      : `Two different states are named '${first.name}' in ${first.scope.title}`,
    {
      where: `\n    first:  ${places(first)}\n    second: ${places(second)}`,
      received: differing.map(field => `${field}: ${text(a[field])} first, ${text(b[field])} second`).join('; '),
      fix: successorOnly
        ? "use a copy with other names in one place, .prefixed('…'), or continue with the same state in both"
        : "rename one of them, use the same value in both places, or make a copy: .prefixed('…')",
    },
  );
}

/** Refuses one name in two scopes: names are unique in the whole workflow, and no transition leaves its scope. */
export function refuseTwoScopes(first: PlacedState, second: PlacedState): void {
  throw new StepwrightError(
    'STATE_IN_TWO_SCOPES',
    `'${first.name}' is in ${first.scope.title} and in ${second.scope.title}, but names must be unique in the whole workflow`,
    {
      where: `\n    first:  ${places(first)}\n    second: ${places(second)}`,
      fix: "use a copy with other names in one place: .prefixed('…')",
    },
  );
}

/** A state without what lies in its inner scopes: the states there are compared by themselves. */
function shape(state: PlacedState): Record<string, unknown> {
  const inner = state.inner.map(({ kind, fields, start }, i): [string, unknown] => [
    kind === 'branch' ? `branch ${i + 1}` : 'ItemProcessor',
    { ...fields, StartAt: start },
  ]);
  return { ...state.fields, ...Object.fromEntries(inner) };
}

function places(state: PlacedState): string {
  const written = placeOf(state.site) ?? 'a place outside of JavaScript';
  const joined = placeOf(state.nextSite);
  return joined === undefined || joined === written ? written : `${written}, joined at ${joined}`;
}

function text(value: unknown): string {
  if (value === undefined) return 'none';
  const json = JSON.stringify(value) ?? String(value);
  return json.length > LONGEST ? `${json.slice(0, LONGEST)}…` : json;
}
