import type { ScopeSite } from '../../asl';
import type { Rule } from '../rule';

export const unusedVariable: Rule = {
  id: 'unused-variable',
  severity: 'WARNING',
  summary: 'A variable is assigned but never read.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
  find: ({ expressions, variables }) => {
    // what cannot be read can read anything
    if (expressions.some(({ unknown, facts }) => unknown || !facts.ok)) return [];
    const readIn = new Map<string, Set<ScopeSite>>();
    for (const { site, facts } of expressions) {
      for (const { root, name } of facts.reads) {
        if (root !== 'variable') continue;
        const scopes = readIn.get(name!) ?? new Set();
        readIn.set(name!, scopes);
        for (let scope: ScopeSite | undefined = site.scope; scope && !scopes.has(scope); scope = scope.parent?.scope) {
          scopes.add(scope);
        }
      }
    }
    return variables.assignments
      .filter(({ name, site }) => !readIn.get(name)?.has(site.scope))
      .map(({ name, place }) => ({
        at: place,
        message: `Variable $${name} is never read`,
        fix: 'Remove it, or use it.',
      }));
  },
};
