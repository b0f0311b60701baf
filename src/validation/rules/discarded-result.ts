import { fieldPlace } from '../definition-place';
import type { Finding, Rule } from '../rule';

export const discardedResult: Rule = {
  id: 'discarded-result',
  severity: 'WARNING',
  summary: 'A state makes something that nothing uses: its result is shaped and then dropped.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultpath.html',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const { type, state } = site;
      if (type === undefined || site.language !== 'JSONPath') return [];
      const dropped = state.ResultPath === null;
      const assigns = state.Assign !== undefined;
      const finding = (field: string, message: string, fix: string): Finding => ({
        at: fieldPlace(site, field),
        message,
        fix,
      });
      if (dropped && state.ResultSelector !== undefined && !assigns) {
        return [
          finding(
            'ResultSelector',
            'ResultSelector shapes a result that "ResultPath": null drops',
            'Remove ResultSelector, or give ResultPath a path.',
          ),
        ];
      }
      if (type !== 'Pass') return [];
      if (dropped && state.Result !== undefined && !assigns) {
        return [finding('Result', '"ResultPath": null drops this Result', 'Remove Result, or give ResultPath a path.')];
      }
      if (dropped && state.Parameters !== undefined && !assigns) {
        return [
          finding(
            'Parameters',
            '"ResultPath": null drops what Parameters makes',
            'Remove Parameters, or give ResultPath a path.',
          ),
        ];
      }
      return state.Result !== undefined && state.Parameters !== undefined
        ? [finding('Parameters', 'Parameters makes something that Result replaces', 'Keep Result or Parameters.')]
        : [];
    }),
};
