import { SCHEMA, type Finding, type Rule } from '../rule';

export const referencePath: Rule = {
  id: 'reference-path',
  severity: 'ERROR',
  code: SCHEMA,
  summary:
    "A field that needs a Reference Path has a path that can match several values, or that doesn't start with $.",
  source:
    'Measured on AWS by others: ValidateStateMachineDefinition; https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html',
  find: ({ expressions }) =>
    expressions.flatMap((expression): Finding[] => {
      if (
        expression.kind !== 'path' ||
        expression.unknown ||
        !expression.facts.ok ||
        expression.facts.reference ||
        !expression.text.startsWith('$')
      ) {
        return [];
      }
      const { use, text, place, field, site } = expression;
      if (use !== 'write' && use !== 'reference') return [];
      const [read] = expression.facts.reads;
      // variables are read like data; that they stand here is documented for reading only
      if (use === 'reference' && read.root === 'variable') return [];
      const several = /\*|\.\.|\?/.test(text.replace(/'[^']*'/g, ''));
      return [
        {
          at: place,
          message: 'Value is not a Reference Path',
          fix: several
            ? 'Use only names and indexes. *, .., and filters are not allowed.'
            : `Start with $. ${field} can't ${use === 'write' ? 'write to' : 'read from'} ${text.split(/[.[]/)[0]}.`,
          // of the numbers of a Map AWS was asked
          severity: several || use === 'write' || site.type === 'Map' ? 'ERROR' : 'WARNING',
        },
      ];
    }),
};
