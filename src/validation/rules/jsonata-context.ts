import type { Rule } from '../rule';

export const jsonataContext: Rule = {
  id: 'jsonata-context',
  severity: 'ERROR',
  code: 'UNSUPPORTED_JSONATA_EXPRESSION',
  summary: "A JSONata expression uses a bare name or $$, which Step Functions doesn't support.",
  source: 'Measured on AWS by others: CreateStateMachine.',
  find: ({ expressions }) =>
    expressions.flatMap(expression => {
      if (expression.kind !== 'jsonata') return [];
      const { bareNames, usesRoot } = expression.facts;
      return [
        ...bareNames.map(name => ({
          at: expression.place,
          message: `Reference to '${name}' at the top level is not supported.`,
          fix: `Write $states.input.${name} for the input, or $${name} for a variable.`,
        })),
        ...(usesRoot
          ? [
              {
                at: expression.place,
                message: "Reference to '$$' is not supported.",
                fix: 'Write $states.input for the input, or $states.context for the Context Object.',
              },
            ]
          : []),
      ];
    }),
};
