import { isExpression } from '../../query/jsonata';
import { looksLikePath } from '../expressions/look-alike';
import type { Rule } from '../rule';
import { shown } from '../suggestion';

export const foreignSyntax: Rule = {
  id: 'foreign-syntax',
  severity: 'WARNING',
  summary: 'A value is written in the query language that the state does not use, so it is taken literally.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  find: ({ templateLeaves, jsonataTexts }) => [
    ...templateLeaves
      .filter(({ leaf: { key, value } }) => typeof value === 'string' && isExpression(value) && !key?.endsWith('.$'))
      .map(({ leaf: { value, place } }) => ({
        at: place,
        message: `${shown(value)} is JSONata, but the state uses JSONPath: it is taken literally`,
        fix: 'Set "QueryLanguage": "JSONata" on the state, or write a path.',
      })),
    ...jsonataTexts
      .filter(({ key, value }) => !isExpression(value) && (key?.endsWith('.$') || looksLikePath(value)))
      .map(({ value, place }) => ({
        at: place,
        message: `${shown(value)} is JSONPath, but the state uses JSONata: it is taken literally`,
        fix: 'Write {% $states.input… %}, without .$ in the name.',
      })),
  ],
};
