import { isJsonObject } from '../../asl';
import { fieldPlace, inside } from '../definition-place';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { shown } from '../suggestion';
import { isUnknown } from '../unknown-value';

export const credentials: Rule = {
  id: 'credentials',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'Credentials of a Task have no RoleArn or one that is no text, or stand on an activity.',
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
            fix: 'Remove it: workers of an activity have roles of their own.',
          },
        ];
      }
      if (given.RoleArn !== undefined && typeof given.RoleArn !== 'string' && !isUnknown(given.RoleArn)) {
        return [
          {
            at: inside(at, 'RoleArn'),
            message: 'Expected value of type [STRING]',
            fix: `RoleArn takes a text; received ${shown(given.RoleArn)}.`,
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
              fix: 'Add "RoleArn": the role to assume.',
            },
          ];
    }),
};
