import { fieldPlace } from '../definition-place';
import { executionTypeOf } from '../execution-type';
import type { Finding, Rule } from '../rule';

/** An Express execution ends after this many seconds. */
const LONGEST = 300;

export const expressDuration: Rule = {
  id: 'express-duration',
  severity: 'WARNING',
  exampleType: 'EXPRESS',
  summary:
    'An Express workflow has a wait or a timeout longer than five minutes, the maximum duration of its executions.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  find: ({ definition, sites, type }) => [
    ...(type === 'EXPRESS'
      ? late(definition.TimeoutSeconds, 'The timeout', { pointer: '/TimeoutSeconds', location: '/TimeoutSeconds' })
      : []),
    ...sites.states
      .filter(site => (site.type === 'Wait' || site.type === 'Task') && executionTypeOf(site, type) === 'EXPRESS')
      .flatMap(site =>
        site.type === 'Wait'
          ? late(site.state.Seconds, 'The wait', fieldPlace(site, 'Seconds'))
          : late(site.state.TimeoutSeconds, 'The timeout', fieldPlace(site, 'TimeoutSeconds')),
      ),
  ],
};

function late(seconds: unknown, what: string, at: Finding['at']): Finding[] {
  if (typeof seconds !== 'number' || seconds <= LONGEST) return [];
  return [
    {
      at,
      message: `${what} of ${seconds} s is longer than the ${LONGEST} s that an Express execution can run`,
      fix: 'Shorten it, or use a Standard workflow.',
    },
  ];
}
