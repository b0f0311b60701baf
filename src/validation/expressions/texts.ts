import type { DefinitionSites, Json, StateSite } from '../../asl';
import { type DefinitionPlace, fieldPlace, inside, itemsOf } from '../definition-place';
import { leavesOf } from './leaves';

/** Fields that hold other states, names or comments. */
const STRUCTURE = new Set([
  'Type',
  'Comment',
  'QueryLanguage',
  'Next',
  'End',
  'Default',
  'Resource',
  'Label',
  'Branches',
  'ItemProcessor',
  'Iterator',
  'Retry',
  'Catch',
  'Choices',
]);

/** A text of a JSONata state that can be an expression. */
export interface JsonataText {
  readonly site: StateSite;
  readonly value: string;
  /** The name of the member that it is the value of. */
  readonly key: string | undefined;
  readonly place: DefinitionPlace;
}

/** The texts of all JSONata states that can be expressions. */
export function jsonataTextsOf({ states }: DefinitionSites): JsonataText[] {
  return states.filter(({ type, language }) => type !== undefined && language === 'JSONata').flatMap(textsOf);
}

function textsOf(site: StateSite): JsonataText[] {
  const values: Array<[Json, DefinitionPlace]> = Object.entries(site.state)
    .filter(([field]) => !STRUCTURE.has(field))
    .map(([field, value]) => [value, fieldPlace(site, field)]);
  for (const field of ['Choices', 'Catch'] as const) {
    for (const { item, place } of itemsOf(site, field)) {
      for (const member of ['Condition', 'Output', 'Assign']) {
        if (item[member] !== undefined) values.push([item[member], inside(place, member)]);
      }
    }
  }
  return values.flatMap(([value, place]) =>
    leavesOf(value, place).flatMap(leaf =>
      typeof leaf.value === 'string' ? [{ site, value: leaf.value, key: leaf.key, place: leaf.place }] : [],
    ),
  );
}
