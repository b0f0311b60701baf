import { fieldPlace } from '../definition-place';
import type { Rule } from '../rule';

export const heartbeat: Rule = {
  id: 'heartbeat',
  severity: 'WARNING',
  summary: 'HeartbeatSeconds is not shorter than TimeoutSeconds, so the heartbeat never expires first.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html',
  find: ({ sites }) =>
    sites.states.flatMap(site => {
      const { HeartbeatSeconds: beat, TimeoutSeconds: timeout } = site.state;
      if (site.type !== 'Task' || typeof beat !== 'number' || typeof timeout !== 'number' || beat < timeout) return [];
      return [
        {
          at: fieldPlace(site, 'HeartbeatSeconds'),
          message: `The heartbeat of ${beat} s is not shorter than the timeout of ${timeout} s`,
          fix: 'Decrease HeartbeatSeconds, or increase TimeoutSeconds.',
        },
      ];
    }),
};
