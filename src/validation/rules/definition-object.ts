import { isJsonObject, jsonKind } from '../../asl';
import { SCHEMA, type SourceRule } from '../rule';

export const definitionObject: SourceRule = {
  id: 'definition-object',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'The definition is JSON, but not an object.',
  source: 'The Amazon States Language specification: a state machine is a JSON object.',
  find: ({ value }) =>
    value === undefined || value === null || isJsonObject(value)
      ? []
      : [
          {
            at: { pointer: '', location: '' },
            message: 'Expected value of type [OBJECT]',
            fix: `Use an object with StartAt and States; received a JSON ${jsonKind(value)}.`,
          },
        ],
};
