import { scopePlace } from '../definition-place';
import { isTerminal } from '../flow/graph';
import type { Rule } from '../rule';

export const noTerminalState: Rule = {
  id: 'no-terminal-state',
  severity: 'ERROR',
  code: 'MISSING_END_STATE',
  summary:
    'A scope has no state that ends it. AWS rejects this at the top level. In a branch or a Map it is a warning.',
  source: 'Measured on AWS by others: ValidateStateMachineDefinition looks at the top level only.',
  find: ({ sites }) =>
    sites.scopes
      .filter(({ states }) => states.length > 0 && !states.some(isTerminal))
      .map(scope => ({
        // AWS gives no location for the machine
        at: scope.parent ? scopePlace(scope, 'States') : { pointer: '/States' },
        message: scope.parent
          ? 'This scope has no terminal state, so it ends only if a state fails'
          : 'Workflow has no terminal state',
        severity: scope.parent ? ('WARNING' as const) : ('ERROR' as const),
        fix: 'End a state with "End": true, or add a Succeed or Fail state.',
      })),
};
