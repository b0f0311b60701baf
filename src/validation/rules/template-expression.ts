import { severityOf } from '../expressions/severity';
import { SCHEMA, type Rule } from '../rule';

export const templateExpression: Rule = {
  id: 'template-expression',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A key ends in .$, but its value is neither a path nor an intrinsic function call.',
  source: 'Recorded from AWS: CreateStateMachine.',
  find: ({ expressions }) =>
    expressions.flatMap(expression => {
      if (expression.kind !== 'path' || expression.use !== 'template' || expression.unknown) return [];
      const { facts, text, place, fieldPlace, key } = expression;
      if (facts.ok && /^\s*(\$|States\.)/.test(text)) return [];
      const message = `The value for the field '${key}' must be a valid JSONPath or a valid intrinsic function call`;
      // AWS gives the place of the template, not of the member
      const at = { pointer: place.pointer, location: fieldPlace.location, state: place.state };
      const fix = facts.ok
        ? 'A path starts with $, and an intrinsic function call with States. For a literal string, remove .$ from the key.'
        : `Column ${facts.column}: ${facts.problem}.`;
      return [{ at, message, fix, severity: facts.ok ? 'ERROR' : severityOf(text) }];
    }),
};
