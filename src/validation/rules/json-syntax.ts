import type { SourceRule } from '../rule';
import { sourceLocation } from '../source/source-location';

export const jsonSyntax: SourceRule = {
  id: 'json-syntax',
  severity: 'ERROR',
  code: 'INVALID_JSON_DESCRIPTION',
  summary: 'The definition is not valid JSON.',
  source: 'Recorded from AWS: ValidateStateMachineDefinition with a string that is not a definition.',
  find: ({ text, scan }) => {
    if (text === undefined || text.trim() === '' || scan?.problem === undefined) return [];
    const { message, line, column } = scan.problem;
    const location = sourceLocation(text, line, column);
    return [
      {
        at: { pointer: '', location },
        message: `${message}\n at ${location}`,
        fix: `Fix the JSON at line ${line}, before column ${column}.`,
      },
    ];
  },
};
