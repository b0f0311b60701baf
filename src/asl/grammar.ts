import type { QueryLanguage, StateType } from './definition';
import { MAX_DELAY_SECONDS, MAX_ITEMS_READ, MAX_SECONDS } from './quotas';

/** The JSON type that a field takes, as AWS's messages spell it. */
export type FieldType = 'STRING' | 'INTEGER' | 'NUMBER' | 'BOOLEAN' | 'OBJECT' | 'ARRAY' | 'ANY';

/** The facts about a field. */
export interface FieldSpec {
  readonly type: FieldType;
  /** The object must have the field. */
  readonly required?: true;
  /** The type of a list's entries. */
  readonly of?: 'OBJECT' | 'STRING';
  /** The field can be null (`InputPath`, `OutputPath`, `ResultPath`). */
  readonly nullable?: true;
  /** The query language that has this field. @default - both */
  readonly language?: QueryLanguage;
  /** In JSONata states, the value can be an expression `{% … %}`. */
  readonly expression?: true;
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly string[];
  /** The values in AWS's documentation. AWS adds values, so a rule of its own checks them. */
  readonly documented?: readonly string[];
  /** The field that an object can't have next to this one. */
  readonly excludes?: string;
  /** Only a Distributed Map uses the field. */
  readonly distributed?: true;
}

/** The fields of a kind of object. */
export type FieldTable = Readonly<Record<string, FieldSpec>>;

const text: FieldSpec = { type: 'STRING' };
const requiredText: FieldSpec = { type: 'STRING', required: true };
const flag: FieldSpec = { type: 'BOOLEAN' };
const object: FieldSpec = { type: 'OBJECT' };
const objects: FieldSpec = { type: 'ARRAY', of: 'OBJECT' };
const path: FieldSpec = { type: 'STRING', language: 'JSONPath' };
const nullablePath: FieldSpec = { type: 'STRING', language: 'JSONPath', nullable: true };
const template: FieldSpec = { type: 'ANY', language: 'JSONPath' };
const jsonata: FieldSpec = { type: 'ANY', language: 'JSONata' };
const queryLanguage: FieldSpec = { type: 'STRING', oneOf: ['JSONPath', 'JSONata'] };
const errorNames: FieldSpec = { type: 'ARRAY', of: 'STRING', required: true };
const integer = (min: number, max?: number): FieldSpec => ({
  type: 'INTEGER',
  min,
  ...(max === undefined ? {} : { max }),
  expression: true,
});

/** A value and its path, of which an object has one at most. */
const orPath = (name: string, spec: FieldSpec, more: Partial<FieldSpec> = {}): FieldTable => ({
  [name]: { ...spec, ...more, excludes: `${name}Path` },
  [`${name}Path`]: { ...path, ...more },
});

const COMMON: FieldTable = { Type: requiredText, Comment: text, QueryLanguage: queryLanguage };
const DATA: FieldTable = {
  ...COMMON,
  InputPath: nullablePath,
  OutputPath: nullablePath,
  Output: jsonata,
  Assign: object,
};
const TRANSITION: FieldTable = { Next: text, End: flag };
const RESULT: FieldTable = { ResultPath: nullablePath };
const FAILURE: FieldTable = { Retry: objects, Catch: objects };

/** The fields of a scope of states. */
export const SCOPE_FIELDS: FieldTable = {
  Comment: text,
  StartAt: requiredText,
  States: { type: 'OBJECT', required: true },
};

/** The fields of the processor of a Map. */
export const PROCESSOR_FIELDS: FieldTable = { ...SCOPE_FIELDS, ProcessorConfig: object, QueryLanguage: text };

/** The fields of a whole definition. */
export const MACHINE_FIELDS: FieldTable = {
  ...SCOPE_FIELDS,
  Version: { type: 'STRING', oneOf: ['1.0'] },
  QueryLanguage: queryLanguage,
  TimeoutSeconds: { type: 'INTEGER', min: 0, max: MAX_SECONDS },
};

