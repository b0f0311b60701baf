import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { fieldPlace, inside } from '../place';
import { SCHEMA, type Finding, type Place, type Rule } from '../rule';
import { shown, suggestion } from '../suggestion';
import { isUnknown } from '../unknown-value';

const READERS = /^arn:[^:]+:states:::s3:(getObject|listObjectsV2)$/;
const WRITERS = /^arn:[^:]+:states:::s3:putObject$/;
/** As documented; new ones may come. */
const ENUMS: Readonly<Record<string, readonly string[]>> = {
  InputType: ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST'],
  CSVHeaderLocation: ['FIRST_ROW', 'GIVEN'],
  CSVDelimiter: ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'],
  Transformation: ['NONE', 'LOAD_AND_FLATTEN'],
};

export const itemReader: Rule = {
  id: 'item-reader',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'The ItemReader or ResultWriter of a Distributed Map does not fit together.',
  source: 'Measured on AWS by others: ValidateStateMachineDefinition; https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html',
  find: ({ sites }) => sites.states.filter(({ type }) => type === 'Map').flatMap(site => {
    const { ItemReader: reader, ResultWriter: writer } = site.state;
    return [
      ...(isJsonObject(reader) ? [...resource(reader.Resource, READERS, 's3:getObject or s3:listObjectsV2', fieldPlace(site, 'ItemReader')), ...config(reader, fieldPlace(site, 'ItemReader', 'ReaderConfig'))] : []),
      ...(isJsonObject(writer) && writer.Resource !== undefined ? resource(writer.Resource, WRITERS, 's3:putObject', fieldPlace(site, 'ResultWriter')) : []),
    ];
  }),
};

function resource(value: Json | undefined, allowed: RegExp, names: string, at: Place): Finding[] {
  if (value === undefined) return [{ at, message: 'These fields are required: [Resource]', fix: `Add "Resource": arn:aws:states:::${names}.` }];
  // the region's own forms of other readers may come: what is not S3's is not judged
  if (typeof value !== 'string' || isUnknown(value) || allowed.test(value) || !/:states:::s3:/.test(value)) return [];
  return [{ at: inside(at, 'Resource'), message: "The field 'Resource' does not match any of the allowed values", fix: `Write arn:aws:states:::${names}; received ${shown(value)}.` }];
}

function config(reader: JsonObject, at: Place): Finding[] {
  const given = reader.ReaderConfig;
  if (!isJsonObject(given)) return [];
  const found: Finding[] = [];
  for (const [field, allowed] of Object.entries(ENUMS)) {
    const value = given[field];
    if (value === undefined || typeof value !== 'string' || isUnknown(value) || value.startsWith('{%') || allowed.includes(value)) continue;
    found.push({ at: inside(at, field), message: `Value should be one of the following: [${allowed.join(', ')}]`, fix: `Received ${shown(value)}${suggestion(value, allowed)}`, severity: 'WARNING' });
  }
  const { InputType: type, CSVHeaderLocation: header } = given;
  if (type === 'CSV' && header === undefined) found.push({ at, message: "The field 'CSVHeaderLocation' is required", fix: 'Add "CSVHeaderLocation": "FIRST_ROW", or "GIVEN" and CSVHeaders.' });
  if (type === 'JSON' && header !== undefined) found.push({ at: inside(at, 'CSVHeaderLocation'), message: "Field 'CSVHeaderLocation' is not supported", fix: 'Remove it: JSON has no header.' });
  if (header === 'GIVEN' && given.CSVHeaders === undefined) found.push({ at, message: 'These fields are required: [CSVHeaders]', fix: 'Add CSVHeaders: the names of the columns.' });
  return found;
}
