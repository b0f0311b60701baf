import type { Finding, Rule } from '../rule';
import { suggestion } from '../suggestion';

export const variableUnassigned: Rule = {
  id: 'variable-unassigned',
  severity: 'WARNING',
  summary: 'A variable is read before it is assigned, on at least one path.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
  find: ({ expressions, variables }) => {
    const names = [...new Set(variables.assignments.map(({ name }) => name))];
    const assigned = new Set(names);
    return expressions.flatMap(({ site, facts, place, unknown, kind, ...expression }): Finding[] => {
      if (unknown || !variables.isReached(site) || (kind === 'jsonata' && 'tolerant' in facts && facts.tolerant)) {
        return [];
      }
      const read = new Set(
        facts.reads.flatMap(({ root, name, builtIn }) => (root === 'variable' && !builtIn ? [name!] : [])),
      );
      return [...read]
        .filter(name => !variables.isAssigned(site, name))
        .flatMap((name): Finding[] => {
          if (variables.canBeAssigned(site, name)) {
            return [
              {
                at: place,
                message: `Variable $${name} has no value on some path to this state`,
                fix: 'Assign it on every path, for example in the first state.',
              },
            ];
          }
          if (!assigned.has(name)) {
            return [
              {
                at: place,
                message: `Variable $${name} is never assigned${suggestion(name, names)}`,
                fix: `Assign it in a state before ${expression.field === 'Assign' ? '(an Assign uses the values from before its state)' : 'this one'}, or fix the name.`,
              },
            ];
          }
          // an assignment that cannot be seen from here has a rule of its own
          const own = variables.assignments.some(each => each.name === name && each.site.scope === site.scope);
          return own
            ? [
                {
                  at: place,
                  message: `Variable $${name} has no value yet when this state is entered`,
                  fix: 'Assign it in an earlier state. An Assign takes effect after its state.',
                },
              ]
            : [];
        });
    });
  },
};
