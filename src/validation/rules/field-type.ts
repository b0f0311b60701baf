import { hasType } from '../fields';
import { SCHEMA, type Rule } from '../rule';
import { shown } from '../suggestion';

export const fieldType: Rule = {
  id: 'field-type',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A field has a value of the wrong JSON type.',
  source: 'Measured on AWS by others: ValidateStateMachineDefinition.',
  find: ({ fields }) =>
    fields
      .filter(({ spec, value }) => !hasType(spec, value))
      .map(({ name, spec, value, place }) => ({
        at: place,
        message: `Expected value of type ${spec.type === 'INTEGER' ? 'Integer' : `[${spec.type}]`}`,
        fix: `${name} must be ${ARTICLES[spec.type] ?? 'another value'}; received ${shown(value)}.`,
      })),
};

const ARTICLES: Readonly<Record<string, string>> = {
  STRING: 'a text',
  INTEGER: 'a whole number',
  NUMBER: 'a number',
  BOOLEAN: 'true or false',
  OBJECT: 'an object',
  ARRAY: 'a list',
};
