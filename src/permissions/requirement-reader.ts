import type { Json } from '../asl';
import { concreteArguments, type Arguments } from './argument';
import { requirementsOf, type CallerOptions, type CallRequirement, type ConcreteCall } from './call-requirements';

/** What a call needs, as `callRequirements` says; equal needs are the same array, so that decisions can be kept by it. */
export type RequirementReader = (call: ConcreteCall) => readonly CallRequirement[] | undefined;

/** What was found for one call, and the arguments on which it depended. */
interface Kept {
  readonly role: string | undefined;
  readonly seen: ReadonlyMap<string, unknown>;
  readonly requirements: readonly CallRequirement[] | undefined;
}

const KEPT_PER_RESOURCE = 16;

/**
 * Reads calls of one state machine. A call that differs from an earlier one only in arguments on which nothing depends
 * (a payload, an item) costs a few comparisons.
 */
export function requirementReader(options: CallerOptions): RequirementReader {
  const byResource = new Map<string, Kept[]>();
  return call => {
    const kept = byResource.get(call.resource) ?? [];
    const found = kept.find(one => one.role === call.credentialsRoleArn && isSame(one.seen, call.input));
    if (found !== undefined) return found.requirements;
    const seen = new Map<string, unknown>();
    const requirements = requirementsOf(call, options, noting(concreteArguments(call.input), seen));
    byResource.set(
      call.resource,
      [{ role: call.credentialsRoleArn, seen, requirements }, ...kept].slice(0, KEPT_PER_RESOURCE),
    );
    return requirements;
  };
}

/** Notes every argument that is looked at. */
function noting(args: Arguments, seen: Map<string, unknown>): Arguments {
  const note = (path: string): void => {
    const argument = args.at(path);
    seen.set(path, argument.kind === 'json' ? argument.value : undefined);
  };
  return {
    at: path => (note(path), args.at(path)),
    text: path => (note(path), args.text(path)),
    has: path => (note(path), args.has(path)),
    items: path => (note(path), args.items(path)),
  };
}

/** Objects and arrays count as the same only if they are the same object: nobody changes values. */
function isSame(seen: ReadonlyMap<string, unknown>, input: Json): boolean {
  for (const [path, value] of seen) {
    if (valueAt(input, path) !== value) return false;
  }
  return true;
}

function valueAt(input: Json, path: string): unknown {
  if (path === '') return input;
  let value: unknown = input;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name)) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
