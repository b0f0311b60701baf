import { isOfService, otherSpelling } from '../../asl';
import { errorNames, inside, itemsOf } from '../definition-place';
import { resourceOf } from '../resource';
import type { Finding, Rule } from '../rule';
import { isUnknown } from '../unknown-value';

export const errorOfOtherService: Rule = {
  id: 'error-of-other-service',
  severity: 'WARNING',
  summary:
    'A Task retries or catches an error of another service, or an error spelled as in the other kind of integration.',
  source: 'Recorded from AWS: DynamoDB. of dynamodb:putItem, DynamoDb. of aws-sdk:dynamodb:putItem.',
  find: ({ sites }) =>
    sites.states.flatMap(site => {
      const resource = resourceOf(site);
      if (resource === undefined) return [];
      return (['Retry', 'Catch'] as const).flatMap(field =>
        itemsOf(site, field).flatMap(({ item, place }) =>
          errorNames(item).flatMap((name, i): Finding[] => {
            if (isUnknown(name) || !name.includes('.')) return [];
            const at = inside(place, 'ErrorEquals', i);
            if (!isOfService(name, resource.arn)) {
              return [
                {
                  at,
                  message: `${JSON.stringify(name)} is not an error of ${resource.service || 'this Task'}, so it never matches`,
                  fix: 'Use an error of the service that this Task calls.',
                },
              ];
            }
            const right = otherSpelling(name, resource.arn);
            if (right === undefined) return [];
            return [
              {
                at,
                message: `The errors of this integration start with ${right.slice(0, right.indexOf('.'))}, so ${JSON.stringify(name)} never matches`,
                fix: `Write ${JSON.stringify(right)}.`,
              },
            ];
          }),
        ),
      );
    }),
};
