import { ERROR_NAMES, SERVICE_ERRORS, type StateSite } from '../../asl';
import { fieldPlace } from '../definition-place';
import { resourceOf, type Resource } from '../resource';
import type { Rule } from '../rule';

/** Services that are known to refuse calls when they come too fast; bedrockruntime is what the SDK calls that part of bedrock. */
const THROTTLE = new Set([
  'athena',
  'batch',
  'bedrock',
  'bedrockruntime',
  'dynamodb',
  'ecs',
  'glue',
  'lambda',
  'sagemaker',
  'states',
  'sfn',
]);

/** The name of the error by which an optimized integration tells it. SDK integrations spell it otherwise: what takes every failure is sure. */
function throttlingError({ kind, service }: Resource): string {
  const errors = kind === 'sdk' || !Object.hasOwn(SERVICE_ERRORS, service) ? [] : SERVICE_ERRORS[service];
  return (
    errors.find(({ transient, when }) => transient && /throttl|too many|busy|as often as allowed/.test(when))?.name ??
    ERROR_NAMES.TASK_FAILED
  );
}

export const throttlingNotHandled: Rule = {
  id: 'throttling-not-handled',
  severity: 'WARNING',
  summary:
    'A Task calls a service that is known to throttle, but neither the Task nor an enclosing state retries or catches errors.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
  find: ({ sites }) =>
    sites.states.flatMap(site => {
      const resource = resourceOf(site);
      if (resource === undefined || !THROTTLE.has(resource.service) || handles(site)) return [];
      const name = throttlingError(resource);
      return [
        {
          at: fieldPlace(site),
          message: `If ${resource.service} throttles, this Task fails immediately, and so does the execution`,
          fix: `Add a Retry for ${JSON.stringify(name)} with a BackoffRate, or a Catch.`,
        },
      ];
    }),
};

/** Whether the state, or one around it, does something about a failure. */
function handles(site: StateSite): boolean {
  for (let at: StateSite | undefined = site; at; at = at.scope.parent) {
    if (hasItems(at.state.Retry) || hasItems(at.state.Catch)) return true;
  }
  return false;
}

function hasItems(list: unknown): boolean {
  return list !== undefined && !(Array.isArray(list) && list.length === 0);
}
