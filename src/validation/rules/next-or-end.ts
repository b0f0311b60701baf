import { fieldPlace } from '../definition-place';
import { SCHEMA, type Finding, type Rule } from '../rule';

const GO_ON = new Set(['Pass', 'Task', 'Wait', 'Parallel', 'Map']);

export const nextOrEnd: Rule = {
  id: 'next-or-end',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A state has neither Next nor End, or has both.',
  source: 'Measured on AWS by others: ValidateStateMachineDefinition.',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const { state, type } = site;
      if (type === undefined || !GO_ON.has(type)) return [];
      const [next, end] = [Object.hasOwn(state, 'Next'), Object.hasOwn(state, 'End')];
      const at = fieldPlace(site);
      if (!next && !end) {
        return [
          {
            at,
            message: 'This object should have only one of the following fields: [Next, End]',
            fix: 'Add "Next", or "End": true.',
          },
        ];
      }
      if (next && end) {
        return [
          {
            at,
            message: 'There should only be one of the following fields: [Next, End]',
            fix: state.End === false ? 'Remove "End": false.' : 'Remove one of them.',
            // whether AWS minds an End that says nothing is not known
            severity: state.End === true ? 'ERROR' : 'WARNING',
          },
        ];
      }
      if (end && state.End === false) {
        return [
          {
            at,
            message: '"End": false has no effect, and there is no Next',
            fix: 'Write "Next", or "End": true.',
            severity: 'WARNING',
          },
        ];
      }
      return [];
    }),
};
