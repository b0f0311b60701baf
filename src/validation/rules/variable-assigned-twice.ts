import type { Rule } from '../rule';

export const variableAssignedTwice: Rule = {
  id: 'variable-assigned-twice',
  severity: 'WARNING',
  summary: 'An Assign sets the same variable twice, as name and as name.$.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
  find: ({ variables }) => {
    const seen = new Set<string>();
    return variables.assignments.flatMap(({ name, place }) => {
      const key = `${place.pointer.slice(0, place.pointer.lastIndexOf('/'))} ${name}`;
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [{ at: place, message: `Variable $${name} is assigned twice here`, fix: 'Keep one of the two keys.' }];
    });
  },
};
