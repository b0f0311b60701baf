import { isExpression } from '../../query/jsonata';
import { SCHEMA, type Finding, type Rule } from '../rule';

export const jsonataMarks: Rule = {
  id: 'jsonata-marks',
  severity: 'ERROR',
  code: SCHEMA,
  summary: "A string contains {% or %}, but isn't enclosed in both, so it isn't evaluated.",
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html; the message was measured by others.',
  find: ({ jsonataTexts }) =>
    jsonataTexts.flatMap(({ value, place }): Finding[] => {
      if (isExpression(value)) return [];
      if (value.startsWith('{%')) {
        return [
          {
            at: place,
            message: 'JSONata string must start with {% and end with %}',
            fix: 'End the string with %}, with nothing after it.',
          },
        ];
      }
      if (!/\{%[\s\S]*%\}/.test(value)) return [];
      return [
        {
          at: place,
          message: 'This string contains more than {% … %}, so it is a literal string',
          fix: "Make the whole string one expression: {% 'Hello ' & $name %}.",
          severity: 'WARNING',
        },
      ];
    }),
};
