import { isExpression } from '../../query/jsonata';
import { fieldPlace } from '../definition-place';
import { isRfc3339 } from '../rfc3339';
import { SCHEMA, type Rule } from '../rule';
import { shown } from '../suggestion';
import { isUnknown } from '../unknown-value';

export const timestamp: Rule = {
  id: 'timestamp',
  severity: 'ERROR',
  code: SCHEMA,
  summary:
    'The Timestamp of a Wait state is not an RFC 3339 timestamp. In a JSONata state, every string that is not enclosed in {% … %} is a literal.',
  source: 'Recorded from AWS: CreateStateMachine.',
  find: ({ sites }) =>
    sites.states.flatMap(site => {
      const { type, state, language } = site;
      const value = state.Timestamp;
      if (
        type !== 'Wait' ||
        typeof value !== 'string' ||
        isUnknown(value) ||
        (language === 'JSONata' && isExpression(value)) ||
        isRfc3339(value)
      ) {
        return [];
      }
      return [
        {
          at: fieldPlace(site, 'Timestamp'),
          message: 'String does not match RFC3339 timestamp',
          fix: `Use a timestamp such as 2030-01-31T12:00:00Z; received ${shown(value)}.`,
        },
      ];
    }),
};
