import { fieldPlace } from '../definition-place';
import { notRecognized, resourceOf } from '../resource';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { isUnknown } from '../unknown-value';

export const resourceArn: Rule = {
  id: 'resource-arn',
  severity: 'ERROR',
  code: SCHEMA,
  summary:
    "The Resource of a Task isn't an ARN, or is the ARN of something other than a function, an activity, or an integration.",
  source:
    'Measured on AWS by others: ValidateStateMachineDefinition. AWS also documents INVALID_RESOURCE, but there is no report of it.',
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
            fix: 'Use the ARN of a function or an activity, or arn:aws:states:::service:action.',
          },
        ];
      }
      if (resourceOf(site)?.kind !== 'other') return [];
      return [
        {
          at,
          message: notRecognized(arn),
          fix: /^arn:[^:]*:states:::/.test(arn)
            ? 'Use arn:aws:states:::service:action.'
            : `A Task can't call it directly. Use arn:aws:states:::service:action, and pass ${arn.split(':')[2] || 'it'} in the arguments.`,
        },
      ];
    }),
};
