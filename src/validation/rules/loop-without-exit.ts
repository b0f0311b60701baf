import { fieldPlace } from '../definition-place';
import { isTerminal } from '../flow/graph';
import type { Rule } from '../rule';

export const loopWithoutExit: Rule = {
  id: 'loop-without-exit',
  severity: 'WARNING',
  summary: 'States form a loop with no exit. It ends only if a state fails.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html: 25,000 events or a year end it.',
  find: ({ sites, graph, loops }) =>
    sites.scopes.flatMap(scope => {
      const own = graph(scope);
      // a scope without an end has a rule of its own
      if (own.open || !scope.states.some(isTerminal)) return [];
      return loops(scope).flatMap(loop => {
        const inside = new Set(loop);
        if (
          loop.some(
            site =>
              !own.reached.has(site) ||
              isTerminal(site) ||
              own.outOf(site).some(({ to }) => to === undefined || !inside.has(to)),
          )
        ) {
          return [];
        }
        const names = loop.map(({ name }) => name).reverse();
        return [
          {
            at: fieldPlace(loop[loop.length - 1]),
            message: `The loop ${names.slice(0, 8).join(' → ')}${names.length > 8 ? ' → …' : ''} has no exit`,
            fix: 'Add a Choice to the loop that continues with a state outside.',
          },
        ];
      });
    }),
};
