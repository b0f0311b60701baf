import { isIntrinsic } from '../../query/intrinsics';
import { severityOf } from '../expressions/severity';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { shown } from '../suggestion';

export const pathSyntax: Rule = {
  id: 'path-syntax',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A field that needs a path has an invalid one.',
  source: 'Measured on AWS by others: ValidateStateMachineDefinition; the syntax is that of the engine behind AWS.',
  find: ({ expressions }) =>
    expressions.flatMap((expression): Finding[] => {
      if (expression.kind !== 'path' || expression.use === 'template' || expression.unknown) return [];
      const { facts, text, place, use } = expression;
      const reference = use === 'variable' || use === 'write';
      const message = reference ? 'Value is not a Reference Path' : 'Value must be a valid JSONPath.';
      if (!facts.ok && (isIntrinsic(text) ? use === 'path-or-intrinsic' : true)) {
        return [{ at: place, message, fix: `Column ${facts.column}: ${facts.problem}.`, severity: severityOf(text) }];
      }
      if (text.startsWith('$') || (use === 'path-or-intrinsic' && isIntrinsic(text))) return [];
      return [
        {
          at: place,
          message: reference ? `${message}: Reference path didn't start with '$'` : message,
          fix: isIntrinsic(text)
            ? "This field can't have an intrinsic function. Compute the value in a Pass before this state."
            : `A path must start with $; received ${shown(text)}.`,
          // whether AWS takes functions or spaces there is not known for every field
          severity: (isIntrinsic(text) && use === 'path') || /^\s/.test(text) ? 'WARNING' : 'ERROR',
        },
      ];
    }),
};
