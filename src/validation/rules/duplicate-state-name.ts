import { fieldPlace } from '../definition-place';
import type { Rule } from '../rule';

export const duplicateStateName: Rule = {
  id: 'duplicate-state-name',
  severity: 'ERROR',
  code: 'DUPLICATE_STATE_NAME',
  summary: 'Two states of a state machine have the same name, in the same scope or in different scopes.',
  source: 'AWS documents the code for ValidateStateMachineDefinition; the message was measured by others.',
  find: ({ sites }) => {
    const seen = new Set<string>();
    return sites.states
      .filter(({ name }) => seen.has(name) || !seen.add(name))
      .map(site => ({
        at: fieldPlace(site),
        message: `Duplicate State name: ${site.name}`,
        fix: 'Rename it. Names must be unique in the whole state machine, including branches and Maps.',
      }));
  },
};
