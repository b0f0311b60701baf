import type { SourceRule } from '../rule';
import { DEEPEST } from '../source';

export const nestingDepth: SourceRule = {
  id: 'nesting-depth',
  severity: 'ERROR',
  code: 'TOO_DEEPLY_NESTED',
  summary: `The definition is nested more than ${DEEPEST} levels deep, or holds itself.`,
  source: 'AWS documents the code without the depth; the parsers of JSON that are in use stop there at the latest.',
  find: ({ measure }) => {
    const at = { pointer: '', location: '' };
    if (measure?.cyclic) {
      return [
        {
          at,
          message: 'The definition holds itself: it is nested without end',
          fix: 'Do not put an object into itself, nor into what it holds.',
        },
      ];
    }
    if ((measure?.depth ?? 0) <= DEEPEST) return [];
    return [
      {
        at,
        message: `The definition is nested more than ${DEEPEST} levels deep`,
        fix: 'Split it: start another state machine from a Task.',
      },
    ];
  },
};
