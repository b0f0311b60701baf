import type { SourceRule } from '../rule';
import { DEEPEST } from '../source';

export const nestingDepth: SourceRule = {
  id: 'nesting-depth',
  severity: 'ERROR',
  code: 'TOO_DEEPLY_NESTED',
  summary: `The definition is nested more than ${DEEPEST} levels deep, or contains itself.`,
  source: 'AWS documents the code, but not the depth. Common JSON parsers stop there at the latest.',
  find: ({ measure }) => {
    const at = { pointer: '', location: '' };
    if (measure?.cyclic) {
      return [
        {
          at,
          message: 'The definition contains itself',
          fix: "Don't put an object into itself or into one of its parts.",
        },
      ];
    }
    if ((measure?.depth ?? 0) <= DEEPEST) return [];
    return [
      {
        at,
        message: `The definition is nested more than ${DEEPEST} levels deep`,
        fix: 'Move a part of it into another state machine, and start that from a Task.',
      },
    ];
  },
};
