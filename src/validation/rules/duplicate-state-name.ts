import { fieldPlace } from '../definition-place';
import type { Rule } from '../rule';

export const duplicateStateName: Rule = {
  id: 'duplicate-state-name',
  severity: 'ERROR',
  code: 'DUPLICATE_STATE_NAME',
  summary: 'Two states of one machine have the same name, in whatever scopes they are.',
  source: 'AWS documents the code for ValidateStateMachineDefinition; the text is measured by others.',
  find: ({ sites }) => {
    const seen = new Set<string>();
    return sites.states
      .filter(({ name }) => seen.has(name) || !seen.add(name))
      .map(site => ({
        at: fieldPlace(site),
        message: `Duplicate State name: ${site.name}`,
        fix: 'Give it another name: names are unique in the whole machine, branches and Maps included.',
      }));
  },
};
