import { isOfService, otherSpelling } from '../../asl';
import { errorNames, inside, itemsOf } from '../definition-place';
import { resourceOf } from '../resource';
import type { Finding, Rule } from '../rule';
import { isUnknown } from '../unknown-value';

export const errorOfOtherService: Rule = {
  id: 'error-of-other-service',
  severity: 'WARNING',
  summary:
    'A Task retries or catches an error that another service raises, or that the other kind of integration spells so.',
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
                  message: `${JSON.stringify(name)} is no error of ${resource.service || 'this Task'}: it never matches`,
                  fix: 'Name an error of the service that this Task calls.',
                },
              ];
            }
            const right = otherSpelling(name, resource.arn);
            if (right === undefined) return [];
            return [
              {
                at,
                message: `This integration spells its errors ${right.slice(0, right.indexOf('.'))}.…: ${JSON.stringify(name)} never matches`,
                fix: `Write ${JSON.stringify(right)}.`,
              },
            ];
          }),
        ),
      );
    }),
};
