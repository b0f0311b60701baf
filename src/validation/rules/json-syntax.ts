import type { SourceRule } from '../rule';

/** The parser behind AWS shows this many characters of a text. */
const SHOWN = 500;

export const jsonSyntax: SourceRule = {
  id: 'json-syntax',
  severity: 'ERROR',
  code: 'INVALID_JSON_DESCRIPTION',
  summary: 'The text is not JSON.',
  source: 'Recorded from AWS: ValidateStateMachineDefinition with a text that is no definition.',
  find: ({ text, scan }) => {
    if (text === undefined || text.trim() === '' || scan?.problem === undefined) return [];
    const { message, line, column } = scan.problem;
    const cut = text.length > SHOWN ? `[truncated ${text.length - SHOWN} chars]` : '';
    const location = `[Source: (String)"${text.slice(0, SHOWN)}"${cut}; line: ${line}, column: ${column}]`;
    return [{ at: { pointer: '', location }, message: `${message}\n at ${location}`, fix: `Correct the JSON at line ${line}, before column ${column}.` }];
  },
};
