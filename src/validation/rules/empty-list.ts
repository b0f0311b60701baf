import { STATE_FIELDS } from '../../asl';
import { fieldPlace, inside, itemsOf } from '../definition-place';
import { SCHEMA, type Rule } from '../rule';

export const emptyList: Rule = {
  id: 'empty-list',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A list that needs at least one entry is empty: Choices, Branches, or ErrorEquals.',
  source: 'Recorded from AWS by others.',
  find: ({ sites }) =>
    sites.states.flatMap(site => {
      const { type, state } = site;
      if (type === undefined) return [];
      const own = (['Choices', 'Branches'] as const)
        .filter(field => STATE_FIELDS[type][field] && isEmpty(state[field]))
        .map(field => ({ field, at: fieldPlace(site, field) }));
      const errors = (['Retry', 'Catch'] as const)
        .filter(field => STATE_FIELDS[type][field])
        .flatMap(field =>
          itemsOf(site, field)
            .filter(({ item }) => isEmpty(item.ErrorEquals))
            .map(({ place }) => ({ field: 'ErrorEquals', at: inside(place, 'ErrorEquals') })),
        );
      return [...own, ...errors].map(({ field, at }) => ({
        at,
        message: 'Value cannot be empty',
        fix: `Add at least one entry to ${field}.`,
      }));
    }),
};

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
