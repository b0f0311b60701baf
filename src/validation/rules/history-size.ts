import { MAX_HISTORY_EVENTS, type StateSite } from '../../asl';
import { fieldPlace } from '../definition-place';
import { executionTypeOf } from '../execution-type';
import { isTerminal, type ScopeGraph } from '../flow/graph';
import { isDistributed } from '../map-mode';
import type { Finding, Rule } from '../rule';

/** Started and succeeded, for each item of a Map. */
const OF_ITERATION = 2;

export const historySize: Rule = {
  id: 'history-size',
  severity: 'WARNING',
  summary: 'A Map with a known number of items produces more than 25,000 events, so the execution fails.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  find: ({ sites, scopesIn, itemCount, graph, type }) =>
    sites.states
      .filter(({ type: kind }) => kind === 'Map')
      .flatMap((site): Finding[] => {
        const count = itemCount(site);
        if (count === undefined || isDistributed(site) !== false || executionTypeOf(site, type) !== 'STANDARD') {
          return [];
        }
        const [inner] = scopesIn(site);
        const each = OF_ITERATION + (inner ? leastEvents(graph(inner)) : 0);
        if (count * each < MAX_HISTORY_EVENTS) return [];
        return [
          {
            at: fieldPlace(site),
            message: `${count} items make at least ${count * each} events; an execution fails at ${MAX_HISTORY_EVENTS.toLocaleString('en')}`,
            fix: 'Use a Distributed Map, which gives each item its own history.',
          },
        ];
      }),
};

/** The events of the shortest way through a scope. */
function leastEvents({ start, outOf }: ScopeGraph): number {
  if (start === undefined) return 0;
  const cost = new Map([[start, eventsOf(start)]]);
  const queue = new Set([start]);
  for (const site of queue) {
    queue.delete(site);
    for (const { to } of outOf(site)) {
      if (to === undefined) continue;
      const total = cost.get(site)! + eventsOf(to);
      if (total >= (cost.get(to) ?? Infinity)) continue;
      cost.set(to, total);
      queue.add(to);
    }
  }
  const ends = [...cost].filter(([site]) => isTerminal(site)).map(([, events]) => events);
  return ends.length === 0 ? 0 : Math.min(...ends);
}

/** The events that a state makes at least: entered and exited, and those of a call that succeeds. */
function eventsOf({ type }: StateSite): number {
  return type === 'Task' ? 5 : type === 'Map' || type === 'Parallel' ? 4 : type === 'Fail' ? 1 : 2;
}
