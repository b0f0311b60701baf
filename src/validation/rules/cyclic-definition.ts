import type { SourceRule } from '../rule';

export const cyclicDefinition: SourceRule = {
  id: 'cyclic-definition',
  severity: 'ERROR',
  summary: 'The definition holds itself, so it has no JSON text.',
  source: 'JSON (RFC 8259) cannot express it: CreateStateMachine takes a text.',
  find: ({ measure }) => measure?.cyclic ? [{ at: { pointer: '', location: '' }, message: 'The definition holds itself', fix: 'Do not put an object into itself, nor into what it holds.' }] : [],
};
