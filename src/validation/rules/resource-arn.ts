import { fieldPlace } from '../definition-place';
import { notRecognized, resourceOf } from '../resource';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { isUnknown } from '../unknown-value';

export const resourceArn: Rule = {
  id: 'resource-arn',
  severity: 'ERROR',
  code: SCHEMA,
  summary:
    'The Resource of a Task is no ARN, or that of something that a Task cannot call: it takes functions, activities and integrations.',
  source:
    'Measured on AWS by others: ValidateStateMachineDefinition. AWS documents INVALID_RESOURCE, too, which nobody has seen.',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const { Resource: arn } = site.state;
      if (site.type !== 'Task' || typeof arn !== 'string' || isUnknown(arn)) return [];
      const at = fieldPlace(site, 'Resource');
      if (!arn.startsWith('arn:')) {
        return [
          {
            at,
            message: 'Value is not a valid resource ARN',
            fix: 'Write an ARN: of a function, an activity, or arn:aws:states:::service:action.',
          },
        ];
      }
      if (resourceOf(site)?.kind !== 'other') return [];
      return [
        {
          at,
          message: notRecognized(arn),
          fix: /^arn:[^:]*:states:::/.test(arn)
            ? 'Write arn:aws:states:::service:action.'
            : `A Task cannot call that itself. Write arn:aws:states:::service:action, and name ${arn.split(':')[2] || 'it'} in the arguments.`,
        },
      ];
    }),
};
