import type { SourceRule } from '../rule';

export const missingDefinition: SourceRule = {
  id: 'missing-definition',
  severity: 'ERROR',
  code: 'MISSING_DESCRIPTION',
  summary: 'The definition is null or empty.',
  source: 'AWS documents the code for ValidateStateMachineDefinition.',
  find: ({ text, value }) =>
    value === null || (text !== undefined && text.trim() === '')
      ? [{ at: { pointer: '' }, message: 'The definition is empty', fix: 'Use an object with StartAt and States.' }]
      : [],
};
