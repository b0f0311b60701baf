import { fieldPlace } from '../definition-place';
import { isTerminal } from '../flow/graph';
import type { Rule } from '../rule';

export const unreachableState: Rule = {
  id: 'unreachable-state',
  severity: 'ERROR',
  code: 'MISSING_TRANSITION_TARGET',
  summary: 'No transition reaches a state.',
  source: 'Measured on AWS by others: ValidateStateMachineDefinition.',
  find: ({ sites, graph }) => {
    const [top] = sites.scopes;
    // AWS does not look for them in a machine that cannot end
    if (top.states.length > 0 && !top.states.some(isTerminal)) return [];
    return sites.scopes.flatMap(scope => {
      const { reached, open } = graph(scope);
      if (open || scope.scope.StartAt === undefined) return [];
      return scope.states
        .filter(site => !reached.has(site))
        .map(site => ({
          at: fieldPlace(site),
          message: `State "${site.name}" is not reachable.`,
          fix: 'Add a transition to it, or remove it.',
        }));
    });
  },
};
