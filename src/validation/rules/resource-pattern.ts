import { OPTIMIZED_SERVICES, type ResourcePattern } from '../../asl';
import { fieldPlace } from '../definition-place';
import { notRecognized, resourceOf } from '../resource';
import { SCHEMA, type Finding, type Rule } from '../rule';

/** What an SDK integration has beside request and response. */
const OF_SDK: readonly string[] = ['waitForTaskToken'];
/** Of these, AWS was asked: they never wait for a job, or never for a token. */
const NEVER_SYNC = new Set(['lambda', 'sns', 'sqs', 'dynamodb', 'events', 'apigateway', 'http']);
const NEVER_TOKEN = new Set([
  'athena',
  'batch',
  'codebuild',
  'elasticmapreduce',
  'emr-containers',
  'emr-serverless',
  'glue',
  'databrew',
  'mediaconvert',
  'sagemaker',
  'dynamodb',
  'http',
]);

export const resourcePattern: Rule = {
  id: 'resource-pattern',
  severity: 'ERROR',
  code: SCHEMA,
  summary:
    "The Resource of a Task ends in a pattern that the integration doesn't support, such as .sync on an SDK integration.",
  source:
    'Measured on AWS by others: ValidateStateMachineDefinition; https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const resource = resourceOf(site);
      if (resource?.pattern === undefined) return [];
      const { kind, arn, service, action, pattern } = resource;
      const at = fieldPlace(site, 'Resource');
      const message = notRecognized(arn);
      if (kind === 'sdk') {
        return OF_SDK.includes(pattern)
          ? []
          : [
              {
                at,
                message,
                fix: 'SDK integrations support only .waitForTaskToken. To wait for a job, poll it in a loop with a Wait, or use the optimized integration.',
              },
            ];
      }
      if (!Object.hasOwn(OPTIMIZED_SERVICES, service) || !Object.hasOwn(OPTIMIZED_SERVICES[service], action)) return [];
      const patterns = OPTIMIZED_SERVICES[service][action];
      if (patterns.includes(pattern as ResourcePattern)) return [];
      const fix = patterns.length
        ? `${service}:${action} has ${patterns.map(known => `.${known}`).join(', ')}.`
        : `${service}:${action} supports no pattern. Remove .${pattern}.`;
      const sure =
        !/^(sync|sync:2|waitForTaskToken)$/.test(pattern) ||
        (pattern === 'sync:2' && service !== 'states') ||
        (pattern.startsWith('sync') ? NEVER_SYNC : NEVER_TOKEN).has(service);
      return [{ at, message, fix, severity: sure ? 'ERROR' : 'WARNING' }];
    }),
};
