import { isJsonObject, requiredSdkArguments } from '../../asl';
import { fieldPlace } from '../place';
import { resourceOf } from '../resource';
import type { Finding, Rule } from '../rule';

/** The services of optimized integrations whose arguments are those of the SDK, by its names. */
const SAME_AS_SDK: Readonly<Record<string, string>> = {
  athena: 'athena', batch: 'batch', codebuild: 'codebuild', dynamodb: 'dynamodb', ecs: 'ecs', events: 'eventbridge', glue: 'glue', lambda: 'lambda', sqs: 'sqs', states: 'sfn',
};

export const missingArgument: Rule = {
  id: 'missing-argument',
  severity: 'WARNING',
  summary: 'A call lacks an argument that the action must have.',
  source: 'The service models of the AWS SDK; https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  find: ({ sites }) => sites.states.flatMap((site): Finding[] => {
    const resource = resourceOf(site);
    const service = resource?.kind === 'sdk' ? resource.service : resource?.kind === 'optimized' && Object.hasOwn(SAME_AS_SDK, resource.service) ? SAME_AS_SDK[resource.service] : undefined;
    if (resource === undefined || service === undefined) return [];
    const field = site.language === 'JSONata' ? 'Arguments' : 'Parameters';
    const given = site.state[field];
    // without them the whole input is handed on, and an expression can give anything
    if (!isJsonObject(given)) return [];
    const missing = (requiredSdkArguments(service, resource.action) ?? [])
      .filter(name => !Object.hasOwn(given, name) && !(site.language === 'JSONPath' && Object.hasOwn(given, `${name}.$`)));
    if (missing.length === 0) return [];
    return [{ at: fieldPlace(site, field), message: `${resource.service}:${resource.action} must have ${missing.join(', ')}`, fix: `Add ${missing.join(' and ')} to ${field}.` }];
  }),
};
