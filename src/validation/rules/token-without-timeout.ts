import { fieldPlace } from '../definition-place';
import { resourceOf } from '../resource';
import type { Rule } from '../rule';

const LIMITS = ['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath'];

export const tokenWithoutTimeout: Rule = {
  id: 'token-without-timeout',
  severity: 'WARNING',
  summary:
    'A Task waits for a callback or an activity without a timeout or a heartbeat. If no response comes, it hangs for up to a year.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html',
  find: ({ definition, sites }) =>
    definition.TimeoutSeconds !== undefined
      ? []
      : sites.states.flatMap(site => {
          const resource = resourceOf(site);
          const waits = resource?.pattern === 'waitForTaskToken' || resource?.kind === 'activity';
          if (!waits || LIMITS.some(field => Object.hasOwn(site.state, field))) return [];
          return [
            {
              at: fieldPlace(site),
              message: 'This Task waits without a timeout. If no response comes, it hangs for up to a year',
              fix: 'Add "TimeoutSeconds", or "HeartbeatSeconds" if the worker sends heartbeats.',
            },
          ];
        }),
};
