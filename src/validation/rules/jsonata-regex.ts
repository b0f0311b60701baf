import type { Rule } from '../rule';

export const jsonataRegex: Rule = {
  id: 'jsonata-regex',
  severity: 'WARNING',
  code: 'UNSUPPORTED_REGEX',
  summary:
    'A regular expression cannot be run locally: lookaround, back references, or no JavaScript regular expression at all.',
  source:
    'JSONata documents JavaScript regular expressions; which of them Step Functions takes is not documented. A local run stops at such an expression.',
  find: ({ expressions }) =>
    expressions.flatMap(expression =>
      expression.kind !== 'jsonata' || expression.facts.refusedRegex === undefined
        ? []
        : [
            {
              at: expression.place,
              message: expression.facts.refusedRegex,
              fix: 'Write the pattern without it, or split the text with $split, $substringBefore and $substringAfter.',
            },
          ],
    ),
};
