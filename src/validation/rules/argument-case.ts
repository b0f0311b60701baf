import { isJsonObject } from '../../asl';
import { fieldPlace, inside } from '../definition-place';
import { resourceOf } from '../resource';
import { SCHEMA, type Finding, type Rule } from '../rule';

export const argumentCase: Rule = {
  id: 'argument-case',
  severity: 'ERROR',
  code: SCHEMA,
  summary:
    "An argument of an SDK integration starts with a lowercase letter. Step Functions expects Pascal case, even if the service's own API doesn't.",
  source:
    'Deployments that AWS rejected, reported to the AWS CDK; https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  find: ({ sites }) =>
    sites.states.flatMap((site): Finding[] => {
      const field = site.language === 'JSONata' ? 'Arguments' : 'Parameters';
      const given = site.state[field];
      if (resourceOf(site)?.kind !== 'sdk' || !isJsonObject(given)) return [];
      const at = fieldPlace(site, field);
      return Object.keys(given)
        .filter(key => /^[a-z]/.test(key))
        .map(key => ({
          // AWS gives the place of all arguments
          at: { pointer: inside(at, key).pointer, location: at.location, state: at.state },
          message: `The field ${JSON.stringify(site.language === 'JSONPath' ? key.replace(/\.\$$/, '') : key)} is not supported by Step Functions`,
          fix: `Write ${key.charAt(0).toUpperCase()}${key.slice(1)}.`,
        }));
    }),
};
