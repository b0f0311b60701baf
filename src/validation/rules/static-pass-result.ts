import { fieldPlace } from '../definition-place';
import { leavesOf } from '../expressions';
import { looksLikePath } from '../expressions/look-alike';
import type { Rule } from '../rule';
import { shown } from '../suggestion';

export const staticPassResult: Rule = {
  id: 'static-pass-result',
  severity: 'WARNING',
  code: 'PASS_RESULT_IS_STATIC',
  summary: 'The Result of a Pass state contains a path, which is a literal string there.',
  source: 'AWS documents the code for ValidateStateMachineDefinition.',
  find: ({ sites }) =>
    sites.states.flatMap(site => {
      const { type, language, state } = site;
      if (type !== 'Pass' || language !== 'JSONPath' || state.Result === undefined) return [];
      return leavesOf(state.Result, fieldPlace(site, 'Result'))
        .filter(({ key, value }) => key?.endsWith('.$') || (typeof value === 'string' && looksLikePath(value)))
        .map(({ value, place }) => ({
          at: place,
          message: `Result is static, so ${shown(value)} is a literal string`,
          fix: 'Use Parameters instead of Result.',
        }));
    }),
};
