import type { StateSite } from '../../asl';
import { fieldPlace } from '../definition-place';
import { resourceOf } from '../resource';
import type { Rule } from '../rule';

/** Actions that look how far something is. */
const ASKS = /^(describe|get|head|check|poll|query|lookup)/i;
/** Members of requests that read page by page: such loops have no reason to wait. */
const PAGES = /token|marker|cursor|exclusivestartkey|page/i;

export const busyLoop: Rule = {
  id: 'busy-loop',
  severity: 'WARNING',
  summary: 'A loop polls, or only counts, without a Wait. It uses up the 25,000 events of an execution within minutes.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  find: ({ sites, graph, loops, type }) =>
    type === 'EXPRESS'
      ? []
      : sites.scopes.flatMap(scope =>
          loops(scope).flatMap(loop => {
            if (!loop.every(isBusy) || !loop.some(site => graph(scope).reached.has(site))) return [];
            return [
              {
                at: fieldPlace(loop[loop.length - 1]),
                message: `The loop through ${JSON.stringify(loop[loop.length - 1].name)} has no Wait`,
                fix: 'Add a Wait state to the loop.',
              },
            ];
          }),
        ),
};

function isBusy(site: StateSite): boolean {
  if (site.type === 'Pass' || site.type === 'Choice') return true;
  const resource = resourceOf(site);
  if (resource === undefined || resource.pattern !== undefined || !ASKS.test(resource.action)) return false;
  const request = site.state.Parameters ?? site.state.Arguments;
  return typeof request !== 'object' || request === null || !Object.keys(request).some(member => PAGES.test(member));
}
