import { isIntrinsic } from '../../query/intrinsics';
import { severityOf } from '../expressions/severity';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { shown } from '../suggestion';

export const pathSyntax: Rule = {
  id: 'path-syntax',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A field that takes a path holds a text that is none.',
  source:
    'Measured on AWS by others: ValidateStateMachineDefinition; what parses is what the engine behind AWS parses.',
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
            ? 'This field takes no intrinsic function: compute the value in a Pass before.'
            : `A path starts with $; received ${shown(text)}.`,
          // whether AWS takes functions or spaces there is not known for every field
          severity: (isIntrinsic(text) && use === 'path') || /^\s/.test(text) ? 'WARNING' : 'ERROR',
        },
      ];
    }),
};
