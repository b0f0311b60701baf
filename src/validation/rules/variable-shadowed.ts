import type { ScopeSite } from '../../asl';
import { isDistributed } from '../map-mode';
import type { Finding, Rule } from '../rule';

export const variableShadowed: Rule = {
  id: 'variable-shadowed',
  severity: 'WARNING',
  summary: 'A branch or Map assigns a variable that an outer scope also assigns.',
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html; recorded from AWS: such a definition can be accepted.',
  find: ({ variables }) => {
    const names = new Map<ScopeSite, Set<string>>();
    for (const { name, site } of variables.assignments) {
      names.set(site.scope, (names.get(site.scope) ?? new Set()).add(name));
    }
    return variables.assignments.flatMap(({ name, site, place }): Finding[] => {
      for (let around = site.scope.parent; around; around = around.scope.parent) {
        // what a Distributed Map runs is a machine of its own
        if (around.type === 'Map' && isDistributed(around) !== false) return [];
        if (names.get(around.scope)?.has(name)) {
          return [
            {
              at: place,
              message: `Variable $${name} is also assigned in an outer scope. This value hides it and is lost outside`,
              fix: `Use another name inside ${JSON.stringify(around.name)}.`,
            },
          ];
        }
      }
      return [];
    });
  },
};
