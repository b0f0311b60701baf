import { ERROR_NAMES } from '../../asl';
import { errorNames, inside, itemsOf } from '../definition-place';
import type { Finding, Rule } from '../rule';
import { suggestion } from '../suggestion';
import { isUnknown } from '../unknown-value';

const RESERVED: readonly string[] = Object.values(ERROR_NAMES);

export const reservedErrorName: Rule = {
  id: 'reserved-error-name',
  severity: 'WARNING',
  summary: "An error name starts with States. but isn't one that AWS raises, so it never matches.",
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html; recorded from AWS: a misspelled name is accepted and never matches.',
  find: ({ sites }) =>
    sites.states.flatMap(site =>
      (['Retry', 'Catch'] as const).flatMap(field =>
        itemsOf(site, field).flatMap(({ item, place }) =>
          errorNames(item).flatMap((name, i): Finding[] => {
            if (
              !/^states?\./i.test(name) ||
              name.startsWith('States.Http.StatusCode.') ||
              RESERVED.includes(name) ||
              isUnknown(name)
            ) {
              return [];
            }
            return [
              {
                at: inside(place, 'ErrorEquals', i),
                message: `No state raises ${JSON.stringify(name)}${suggestion(name, RESERVED)}`,
                fix: `Spell the name as AWS does: ${RESERVED.join(', ')}.`,
              },
            ];
          }),
        ),
      ),
    ),
};
