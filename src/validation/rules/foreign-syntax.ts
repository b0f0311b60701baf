import { isExpression } from '../../query/jsonata';
import { leavesOf, templatesOf } from '../expressions';
import { looksLikePath } from '../expressions/look-alike';
import { jsonataTexts } from '../expressions/texts';
import type { Finding, Rule } from '../rule';
import { shown } from '../suggestion';

export const foreignSyntax: Rule = {
  id: 'foreign-syntax',
  severity: 'WARNING',
  summary: 'A value is written in the query language that the state does not use, so it is taken literally.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  find: ({ sites }) => sites.states.flatMap((site): Finding[] => {
    if (site.type === undefined) return [];
    if (site.language === 'JSONPath') {
      return templatesOf(site).flatMap(({ value, place }) => leavesOf(value, place)
        .filter(leaf => typeof leaf.value === 'string' && isExpression(leaf.value) && !leaf.key?.endsWith('.$'))
        .map(leaf => ({ at: leaf.place, message: `${shown(leaf.value)} is JSONata, but the state uses JSONPath: it is taken literally`, fix: 'Set "QueryLanguage": "JSONata" on the state, or write a path.' })));
    }
    return jsonataTexts(site).filter(({ key, value }) => !isExpression(value) && (key?.endsWith('.$') || looksLikePath(value))).map(({ value, place }) => ({
      at: place, message: `${shown(value)} is JSONPath, but the state uses JSONata: it is taken literally`, fix: 'Write {% $states.input… %}, without .$ in the name.',
    }));
  }),
};
