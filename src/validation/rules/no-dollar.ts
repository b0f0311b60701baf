import { leavesOf, templatesOf } from '../expressions';
import { looksLikePath } from '../expressions/look-alike';
import type { Rule } from '../rule';
import { shown } from '../suggestion';

export const noDollar: Rule = {
  id: 'no-dollar',
  severity: 'WARNING',
  code: 'NO_DOLLAR',
  summary: 'A value looks like a path or an intrinsic function call, but the member\'s name has no .$, so it is taken literally.',
  source: 'AWS documents the code for ValidateStateMachineDefinition.',
  find: ({ sites }) => sites.states.filter(({ type, language }) => type !== undefined && language === 'JSONPath').flatMap(site => templatesOf(site).flatMap(({ value, place }) => leavesOf(value, place)
    .filter(leaf => leaf.key !== undefined && !leaf.key.endsWith('.$') && typeof leaf.value === 'string' && looksLikePath(leaf.value))
    .map(leaf => ({ at: leaf.place, message: `${shown(leaf.value)} looks like a path, but '${leaf.key}' does not end in .$`, fix: `Name the member '${leaf.key}.$'.` })))),
};
