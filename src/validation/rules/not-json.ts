import type { SourceRule } from '../rule';

export const notJson: SourceRule = {
  id: 'not-json',
  severity: 'WARNING',
  summary: 'The definition holds values that JSON does not have; they are lost when it is written as text.',
  source: 'JSON (RFC 8259) has no functions, dates, undefined or infinite numbers.',
  find: ({ measure }) => (measure?.foreign ?? []).slice(0, 20).map(pointer => ({
    at: { pointer, location: pointer }, message: 'This value is no JSON value and is left out when the definition is written as text', fix: 'Write a text, a number, true, false, null, a list or an object.',
  })),
};
