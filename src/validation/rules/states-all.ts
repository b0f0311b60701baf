import { ERROR_NAMES } from '../../asl';
import { errorNames, inside, itemsOf } from '../definition-place';
import { SCHEMA, type Rule } from '../rule';

export const statesAll: Rule = {
  id: 'states-all',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'States.ALL stands beside other error names, or not in the last retrier or catcher.',
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html; the text is measured by others.',
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
                ? `Leave the other names out: ${ERROR_NAMES.ALL} includes them.`
                : `Move it to the end of ${field}: what follows can never match.`,
          }));
      }),
    ),
};
