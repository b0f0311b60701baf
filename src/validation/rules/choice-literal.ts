import {
  COMPARISON_FIELDS,
  isJsonObject,
  TEST_FIELDS,
  type FieldTable,
  type FieldType,
  type Json,
  type JsonObject,
} from '../../asl';
import { testsOf } from '../choice-tests';
import { type DefinitionPlace, inside } from '../definition-place';
import { hasType } from '../fields';
import { isRfc3339 } from '../rfc3339';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { shown } from '../suggestion';
import { isUnknown } from '../unknown-value';

const FIELDS: FieldTable = { ...TEST_FIELDS, ...COMPARISON_FIELDS };

export const choiceLiteral: Rule = {
  id: 'choice-literal',
  severity: 'ERROR',
  code: SCHEMA,
  summary:
    'A comparison of a Choice has a value of the wrong type, for example a string for NumericEquals, or a TimestampEquals that is not an RFC 3339 timestamp.',
  source:
    'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html; the messages are the ones that AWS uses for such fields elsewhere.',
  find: ({ sites }) =>
    sites.states
      .filter(({ type, language }) => type === 'Choice' && language === 'JSONPath')
      .flatMap(site => testsOf(site).flatMap(({ test, at }) => problems(test, at))),
};

function problems(test: JsonObject, at: DefinitionPlace): Finding[] {
  return Object.entries(test).flatMap(([field, value]): Finding[] => {
    const type = Object.hasOwn(FIELDS, field) ? FIELDS[field].type : undefined;
    if (type === undefined || isUnknown(value)) return [];
    const place = inside(at, field);
    if (!hasType({ type }, value)) return [mistyped(field, type, value, place)];
    if (type === 'ARRAY') {
      return (value as readonly Json[]).flatMap((entry, i) =>
        isJsonObject(entry) || isUnknown(entry)
          ? []
          : [mistyped(`An entry of ${field}`, 'OBJECT', entry, inside(place, i))],
      );
    }
    if (!field.startsWith('Timestamp') || field.endsWith('Path') || isRfc3339(value as string)) return [];
    return [
      {
        at: place,
        message: 'String does not match RFC3339 timestamp',
        fix: `Use a timestamp such as 2030-01-31T12:00:00Z; received ${shown(value)}.`,
      },
    ];
  });
}

function mistyped(field: string, type: FieldType, value: Json, at: DefinitionPlace): Finding {
  return {
    at,
    message: `Expected value of type [${type}]`,
    fix: `${field} takes ${TAKES[type]}; received ${shown(value)}.`,
  };
}

const TAKES: Readonly<Partial<Record<FieldType, string>>> = {
  STRING: 'a text',
  NUMBER: 'a number',
  BOOLEAN: 'true or false',
  ARRAY: 'a list of conditions',
  OBJECT: 'a test',
};
