import { isJsonObject, type JsonObject } from '../../asl';
import { requiredSdkArguments } from '../../services';
import { fieldPlace } from '../definition-place';
import { ARGUMENTS_ASKED_FOR } from '../required-arguments';
import { resourceOf } from '../resource';
import type { Finding, Rule } from '../rule';

/** The services of optimized integrations whose arguments are those of the SDK, by its names. */
const SAME_AS_SDK: Readonly<Record<string, string>> = {
  athena: 'athena',
  batch: 'batch',
  codebuild: 'codebuild',
  dynamodb: 'dynamodb',
  ecs: 'ecs',
  events: 'eventbridge',
  glue: 'glue',
  lambda: 'lambda',
  sqs: 'sqs',
  states: 'sfn',
};

export const missingArgument: Rule = {
  id: 'missing-argument',
  severity: 'WARNING',
  summary:
    'A call lacks an argument that the service model of the SDK requires. Arguments that AWS is known to require have a rule of their own.',
  source:
    'The service models of the AWS SDK; https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const resource = resourceOf(site);
      const service =
        resource?.kind === 'sdk'
          ? resource.service
          : resource?.kind === 'optimized' && Object.hasOwn(SAME_AS_SDK, resource.service)
            ? SAME_AS_SDK[resource.service]
            : undefined;
      if (resource === undefined || service === undefined) return [];
      const field = site.language === 'JSONata' ? 'Arguments' : 'Parameters';
      const given = site.state[field];
      // an expression can give anything
      if (!isJsonObject(given)) return [];
      const told =
        resource.kind === 'optimized' ? (ARGUMENTS_ASKED_FOR[`${resource.service}:${resource.action}`] ?? []) : [];
      const missing = (requiredSdkArguments(service, resource.action) ?? []).filter(
        name => !told.includes(name) && !isThere(given, name),
      );
      if (missing.length === 0) return [];
      return [
        {
          at: fieldPlace(site, field),
          message: `${resource.service}:${resource.action} requires ${missing.join(', ')}`,
          fix: `Add ${missing.join(' and ')} to ${field}.`,
        },
      ];
    }),
};

/** Whether an argument is given: its value or a path to it, or in another case, which has a rule of its own. */
function isThere(given: JsonObject, name: string): boolean {
  return Object.keys(given).some(key => key.replace(/\.\$$/, '').toLowerCase() === name.toLowerCase());
}
