import type { ScopeSite, StateSite } from '../../asl';
import { isDistributed } from '../map-mode';
import type { Finding, Rule } from '../rule';

export const variableOutOfScope: Rule = {
  id: 'variable-out-of-scope',
  severity: 'WARNING',
  summary:
    "A variable is read outside the branch or Map that assigns it, or inside a Distributed Map, which can't access outer variables.",
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
  find: ({ expressions, variables }) => {
    const scopesOf = new Map<string, ScopeSite[]>();
    for (const { name, site } of variables.assignments) {
      scopesOf.set(name, [
        ...(scopesOf.get(name) ?? []).filter(scope => scope !== site.scope).slice(0, 20),
        site.scope,
      ]);
    }
    return expressions.flatMap(({ site, facts, place, unknown }): Finding[] => {
      if (unknown || !variables.isReached(site)) return [];
      const read = new Set(
        facts.reads.flatMap(({ root, name, builtIn }) => (root === 'variable' && !builtIn ? [name!] : [])),
      );
      return [...read].flatMap((name): Finding[] => {
        const scopes = scopesOf.get(name) ?? [];
        if (scopes.length === 0 || variables.canBeAssigned(site, name) || scopes.includes(site.scope)) return [];
        const hidden = distributedBetween(site, scopes);
        if (hidden) {
          return [
            {
              at: place,
              message: `Variable $${name} is not available inside the Distributed Map ${JSON.stringify(hidden.name)}`,
              fix: 'Pass it in with ItemSelector or ItemBatcher.BatchInput.',
            },
          ];
        }
        const inner = scopes.find(scope => scope.parent !== undefined)?.parent?.name;
        if (inner === undefined) return [];
        return [
          {
            at: place,
            message: `Variable $${name} is assigned only inside ${JSON.stringify(inner)}, so it is not available outside`,
            fix: 'Return the value as the output of the branch or item, and assign it from the result.',
          },
        ];
      });
    });
  },
};

/** The Distributed Map between a state and an outer scope that assigns what it reads. */
function distributedBetween(site: StateSite, scopes: readonly ScopeSite[]): StateSite | undefined {
  let found: StateSite | undefined;
  for (let around = site.scope.parent; around; around = around.scope.parent) {
    if (around.type === 'Map' && isDistributed(around)) found ??= around;
    if (found && scopes.includes(around.scope)) return found;
  }
  return undefined;
}
