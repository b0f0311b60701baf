import { hasType } from '../fields';
import { SCHEMA, type Rule } from '../rule';

export const fieldRange: Rule = {
  id: 'field-range',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A number is outside the range of its field.',
  source:
    'Measured on AWS by others: ValidateStateMachineDefinition; https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  find: ({ fields }) =>
    fields.flatMap(({ name, spec, value, place }) => {
      if (typeof value !== 'number' || !hasType(spec, value)) return [];
      const decimal = (limit: number): string => (spec.type === 'NUMBER' ? limit.toFixed(1) : String(limit));
      if (spec.min !== undefined && value < spec.min) {
        return [
          {
            at: place,
            message: `Minimum value is ${decimal(spec.min)}`,
            fix: `Set ${name} to ${spec.min} or more; received ${value}.`,
          },
        ];
      }
      if (spec.max !== undefined && value > spec.max) {
        return [
          {
            at: place,
            message: `Maximum value is ${decimal(spec.max)}`,
            fix: `Set ${name} to ${spec.max} or less; received ${value}.`,
          },
        ];
      }
      return [];
    }),
};
