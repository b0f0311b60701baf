import type { QueryLanguage, StateType } from './definition';

/** The JSON type that a field takes, as AWS's messages spell it. */
export type FieldType = 'STRING' | 'INTEGER' | 'NUMBER' | 'BOOLEAN' | 'OBJECT' | 'ARRAY' | 'ANY';

/** What is known of one field. */
export interface FieldSpec {
  readonly type: FieldType;
  /** The field may be null (`InputPath`, `OutputPath`, `ResultPath`). */
  readonly nullable?: true;
  /** The query language that has this field. @default - both */
  readonly language?: QueryLanguage;
  /** In JSONata states a text `{% … %}` may stand for the value. */
  readonly expression?: true;
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly string[];
}

/** The fields of one kind of object. */
export type FieldTable = Readonly<Record<string, FieldSpec>>;

const text: FieldSpec = { type: 'STRING' };
const flag: FieldSpec = { type: 'BOOLEAN' };
const object: FieldSpec = { type: 'OBJECT' };
const list: FieldSpec = { type: 'ARRAY' };
const path: FieldSpec = { type: 'STRING', language: 'JSONPath' };
const nullablePath: FieldSpec = { type: 'STRING', language: 'JSONPath', nullable: true };
const template: FieldSpec = { type: 'ANY', language: 'JSONPath' };
const jsonata: FieldSpec = { type: 'ANY', language: 'JSONata' };
const language: FieldSpec = { type: 'STRING', oneOf: ['JSONPath', 'JSONata'] };
const seconds = (min: number): FieldSpec => ({ type: 'INTEGER', min, max: 99_999_999, expression: true });

const COMMON: FieldTable = { Type: text, Comment: text, QueryLanguage: language };
const DATA: FieldTable = {
  ...COMMON,
  InputPath: nullablePath,
  OutputPath: nullablePath,
  Output: jsonata,
  Assign: object,
};
const GO_ON: FieldTable = { Next: text, End: flag };
const RESULT: FieldTable = { ResultPath: nullablePath };
const FAILURE: FieldTable = { Retry: list, Catch: list };

/** The fields of a scope of states. */
export const SCOPE_FIELDS: FieldTable = { Comment: text, StartAt: text, States: object };

/** The fields of a whole definition. */
export const MACHINE_FIELDS: FieldTable = {
  ...SCOPE_FIELDS,
  Version: { type: 'STRING', oneOf: ['1.0'] },
  QueryLanguage: language,
  TimeoutSeconds: { type: 'INTEGER', min: 0, max: 99_999_999 },
};

/** The fields of each state type. */
export const STATE_FIELDS: Readonly<Record<StateType, FieldTable>> = {
  Pass: { ...DATA, ...GO_ON, ...RESULT, Result: template, Parameters: template },
  Task: {
    ...DATA,
    ...GO_ON,
    ...RESULT,
    ...FAILURE,
    Resource: text,
    Parameters: template,
    ResultSelector: { type: 'OBJECT', language: 'JSONPath' },
    Arguments: jsonata,
    TimeoutSeconds: seconds(1),
    TimeoutSecondsPath: path,
    HeartbeatSeconds: seconds(1),
    HeartbeatSecondsPath: path,
    Credentials: { type: 'OBJECT', expression: true },
  },
  Choice: { ...DATA, Choices: list, Default: text },
  Wait: { ...DATA, ...GO_ON, Seconds: seconds(0), SecondsPath: path, Timestamp: text, TimestampPath: path },
  Succeed: { ...COMMON, InputPath: nullablePath, OutputPath: nullablePath, Output: jsonata },
  Fail: { ...COMMON, Error: text, ErrorPath: path, Cause: text, CausePath: path },
  Parallel: {
    ...DATA,
    ...GO_ON,
    ...RESULT,
    ...FAILURE,
    Branches: list,
    Parameters: template,
    ResultSelector: { type: 'OBJECT', language: 'JSONPath' },
    Arguments: jsonata,
  },
  Map: {
    ...DATA,
    ...GO_ON,
    ...RESULT,
    ...FAILURE,
    ItemProcessor: object,
    Iterator: object,
    ItemsPath: path,
    Items: jsonata,
    ItemSelector: { type: 'ANY' },
    Parameters: template,
    ResultSelector: { type: 'OBJECT', language: 'JSONPath' },
    ItemReader: object,
    ItemBatcher: object,
    ResultWriter: object,
    MaxConcurrency: { type: 'INTEGER', min: 0, expression: true },
    MaxConcurrencyPath: path,
    ToleratedFailurePercentage: { type: 'NUMBER', min: 0, max: 100, expression: true },
    ToleratedFailurePercentagePath: path,
    ToleratedFailureCount: { type: 'INTEGER', min: 0, expression: true },
    ToleratedFailureCountPath: path,
    Label: text,
  },
};

/** The fields of a retrier. */
export const RETRIER_FIELDS: FieldTable = {
  Comment: text,
  ErrorEquals: list,
  IntervalSeconds: { type: 'INTEGER', min: 0, max: 99_999_999 },
  MaxAttempts: { type: 'INTEGER', min: 0, max: 99_999_999 },
  BackoffRate: { type: 'NUMBER', min: 1 },
  MaxDelaySeconds: { type: 'INTEGER', min: 1, max: 31_622_400 },
  JitterStrategy: { type: 'STRING', oneOf: ['NONE', 'FULL'] },
};

/** The fields of a catcher. */
export const CATCHER_FIELDS: FieldTable = {
  Comment: text,
  ErrorEquals: list,
  Next: text,
  ResultPath: nullablePath,
  Output: jsonata,
  Assign: object,
};

/** The fields of what an ItemReader is told about the items. */
export const READER_CONFIG_FIELDS: FieldTable = {
  InputType: text,
  Transformation: text,
  ManifestType: text,
  CSVHeaderLocation: text,
  CSVHeaders: { type: 'ARRAY', expression: true },
  CSVDelimiter: text,
  ItemsPointer: text,
  MaxItems: { type: 'INTEGER', min: 0, max: 100_000_000, expression: true },
  MaxItemsPath: path,
  ExpectedBucketOwner: text,
};

/** The fields of an ItemBatcher. */
export const BATCHER_FIELDS: FieldTable = {
  BatchInput: { type: 'ANY' },
  MaxItemsPerBatch: { type: 'INTEGER', min: 0, expression: true },
  MaxItemsPerBatchPath: path,
  MaxInputBytesPerBatch: { type: 'INTEGER', min: 0, expression: true },
  MaxInputBytesPerBatchPath: path,
};

/** The fields that must be there, by state type. */
export const REQUIRED_FIELDS: Readonly<Record<StateType, readonly string[]>> = {
  Pass: [],
  Task: ['Resource'],
  Choice: ['Choices'],
  Wait: [],
  Succeed: [],
  Fail: [],
  Parallel: ['Branches'],
  Map: [],
};