/** The fields of each state type. */
export const STATE_FIELDS: Readonly<Record<StateType, FieldTable>> = {
  Pass: { ...DATA, ...TRANSITION, ...RESULT, Result: template, Parameters: template },
  Task: {
    ...DATA,
    ...TRANSITION,
    ...RESULT,
    ...FAILURE,
    Resource: requiredText,
    Parameters: template,
    ResultSelector: { type: 'OBJECT', language: 'JSONPath' },
    Arguments: jsonata,
    ...orPath('TimeoutSeconds', integer(1, MAX_SECONDS)),
    ...orPath('HeartbeatSeconds', integer(1, MAX_SECONDS)),
    Credentials: { type: 'OBJECT', expression: true },
  },
  Choice: { ...DATA, Choices: { ...objects, required: true }, Default: text },
  Wait: {
    ...DATA,
    ...TRANSITION,
    Seconds: integer(0, MAX_SECONDS),
    SecondsPath: path,
    Timestamp: text,
    TimestampPath: path,
  },
  Succeed: { ...COMMON, InputPath: nullablePath, OutputPath: nullablePath, Output: jsonata },
  Fail: { ...COMMON, ...orPath('Error', text), ...orPath('Cause', text) },
  Parallel: {
    ...DATA,
    ...TRANSITION,
    ...RESULT,
    ...FAILURE,
    Branches: { ...objects, required: true },
    Parameters: template,
    ResultSelector: { type: 'OBJECT', language: 'JSONPath' },
    Arguments: jsonata,
  },
  Map: {
    ...DATA,
    ...TRANSITION,
    ...RESULT,
    ...FAILURE,
    ItemProcessor: { type: 'OBJECT', excludes: 'Iterator' },
    Iterator: object,
    ItemsPath: path,
    Items: jsonata,
    ItemSelector: { type: 'ANY' },
    Parameters: template,
    ResultSelector: { type: 'OBJECT', language: 'JSONPath' },
    ItemReader: { type: 'OBJECT', distributed: true },
    ItemBatcher: { type: 'OBJECT', distributed: true },
    ResultWriter: { type: 'OBJECT', distributed: true },
    ...orPath('MaxConcurrency', integer(0)),
    ...orPath(
      'ToleratedFailurePercentage',
      { type: 'NUMBER', min: 0, max: 100, expression: true },
      { distributed: true },
    ),
    ...orPath('ToleratedFailureCount', integer(0), { distributed: true }),
    Label: { type: 'STRING', distributed: true },
  },
};

/** The fields of a retrier. */
export const RETRIER_FIELDS: FieldTable = {
  Comment: text,
  ErrorEquals: errorNames,
  IntervalSeconds: { type: 'INTEGER', min: 0, max: MAX_SECONDS },
  MaxAttempts: { type: 'INTEGER', min: 0, max: MAX_SECONDS },
  BackoffRate: { type: 'NUMBER', min: 1 },
  MaxDelaySeconds: { type: 'INTEGER', min: 1, max: MAX_DELAY_SECONDS },
  JitterStrategy: { type: 'STRING', oneOf: ['NONE', 'FULL'] },
};

/** The fields of a catcher. */
export const CATCHER_FIELDS: FieldTable = {
  Comment: text,
  ErrorEquals: errorNames,
  Next: requiredText,
  ResultPath: nullablePath,
  Output: jsonata,
  Assign: object,
};

/** The fields of a rule of a JSONata Choice. */
export const CONDITION_RULE_FIELDS: FieldTable = {
  Condition: { type: 'ANY', language: 'JSONata' },
  Next: requiredText,
  Comment: text,
  Assign: object,
  Output: jsonata,
};

/** The fields that join tests of a JSONPath Choice, or name the value to compare. */
export const TEST_FIELDS: FieldTable = {
  Variable: path,
  And: { type: 'ARRAY', of: 'OBJECT', language: 'JSONPath' },
  Or: { type: 'ARRAY', of: 'OBJECT', language: 'JSONPath' },
  Not: { type: 'OBJECT', language: 'JSONPath' },
};

const ORDERS = ['Equals', 'GreaterThan', 'GreaterThanEquals', 'LessThan', 'LessThanEquals'];

const comparisonsOf = (kind: string, type: FieldType, orders: readonly string[]): FieldTable =>
  Object.fromEntries(orders.flatMap(order => Object.entries(orPath(`${kind}${order}`, { type }))));

