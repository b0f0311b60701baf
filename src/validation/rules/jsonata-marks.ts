import { isExpression } from '../../query/jsonata';
import { SCHEMA, type Finding, type Rule } from '../rule';

export const jsonataMarks: Rule = {
  id: 'jsonata-marks',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'The marks {% and %} are not the start and the end of the whole text, so nothing is evaluated.',
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html; the text is measured by others.',
  find: ({ jsonataTexts }) =>
    jsonataTexts.flatMap(({ value, place }): Finding[] => {
      if (isExpression(value)) return [];
      if (value.startsWith('{%')) {
        return [
          {
            at: place,
            message: 'JSONata string must start with {% and end with %}',
            fix: 'End the text with %}, without anything after it.',
          },
        ];
      }
      if (!/\{%[\s\S]*%\}/.test(value)) return [];
      return [
        {
          at: place,
          message: 'This text holds {% … %} and more, so it is taken literally',
          fix: "Make the whole text one expression: {% 'Hello ' & $name %}.",
          severity: 'WARNING',
        },
      ];
    }),
};
