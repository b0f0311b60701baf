import type { Rule } from '../rule';

export const jsonataRegex: Rule = {
  id: 'jsonata-regex',
  severity: 'WARNING',
  code: 'UNSUPPORTED_REGEX',
  summary:
    "A regular expression can't run locally, because it uses lookaround or backreferences, or isn't a JavaScript regular expression.",
  source:
    'JSONata documents JavaScript regular expressions; which of them Step Functions supports is not documented. A local run rejects the expression.',
  find: ({ expressions }) =>
    expressions.flatMap(expression =>
      expression.kind !== 'jsonata' || expression.facts.refusedRegex === undefined
        ? []
        : [
            {
              at: expression.place,
              message: expression.facts.refusedRegex,
              fix: 'Write the pattern without it, or split the string with $split, $substringBefore, and $substringAfter.',
            },
          ],
    ),
};
