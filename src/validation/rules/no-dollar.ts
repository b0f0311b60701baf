import { looksLikePath } from '../expressions/look-alike';
import type { Rule } from '../rule';
import { shown } from '../suggestion';

export const noDollar: Rule = {
  id: 'no-dollar',
  severity: 'WARNING',
  code: 'NO_DOLLAR',
  summary:
    "A value looks like a path or an intrinsic function call, but its key doesn't end in .$, so it is a literal string.",
  source: 'AWS documents the code for ValidateStateMachineDefinition.',
  find: ({ templateLeaves }) =>
    templateLeaves.flatMap(({ leaf: { key, value, place } }) => {
      if (key === undefined || key.endsWith('.$') || typeof value !== 'string' || !looksLikePath(value)) return [];
      return [
        {
          at: place,
          message: `${shown(value)} looks like a path, but the key '${key}' doesn't end in .$`,
          fix: `Rename the key to '${key}.$'.`,
        },
      ];
    }),
};
