import { ERROR_NAMES } from '../../asl';
import { errorNames, inside, itemsOf } from '../definition-place';
import { SCHEMA, type Rule } from '../rule';

export const statesAll: Rule = {
  id: 'states-all',
  severity: 'ERROR',
  code: SCHEMA,
  summary: "States.ALL is listed with other error names, or isn't in the last retrier or catcher.",
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html; the message was measured by others.',
  find: ({ sites }) =>
    sites.states.flatMap(site =>
      (['Retry', 'Catch'] as const).flatMap(field => {
        const items = itemsOf(site, field);
        return items
          .filter(({ item, index }) => {
            const names = errorNames(item);
            return names.includes(ERROR_NAMES.ALL) && (names.length > 1 || index < items[items.length - 1].index);
          })
          .map(({ item, place }) => ({
            at: inside(place, 'ErrorEquals'),
            message: `${ERROR_NAMES.ALL} must appear alone and at end of list`,
            fix:
              errorNames(item).length > 1
                ? `Remove the other names. ${ERROR_NAMES.ALL} includes them.`
                : `Move it to the end of ${field}. The entries after it can never match.`,
          }));
      }),
    ),
};
