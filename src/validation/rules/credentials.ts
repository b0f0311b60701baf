import { isJsonObject } from '../../asl';
import { fieldPlace, inside } from '../definition-place';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { shown } from '../suggestion';
import { isUnknown } from '../unknown-value';

export const credentials: Rule = {
  id: 'credentials',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'The Credentials of a Task have no RoleArn, a RoleArn that is not a string, or belong to an activity.',
  source:
    'Measured on AWS by others: ValidateStateMachineDefinition; https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const { Credentials: given, Resource: resource } = site.state;
      if (site.type !== 'Task' || !isJsonObject(given)) return [];
      const at = fieldPlace(site, 'Credentials');
      if (typeof resource === 'string' && /^arn:[^:]+:states:[^:]*:[^:]*:activity:/.test(resource)) {
        return [
          {
            at,
            message: "The field 'Credentials' is not supported for activities",
            fix: 'Remove it. Activity workers have their own roles.',
          },
        ];
      }
      if (given.RoleArn !== undefined && typeof given.RoleArn !== 'string' && !isUnknown(given.RoleArn)) {
        return [
          {
            at: inside(at, 'RoleArn'),
            message: 'Expected value of type [STRING]',
            fix: `RoleArn must be a string; received ${shown(given.RoleArn)}.`,
          },
        ];
      }
      const named =
        Object.hasOwn(given, 'RoleArn') || (site.language === 'JSONPath' && Object.hasOwn(given, 'RoleArn.$'));
      return named
        ? []
        : [
            {
              at,
              message: "The field 'RoleArn' is required but was missing",
              fix: 'Add "RoleArn" with the role to assume.',
            },
          ];
    }),
};
