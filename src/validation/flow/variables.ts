/* eslint-disable no-bitwise -- a set of variables is one bit for each: thousands of states have thousands of them */
import { isJsonObject, type Json, type ScopeSite, type StateSite } from '../../asl';
import { isDistributed } from '../map-mode';
import { fieldPlace, inside, itemsOf } from '../place';
import type { Place } from '../rule';
import type { Edge, ScopeGraph } from './graph';

/** One variable that an Assign gives a value to. */
export interface Assignment {
  readonly name: string;
  readonly site: StateSite;
  readonly place: Place;
}

/** Which variables have a value when a state is entered. */
export interface VariableFlow {
  readonly assignments: readonly Assignment[];
  /** Whether the variable has a value on every path to the state. */
  isAssigned(site: StateSite, name: string): boolean;
  /** Whether the variable has a value on some path to the state. */
  canBeAssigned(site: StateSite, name: string): boolean;
  /** Whether a run can come to the state, as far as the graph tells. */
  isReached(site: StateSite): boolean;
}

/** A set of variables, one bit each. */
type Bits = Uint32Array;

interface Known { readonly always: Bits; readonly sometimes: Bits }

/** Follows the assignments through every scope. Outer scopes come before inner ones, which start with what their state sees. */
export function variableFlow(scopes: readonly ScopeSite[], graph: (scope: ScopeSite) => ScopeGraph): VariableFlow {
  const assignments = scopes.flatMap(scope => scope.states.flatMap(assignmentsOf));
  const indexes = new Map([...new Set(assignments.map(({ name }) => name))].map((name, i) => [name, i]));
  const words = Math.ceil(indexes.size / 32);
  const entered = new Map<StateSite, Known>();
  const bitsOf = (edge: Edge): number[] => namesOn(edge).map(name => indexes.get(name)!);
  for (const scope of scopes) follow(graph(scope), startOf(scope, entered, words), entered, bitsOf);
  const has = (bits: Bits | undefined, name: string): boolean => {
    const index = indexes.get(name);
    return bits !== undefined && index !== undefined && (bits[index >> 5] & (1 << (index & 31))) !== 0;
  };
  return {
    assignments,
    isAssigned: (site, name) => has(entered.get(site)?.always, name),
    canBeAssigned: (site, name) => has(entered.get(site)?.sometimes, name),
    isReached: site => entered.has(site),
  };
}

/** A branch or Map sees the variables around it; the child executions of a Distributed Map do not. */
function startOf(scope: ScopeSite, entered: ReadonlyMap<StateSite, Known>, words: number): Known | undefined {
  const { parent } = scope;
  if (parent === undefined || (parent.type === 'Map' && isDistributed(parent) === true)) return { always: new Uint32Array(words), sometimes: new Uint32Array(words) };
  return entered.get(parent);
}

function follow({ start, outOf }: ScopeGraph, known: Known | undefined, entered: Map<StateSite, Known>, bitsOf: (edge: Edge) => number[]): void {
  if (start === undefined || known === undefined) return;
  entered.set(start, known);
  const queue = new Set([start]);
  for (const site of queue) {
    queue.delete(site);
    const at = entered.get(site)!;
    for (const edge of outOf(site)) {
      if (edge.to === undefined) continue;
      const bits = bitsOf(edge);
      const merged = merge(entered.get(edge.to), { always: withBits(at.always, bits), sometimes: withBits(at.sometimes, bits) });
      if (merged === undefined) continue;
      entered.set(edge.to, merged);
      queue.add(edge.to);
    }
  }
}

/** What two ways into a state have in common; undefined if the second one changes nothing. */
function merge(known: Known | undefined, other: Known): Known | undefined {
  if (known === undefined) return other;
  let changed = false;
  const always = known.always.map((word, i) => word & other.always[i]);
  const sometimes = known.sometimes.map((word, i) => word | other.sometimes[i]);
  for (let i = 0; i < always.length && !changed; i++) changed = always[i] !== known.always[i] || sometimes[i] !== known.sometimes[i];
  return changed ? { always, sometimes } : undefined;
}

function withBits(bits: Bits, added: readonly number[]): Bits {
  if (added.length === 0) return bits;
  const copy = bits.slice();
  for (const index of added) copy[index >> 5] |= 1 << (index & 31);
  return copy;
}

/** The variables that a transition assigns: a rule of a Choice and a Catch have an Assign of their own, the state's is for all other ways out. */
function namesOn({ kind, from, item }: Edge): string[] {
  return namesIn(kind === 'choice' || kind === 'catch' ? item?.Assign : from.state.Assign, from).map(([name]) => name);
}

function assignmentsOf(site: StateSite): Assignment[] {
  const own = (assign: Json | undefined, place: Place): Assignment[] => namesIn(assign, site).map(([name, key]) => ({ name, site, place: inside(place, key) }));
  return [
    ...own(site.state.Assign, fieldPlace(site, 'Assign')),
    ...(['Choices', 'Catch'] as const).flatMap(field => itemsOf(site, field).flatMap(({ item, place }) => own(item.Assign, inside(place, 'Assign')))),
  ];
}

/** Names, and the members that hold their values: `name.$` in JSONPath states. */
function namesIn(assign: Json | undefined, { language }: StateSite): Array<[name: string, key: string]> {
  if (!isJsonObject(assign)) return [];
  return Object.keys(assign).map(key => [language === 'JSONPath' && key.endsWith('.$') ? key.slice(0, -2) : key, key]);
}
