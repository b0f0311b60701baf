import type { SourceRule } from '../rule';
import { sourceLocation } from '../source/source-location';

export const jsonSyntax: SourceRule = {
  id: 'json-syntax',
  severity: 'ERROR',
  code: 'INVALID_JSON_DESCRIPTION',
  summary: 'The text is not JSON.',
  source: 'Recorded from AWS: ValidateStateMachineDefinition with a text that is no definition.',
  find: ({ text, scan }) => {
    if (text === undefined || text.trim() === '' || scan?.problem === undefined) return [];
    const { message, line, column } = scan.problem;
    const location = sourceLocation(text, line, column);
    return [
      {
        at: { pointer: '', location },
        message: `${message}\n at ${location}`,
        fix: `Correct the JSON at line ${line}, before column ${column}.`,
      },
    ];
  },
};
