import { fieldPlace } from '../definition-place';
import { notRecognized, resourceOf } from '../resource';
import { respelled } from '../resource-spelling';
import { SCHEMA, type Finding, type Rule } from '../rule';

export const resourceCase: Rule = {
  id: 'resource-case',
  severity: 'ERROR',
  code: SCHEMA,
  summary:
    'The Resource of a Task has a service or an action in the wrong case. Services are lowercase, and actions start with a lowercase letter.',
  source:
    'A deployment with aws-sdk:cloudwatchlogs:CreateLogStream that AWS rejected, reported to the AWS CDK; https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const resource = resourceOf(site);
      const right = resource && respelled(resource);
      if (right === undefined) return [];
      const [sdk, pattern] = [
        resource!.kind === 'sdk' ? 'aws-sdk:' : '',
        resource!.pattern === undefined ? '' : `.${resource!.pattern}`,
      ];
      return [
        {
          at: fieldPlace(site, 'Resource'),
          message: notRecognized(resource!.arn),
          fix: `Write ${sdk}${right.service}:${right.action}${pattern}.`,
        },
      ];
    }),
};
