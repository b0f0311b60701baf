import { jsonKind } from '../../asl';
import { leavesOf, templatesOf } from '../expressions';
import { SCHEMA, type Rule } from '../rule';

export const templateValue: Rule = {
  id: 'template-value',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A member whose name ends in .$ holds something that is no text.',
  source: 'Reported from AWS by others.',
  find: ({ sites }) => sites.states.filter(({ type, language }) => type !== undefined && language === 'JSONPath').flatMap(site => templatesOf(site).flatMap(({ value, place }) => leavesOf(value, place)
    .filter(leaf => leaf.key?.endsWith('.$') && typeof leaf.value !== 'string')
    .map(leaf => ({
      at: { ...leaf.place, location: place.location },
      message: `The value for the field '${leaf.key}' must be a STRING that contains a JSONPath but was an ${jsonKind(leaf.value).toUpperCase()}`,
      fix: 'Write a path or an intrinsic function call, or leave .$ out of the name.',
    })))),
};
