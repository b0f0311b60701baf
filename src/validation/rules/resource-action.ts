import { OPTIMIZED_SERVICES } from '../../asl';
import { fieldPlace } from '../definition-place';
import { notRecognized, resourceOf } from '../resource';
import { respelled } from '../resource-spelling';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { suggestion } from '../suggestion';

/** Services whose optimized integration has these actions and no others, for years. Of the others new actions may come. */
const COMPLETE = new Set([
  'apigateway',
  'dynamodb',
  'ecs',
  'events',
  'http',
  'lambda',
  'sns',
  'sqs',
  'states',
  'batch',
  'glue',
]);

export const resourceAction: Rule = {
  id: 'resource-action',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'The Resource of a Task names a service or an action that has no optimized integration.',
  source:
    'Recorded from AWS: CreateStateMachine with dynamodb:query; https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const resource = resourceOf(site);
      if (resource?.kind !== 'optimized' || respelled(resource)) return [];
      const { arn, service, action } = resource;
      const at = fieldPlace(site, 'Resource');
      const sdk = `arn:aws:states:::aws-sdk:${service}:${action}`;
      if (!Object.hasOwn(OPTIMIZED_SERVICES, service)) {
        return [
          {
            at,
            message: notRecognized(arn),
            fix: `${service} has no optimized integration${suggestion(service, Object.keys(OPTIMIZED_SERVICES))} For any SDK action, use ${sdk}.`,
            severity: 'WARNING',
          },
        ];
      }
      const actions = Object.keys(OPTIMIZED_SERVICES[service]);
      if (actions.includes(action)) return [];
      return [
        {
          at,
          message: notRecognized(arn),
          fix: `${service} has ${actions.join(', ')}${suggestion(action, actions)}; for any other action, use ${sdk}.`,
          severity: COMPLETE.has(service) ? 'ERROR' : 'WARNING',
        },
      ];
    }),
};
