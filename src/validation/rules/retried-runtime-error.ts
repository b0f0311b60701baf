import { ERROR_NAMES } from '../../asl';
import { errorNames, inside, itemsOf } from '../definition-place';
import type { Rule } from '../rule';

/** Raised by a mistake that is still there at the next attempt. */
const IN_VAIN: ReadonlySet<string> = new Set([
  ERROR_NAMES.RUNTIME,
  ERROR_NAMES.DATA_LIMIT_EXCEEDED,
  ERROR_NAMES.NO_CHOICE_MATCHED,
  ERROR_NAMES.QUERY_EVALUATION_ERROR,
]);

export const retriedRuntimeError: Rule = {
  id: 'retried-runtime-error',
  severity: 'WARNING',
  summary:
    'A retrier names an error that is caused by the data or the definition, so the next attempt fails in the same way.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  find: ({ sites }) =>
    sites.states.flatMap(site =>
      itemsOf(site, 'Retry').flatMap(({ item, place }) =>
        errorNames(item).flatMap((name, i) =>
          IN_VAIN.has(name) && item.MaxAttempts !== 0
            ? [
                {
                  at: inside(place, 'ErrorEquals', i),
                  message: `${name} is not transient, so every attempt fails in the same way`,
                  fix: 'Catch it instead, or fix its cause.',
                },
              ]
            : [],
        ),
      ),
    ),
};
