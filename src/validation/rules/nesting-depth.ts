import type { SourceRule } from '../rule';
import { DEEPEST } from '../source';

export const nestingDepth: SourceRule = {
  id: 'nesting-depth',
  severity: 'ERROR',
  code: 'TOO_DEEPLY_NESTED',
  summary: `The definition is nested more than ${DEEPEST} levels deep.`,
  source: 'AWS documents the code without the depth; the parsers of JSON that are in use stop there at the latest.',
  find: ({ measure }) => (measure?.depth ?? 0) > DEEPEST
    ? [{ at: { pointer: '', location: '' }, message: `The definition is nested more than ${DEEPEST} levels deep`, fix: 'Split it: start another state machine from a Task.' }]
    : [],
};
