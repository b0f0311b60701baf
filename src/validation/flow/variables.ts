/* eslint-disable no-bitwise -- a set of variables is one bit for each: thousands of states have thousands of them */
import { isJsonObject, type Json, type ScopeSite, type StateSite } from '../../asl';
import { type DefinitionPlace, fieldPlace, inside, itemsOf } from '../definition-place';
import { isDistributed } from '../map-mode';
import type { Edge, ScopeGraph } from './graph';

/** One variable that an Assign gives a value to. */
export interface Assignment {
  readonly name: string;
  readonly site: StateSite;
  readonly place: DefinitionPlace;
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
type Bits = Int32Array;

interface Known {
  readonly always: Bits;
  readonly sometimes: Bits;
}

/** Follows the assignments of the variables that are asked for through every scope. Outer scopes come before inner ones, which start with what their state sees. */
export function variableFlow(
  scopes: readonly ScopeSite[],
  graph: (scope: ScopeSite) => ScopeGraph,
  asked: ReadonlySet<string>,
): VariableFlow {
  const assignments = scopes.flatMap(scope => scope.states.flatMap(assignmentsOf));
  const indexes = new Map(
    [...new Set(assignments.map(({ name }) => name).filter(name => asked.has(name)))].map((name, i) => [name, i]),
  );
  const words = Math.ceil(indexes.size / 32);
  const entered = new Map<StateSite, Known>();
  const bitsOf = (edge: Edge): number[] => namesOn(edge).flatMap(name => indexes.get(name) ?? []);
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
  if (parent === undefined || (parent.type === 'Map' && isDistributed(parent) === true)) {
    return { always: new Int32Array(words), sometimes: new Int32Array(words) };
  }
  return entered.get(parent);
}

function follow(
  { start, outOf }: ScopeGraph,
  known: Known | undefined,
  entered: Map<StateSite, Known>,
  bitsOf: (edge: Edge) => number[],
): void {
  if (start === undefined || known === undefined) return;
  entered.set(start, copyOf(known));
  const order = inOrder(start, outOf);
  const assigned = new Map(order.flatMap(outOf).map(edge => [edge, bitsOf(edge)]));
  const pending = new Set(order);
  const passing = copyOf(known); // one for all transitions: each with its own cost more than all that is done with it
  // states in the order of the flow, until nothing changes: few rounds, whatever the loops
  while (pending.size > 0) {
    for (const site of order) {
      if (!pending.delete(site)) continue;
      const at = entered.get(site)!;
      for (const edge of outOf(site)) {
        if (edge.to === undefined) continue;
        passing.always.set(at.always);
        passing.sometimes.set(at.sometimes);
        addBits(passing, assigned.get(edge)!);
        if (handOn(passing, edge.to, entered)) pending.add(edge.to);
      }
    }
  }
}

/** Tells a state what is known when it is entered on one way. Whether that was new. */
function handOn({ always, sometimes }: Known, to: StateSite, entered: Map<StateSite, Known>): boolean {
  const known = entered.get(to);
  if (known === undefined) {
    entered.set(to, copyOf({ always, sometimes }));
    return true;
  }
  let changes = 0;
  for (let i = 0; i < always.length; i++) {
    const both = known.always[i] & always[i];
    const either = known.sometimes[i] | sometimes[i];
    changes |= (both ^ known.always[i]) | (either ^ known.sometimes[i]);
    known.always[i] = both;
    known.sometimes[i] = either;
  }
  return changes !== 0;
}

function copyOf({ always, sometimes }: Known): Known {
  return { always: always.slice(), sometimes: sometimes.slice() };
}

function addBits({ always, sometimes }: Known, added: readonly number[]): void {
  for (const index of added) {
    always[index >> 5] |= 1 << (index & 31);
    sometimes[index >> 5] |= 1 << (index & 31);
  }
}

/** What a state leads to, each state before those that it leads to where no loop forbids it (reverse postorder). Iterative. */
function inOrder(start: StateSite, outOf: (site: StateSite) => readonly Edge[]): StateSite[] {
  const order: StateSite[] = [];
  const seen = new Set([start]);
  const work = [{ site: start, edge: 0 }];
  while (work.length > 0) {
    const at = work[work.length - 1];
    const edges = outOf(at.site);
    const to = at.edge < edges.length ? edges[at.edge++].to : undefined;
    if (to !== undefined && !seen.has(to)) {
      seen.add(to);
      work.push({ site: to, edge: 0 });
    } else if (at.edge >= edges.length && to === undefined) {
      order.push(work.pop()!.site);
    }
  }
  return order.reverse();
}

/** The variables that a transition assigns: a rule of a Choice and a Catch have an Assign of their own, the state's is for all other ways out. */
function namesOn({ kind, from, item }: Edge): string[] {
  return namesIn(kind === 'choice' || kind === 'catch' ? item?.Assign : from.state.Assign, from).map(([name]) => name);
}

function assignmentsOf(site: StateSite): Assignment[] {
  const own = (assign: Json | undefined, place: DefinitionPlace): Assignment[] =>
    namesIn(assign, site).map(([name, key]) => ({ name, site, place: inside(place, key) }));
  return [
    ...own(site.state.Assign, fieldPlace(site, 'Assign')),
    ...(['Choices', 'Catch'] as const).flatMap(field =>
      itemsOf(site, field).flatMap(({ item, place }) => own(item.Assign, inside(place, 'Assign'))),
    ),
  ];
}

/** Names, and the members that hold their values: `name.$` in JSONPath states. */
function namesIn(assign: Json | undefined, { language }: StateSite): Array<[name: string, key: string]> {
  if (!isJsonObject(assign)) return [];
  return Object.keys(assign).map(key => [language === 'JSONPath' && key.endsWith('.$') ? key.slice(0, -2) : key, key]);
}
