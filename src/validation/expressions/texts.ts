import type { Json, StateSite } from '../../asl';
import { fieldPlace, inside, itemsOf } from '../place';
import type { Place } from '../rule';
import { leavesOf } from './leaves';

/** Fields that hold other states, names or comments. */
const STRUCTURE = new Set(['Type', 'Comment', 'QueryLanguage', 'Next', 'End', 'Default', 'Resource', 'Label', 'Branches', 'ItemProcessor', 'Iterator', 'Retry', 'Catch', 'Choices']);

/** The texts of a JSONata state that can be expressions. */
export function jsonataTexts(site: StateSite): Array<{ readonly value: string; readonly key: string | undefined; readonly place: Place }> {
  const values: Array<[Json, Place]> = Object.entries(site.state).filter(([field]) => !STRUCTURE.has(field)).map(([field, value]) => [value, fieldPlace(site, field)]);
  for (const field of ['Choices', 'Catch'] as const) {
    for (const { item, place } of itemsOf(site, field)) {
      for (const member of ['Condition', 'Output', 'Assign']) if (item[member] !== undefined) values.push([item[member], inside(place, member)]);
    }
  }
  return values.flatMap(([value, place]) => leavesOf(value, place).flatMap(leaf => typeof leaf.value === 'string' ? [{ value: leaf.value, key: leaf.key, place: leaf.place }] : []));
}
