import { isJsonObject, READER_CONFIG_FIELDS, type Json, type JsonObject } from '../../asl';
import { type DefinitionPlace, fieldPlace, inside } from '../definition-place';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { shown, suggestion } from '../suggestion';
import { isUnknown } from '../unknown-value';

const READERS = /^arn:[^:]+:states:::s3:(getObject|listObjectsV2)$/;
const WRITERS = /^arn:[^:]+:states:::s3:putObject$/;
/** AWS's own words. */
const READER_EXAMPLES =
  '. Examples: [arn:<partition>:states:::s3:getObject, arn:<partition>:states:::s3:listObjectsV2]';
export const itemReader: Rule = {
  id: 'item-reader',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'The fields of the ItemReader or ResultWriter of a Distributed Map contradict each other.',
  source:
    'Measured on AWS by others: ValidateStateMachineDefinition; https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html',
  find: ({ sites }) =>
    sites.states
      .filter(({ type }) => type === 'Map')
      .flatMap(site => {
        const { ItemReader: reader, ResultWriter: writer } = site.state;
        return [
          ...(isJsonObject(reader)
            ? [
                ...resource(
                  reader.Resource,
                  READERS,
                  's3:getObject or s3:listObjectsV2',
                  fieldPlace(site, 'ItemReader'),
                  READER_EXAMPLES,
                ),
                ...config(reader, fieldPlace(site, 'ItemReader', 'ReaderConfig')),
              ]
            : []),
          ...(isJsonObject(writer) && writer.Resource !== undefined
            ? resource(writer.Resource, WRITERS, 's3:putObject', fieldPlace(site, 'ResultWriter'))
            : []),
        ];
      }),
};

function resource(
  value: Json | undefined,
  allowed: RegExp,
  names: string,
  at: DefinitionPlace,
  examples = '',
): Finding[] {
  if (value === undefined) {
    return [
      { at, message: 'These fields are required: [Resource]', fix: `Add "Resource": arn:aws:states:::${names}.` },
    ];
  }
  if (typeof value !== 'string' || isUnknown(value) || allowed.test(value)) return [];
  return [
    {
      at: inside(at, 'Resource'),
      message: `The field 'Resource' does not match any of the allowed values${examples}`,
      fix: `Use arn:aws:states:::${names}; received ${shown(value)}.`,
      // readers of other services may come
      severity: /:states:::(?!s3:)/.test(value) ? 'WARNING' : 'ERROR',
    },
  ];
}

function config(reader: JsonObject, at: DefinitionPlace): Finding[] {
  const given = reader.ReaderConfig;
  if (!isJsonObject(given)) return [];
  const found: Finding[] = [];
  for (const [field, { documented: allowed }] of Object.entries(READER_CONFIG_FIELDS)) {
    const value = given[field];
    if (
      allowed === undefined ||
      value === undefined ||
      typeof value !== 'string' ||
      isUnknown(value) ||
      value.startsWith('{%') ||
      allowed.includes(value)
    ) {
      continue;
    }
    const message =
      field === 'InputType'
        ? `The field 'InputType' should have one of these values: [${allowed.join(', ')}]`
        : `Value should be one of the following: [${allowed.join(', ')}]`;
    // the newest field: more of them may come
    found.push({
      at: inside(at, field),
      message,
      fix: `Received ${shown(value)}${suggestion(value, allowed)}`,
      severity: field === 'Transformation' ? 'WARNING' : 'ERROR',
    });
  }
  const { InputType: type, CSVHeaderLocation: header } = given;
  if (type === 'CSV' && header === undefined) {
    found.push({
      at,
      message: "The field 'CSVHeaderLocation' is required",
      fix: 'Add "CSVHeaderLocation": "FIRST_ROW", or "GIVEN" and CSVHeaders.',
    });
  }
  if (type === 'JSON' && header !== undefined) {
    found.push({
      at: inside(at, 'CSVHeaderLocation'),
      message: "Field 'CSVHeaderLocation' is not supported",
      fix: 'Remove it. JSON has no header.',
    });
  }
  if (header === 'GIVEN' && given.CSVHeaders === undefined) {
    found.push({
      at,
      message: 'These fields are required: [CSVHeaders]',
      fix: 'Add CSVHeaders with the names of the columns.',
    });
  }
  return found;
}
