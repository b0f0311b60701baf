import { isExpression } from '../../query/jsonata';
import { looksLikePath } from '../expressions/look-alike';
import type { Rule } from '../rule';
import { shown } from '../suggestion';

export const foreignSyntax: Rule = {
  id: 'foreign-syntax',
  severity: 'WARNING',
  summary: "A value is written in the query language that the state doesn't use, so it is a literal string.",
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  find: ({ templateLeaves, jsonataTexts }) => [
    ...templateLeaves
      .filter(({ leaf: { key, value } }) => typeof value === 'string' && isExpression(value) && !key?.endsWith('.$'))
      .map(({ leaf: { value, place } }) => ({
        at: place,
        message: `${shown(value)} is JSONata, but the state uses JSONPath, so it is a literal string`,
        fix: 'Set "QueryLanguage": "JSONata" on the state, or use a path.',
      })),
    ...jsonataTexts
      .filter(({ key, value }) => !isExpression(value) && (key?.endsWith('.$') || looksLikePath(value)))
      .map(({ value, place }) => ({
        at: place,
        message: `${shown(value)} is JSONPath, but the state uses JSONata, so it is a literal string`,
        fix: 'Write {% $states.input… %}, and remove .$ from the key.',
      })),
  ],
};