const isKind = (...kinds: readonly string[]): FieldTable => Object.fromEntries(kinds.map(kind => [`Is${kind}`, flag]));

/** The comparisons of a JSONPath Choice. A test has one of them. */
export const COMPARISON_FIELDS: FieldTable = {
  ...comparisonsOf('String', 'STRING', ORDERS),
  ...comparisonsOf('Numeric', 'NUMBER', ORDERS),
  ...comparisonsOf('Timestamp', 'STRING', ORDERS),
  ...comparisonsOf('Boolean', 'BOOLEAN', ['Equals']),
  StringMatches: text,
  ...isKind('Boolean', 'Null', 'Numeric', 'Present', 'String', 'Timestamp'),
};

/** The fields of a processor's ProcessorConfig. */
export const PROCESSOR_CONFIG_FIELDS: FieldTable = {
  Mode: { type: 'STRING', documented: ['INLINE', 'DISTRIBUTED'] },
  ExecutionType: { type: 'STRING', documented: ['STANDARD', 'EXPRESS'] },
};

/** The fields of an ItemReader's ReaderConfig. */
export const READER_CONFIG_FIELDS: FieldTable = {
  InputType: { type: 'STRING', documented: ['MANIFEST', 'JSON', 'CSV', 'JSONL', 'PARQUET'] },
  Transformation: { type: 'STRING', documented: ['NONE', 'LOAD_AND_FLATTEN'] },
  ManifestType: text,
  CSVHeaderLocation: { type: 'STRING', documented: ['FIRST_ROW', 'GIVEN'] },
  CSVHeaders: { type: 'ARRAY', expression: true },
  CSVDelimiter: { type: 'STRING', documented: ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'] },
  ItemsPointer: text,
  ...orPath('MaxItems', integer(0, MAX_ITEMS_READ)),
  ExpectedBucketOwner: text,
};

/** The fields of an ItemBatcher. */
export const BATCHER_FIELDS: FieldTable = {
  BatchInput: { type: 'ANY' },
  ...orPath('MaxItemsPerBatch', integer(0)),
  ...orPath('MaxInputBytesPerBatch', integer(0)),
};

/** The objects inside a Map, by the path to them. */
export const MAP_PARTS: ReadonlyArray<{ readonly path: readonly string[]; readonly fields: FieldTable }> = [
  {
    path: ['ItemProcessor', 'ProcessorConfig'],
    fields: PROCESSOR_CONFIG_FIELDS,
  },
  { path: ['ItemReader'], fields: { Resource: text, Parameters: template, Arguments: jsonata, ReaderConfig: object } },
  { path: ['ItemReader', 'ReaderConfig'], fields: READER_CONFIG_FIELDS },
  { path: ['ItemBatcher'], fields: BATCHER_FIELDS },
  {
    path: ['ResultWriter'],
    fields: { Resource: text, Parameters: template, Arguments: jsonata, WriterConfig: object },
  },
  { path: ['ResultWriter', 'WriterConfig'], fields: { Transformation: text, OutputType: text } },
];

const readArguments: FieldTable = { Bucket: s3Text(), Key: s3Text(), Prefix: s3Text() };
const writeArguments: FieldTable = { Bucket: s3Text(), Prefix: s3Text() };

function s3Text(): FieldSpec {
  return { type: 'STRING', expression: true };
}

/** The arguments of readers and writers whose type is known. S3 has more, so a field that isn't here can be right. */
export const MAP_ARGUMENTS: ReadonlyArray<{ readonly path: readonly string[]; readonly fields: FieldTable }> = [
  { path: ['ItemReader', 'Parameters'], fields: readArguments },
  { path: ['ItemReader', 'Arguments'], fields: readArguments },
  { path: ['ResultWriter', 'Parameters'], fields: writeArguments },
  { path: ['ResultWriter', 'Arguments'], fields: writeArguments },
];

/** The names of the fields that an object of a kind must have. */
export function requiredFieldsOf(table: FieldTable): string[] {
  return Object.keys(table).filter(field => table[field].required);
}
