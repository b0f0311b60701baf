import { looksLikePath } from '../expressions/look-alike';
import type { Rule } from '../rule';
import { shown } from '../suggestion';

export const noDollar: Rule = {
  id: 'no-dollar',
  severity: 'WARNING',
  code: 'NO_DOLLAR',
  summary:
    "A value looks like a path or an intrinsic function call, but the member's name has no .$, so it is taken literally.",
  source: 'AWS documents the code for ValidateStateMachineDefinition.',
  find: ({ templateLeaves }) =>
    templateLeaves.flatMap(({ leaf: { key, value, place } }) => {
      if (key === undefined || key.endsWith('.$') || typeof value !== 'string' || !looksLikePath(value)) return [];
      return [
        {
          at: place,
          message: `${shown(value)} looks like a path, but '${key}' does not end in .$`,
          fix: `Name the member '${key}.$'.`,
        },
      ];
    }),
};
