import type { Rule } from '../rule';

export const jsonataSyntax: Rule = {
  id: 'jsonata-syntax',
  severity: 'ERROR',
  code: 'INVALID_JSONATA_EXPRESSION',
  summary: 'A JSONata expression has a syntax error.',
  source: 'Measured on AWS by others: ValidateStateMachineDefinition.',
  find: ({ expressions }) =>
    expressions.flatMap(expression =>
      expression.kind !== 'jsonata' || expression.facts.ok || expression.unknown
        ? []
        : [
            {
              at: expression.place,
              message: expression.facts.problem!,
              fix: `Fix the expression at column ${expression.facts.column} between {% and %}.`,
            },
          ],
    ),
};
