import { SCHEMA, type Rule } from '../rule';
import { shown, suggestion } from '../suggestion';

export const fieldEnum: Rule = {
  id: 'field-enum',
  severity: 'ERROR',
  code: SCHEMA,
  summary: "A field has a value that isn't one of the allowed ones.",
  source: 'Measured on AWS by others: ValidateStateMachineDefinition.',
  find: ({ fields }) =>
    fields.flatMap(({ name, spec, value, place }) => {
      // a QueryLanguage of another type is told of in these words, too
      if (
        spec.oneOf === undefined ||
        value === null ||
        spec.oneOf.includes(value as string) ||
        (typeof value !== 'string' && name !== 'QueryLanguage')
      ) {
        return [];
      }
      return [
        {
          at: place,
          message: `Value should be one of the following: [${spec.oneOf.join(', ')}]`,
          fix: `Received ${shown(value)}${typeof value === 'string' ? suggestion(value, spec.oneOf) : ''}`,
        },
      ];
    }),
};
