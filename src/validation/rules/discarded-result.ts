import { fieldPlace } from '../definition-place';
import type { Finding, Rule } from '../rule';

export const discardedResult: Rule = {
  id: 'discarded-result',
  severity: 'WARNING',
  summary: 'A state computes a value that is never used.',
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
            'ResultSelector changes a result that "ResultPath": null discards',
            'Remove ResultSelector, or set ResultPath to a path.',
          ),
        ];
      }
      if (type !== 'Pass') return [];
      if (dropped && state.Result !== undefined && !assigns) {
        return [
          finding('Result', '"ResultPath": null discards this Result', 'Remove Result, or set ResultPath to a path.'),
        ];
      }
      if (dropped && state.Parameters !== undefined && !assigns) {
        return [
          finding(
            'Parameters',
            '"ResultPath": null discards the result of Parameters',
            'Remove Parameters, or set ResultPath to a path.',
          ),
        ];
      }
      return state.Result !== undefined && state.Parameters !== undefined
        ? [finding('Parameters', 'Result replaces the result of Parameters', 'Keep either Result or Parameters.')]
        : [];
    }),
};
