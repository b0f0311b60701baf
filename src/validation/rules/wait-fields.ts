import { fieldPlace } from '../definition-place';
import { SCHEMA, type Rule } from '../rule';

/** In AWS's order. */
const FIELDS = ['SecondsPath', 'Seconds', 'TimestampPath', 'Timestamp'];

export const waitFields: Rule = {
  id: 'wait-fields',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A Wait state needs exactly one of Seconds, SecondsPath, Timestamp, and TimestampPath.',
  source: 'Measured on AWS by others: ValidateStateMachineDefinition; the Amazon States Language specification.',
  find: ({ sites }) =>
    sites.states
      .filter(({ type }) => type === 'Wait')
      .flatMap(site => {
        const given = FIELDS.filter(field => Object.hasOwn(site.state, field));
        if (given.length === 1) return [];
        return [
          {
            at: fieldPlace(site),
            message: `${given.length === 0 ? 'This object should have only one of' : 'There should only be one of'} the following fields: [${FIELDS.join(', ')}]`,
            fix: given.length === 0 ? 'Add "Seconds" or "Timestamp".' : `Keep one of ${given.join(', ')}.`,
          },
        ];
      }),
};
