import { ERROR_NAMES } from '../../asl';
import { errorNames, inside, itemsOf } from '../definition-place';
import type { Finding, Rule } from '../rule';

export const repeatedErrorName: Rule = {
  id: 'repeated-error-name',
  severity: 'WARNING',
  summary: 'An error name can never match, because an earlier retrier or catcher of the state already matches it.',
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html: the first that matches is used.',
  find: ({ sites }) =>
    sites.states.flatMap(site =>
      (['Retry', 'Catch'] as const).flatMap(field => {
        const taken = new Map<string, number>();
        return itemsOf(site, field).flatMap(({ item, index, place }): Finding[] => {
          const names = errorNames(item);
          const found = names.flatMap((name, i): Finding[] => {
            const earlier = taken.get(name) ?? (isTaskFailure(name) ? taken.get(ERROR_NAMES.TASK_FAILED) : undefined);
            if (earlier === undefined || name === ERROR_NAMES.ALL) return [];
            return [
              {
                at: inside(place, 'ErrorEquals', i),
                message: `${JSON.stringify(name)} never reaches ${field}[${index}], because ${field}[${earlier}] matches it first`,
                fix: `Remove the name here, or move this entry before ${field}[${earlier}].`,
              },
            ];
          });
          for (const name of names) if (!taken.has(name)) taken.set(name, index);
          return found;
        });
      }),
    ),
};

/** States.TaskFailed matches every error of a task but the time-out. */
function isTaskFailure(name: string): boolean {
  return !name.startsWith('States.') && !name.includes('${');
}
