import { Json, JsonObject } from './json';

/**
 * The Amazon States Language as types: every field of the current language, both query languages.
 * Fields that take a JSONata expression are typed with `string` beside their literal type.
 *
 * @see https://states-language.net/spec.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
 */
export type QueryLanguage = 'JSONPath' | 'JSONata';

/** The type of a workflow. */
export type WorkflowType = 'STANDARD' | 'EXPRESS';

/** The names of the eight state types. */
export const STATE_TYPES = ['Pass', 'Task', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'] as const;

/** The name of a state type. */
export type StateType = (typeof STATE_TYPES)[number];

/** A scope of states: a whole machine, a branch, or what a Map runs for each item. Transitions never leave their scope. */
export interface StateScope {
  readonly Comment?: string;
  /** The name of the first state. */
  readonly StartAt: string;
  readonly States: { readonly [name: string]: State };
}

/** A whole definition. */
export interface StateMachineDefinition extends StateScope {
  /** @default "1.0" */
  readonly Version?: string;
  /** @default "JSONPath" */
  readonly QueryLanguage?: QueryLanguage;
  /** The whole execution may take this many seconds. */
  readonly TimeoutSeconds?: number;
}

/** A state of any type. */
export type State =
  PassState | TaskState | ChoiceState | WaitState | SucceedState | FailState | ParallelState | MapState;

/** What a Pass, Task, Choice, Wait, Succeed, Parallel and Map state share. */
export interface StateFields {
  readonly Comment?: string;
  /** Overrides the machine's query language. Allowed are JSONata states below a JSONPath machine, never the reverse. */
  readonly QueryLanguage?: QueryLanguage;
  /** JSONPath: the part of the input that the state sees; null for `{}`. @default "$" */
  readonly InputPath?: string | null;
  /** JSONPath: the part of the output that goes on; null for `{}`. @default "$" */
  readonly OutputPath?: string | null;
  /** JSONata: the state's output. */
  readonly Output?: Json;
  /** Variables to assign: JSONata values, or a payload template. */
  readonly Assign?: JsonObject;
}

/** Where a state that goes on goes: exactly one of the two. */
export interface Transition {
  readonly Next?: string;
  readonly End?: boolean;
}

/** Where JSONPath states put their result. */
export interface ResultFields {
  /** JSONPath: a Reference Path in the input that takes the result; null drops the result. @default "$" */
  readonly ResultPath?: string | null;
}

/** Passes its input on, or a fixed result. */
export interface PassState extends StateFields, ResultFields, Transition {
  readonly Type: 'Pass';
  readonly Result?: Json;
  /** A payload template. */
  readonly Parameters?: Json;
}

/** Calls something. */
export interface TaskState extends StateFields, ResultFields, Transition {
  readonly Type: 'Task';
  /** The ARN of a function or activity, or `arn:aws:states:::service:action`. */
  readonly Resource: string;
  readonly Parameters?: Json;
  readonly Arguments?: Json;
  readonly ResultSelector?: Json;
  /** Seconds, 1 to 99,999,999, or a JSONata expression. */
  readonly TimeoutSeconds?: number | string;
  readonly TimeoutSecondsPath?: string;
  /** Seconds, shorter than the time-out, or a JSONata expression. */
  readonly HeartbeatSeconds?: number | string;
  readonly HeartbeatSecondsPath?: string;
  readonly Credentials?: Credentials;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

/** The role that a Task assumes, in this or another account. */
export interface Credentials {
  readonly 'RoleArn'?: string;
  readonly 'RoleArn.$'?: string;
}

/** Goes on by rules. */
export interface ChoiceState extends StateFields {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}

/** A rule of a Choice: a JSONata condition, or a JSONPath comparison. */
export type ChoiceRule = JsonataRule | (DataTest & RuleOutcome);

/** Where a rule leads. */
export interface RuleOutcome {
  readonly Next: string;
  readonly Comment?: string;
  readonly Assign?: JsonObject;
}

/** A rule of a JSONata Choice. */
export interface JsonataRule extends RuleOutcome {
  readonly Condition: string | boolean;
  readonly Output?: Json;
}

/** A test of a JSONPath Choice, possibly nested: `And`, `Or`, `Not`, or a `Variable` with one comparator. */
export interface DataTest {
  readonly And?: readonly DataTest[];
  readonly Or?: readonly DataTest[];
  readonly Not?: DataTest;
  readonly Variable?: string;

  readonly BooleanEquals?: boolean;
  readonly BooleanEqualsPath?: string;
  readonly IsBoolean?: boolean;
  readonly IsNull?: boolean;
  readonly IsNumeric?: boolean;
  readonly IsPresent?: boolean;
  readonly IsString?: boolean;
  readonly IsTimestamp?: boolean;
  readonly NumericEquals?: number;
  readonly NumericEqualsPath?: string;
  readonly NumericGreaterThan?: number;
  readonly NumericGreaterThanPath?: string;
  readonly NumericGreaterThanEquals?: number;
  readonly NumericGreaterThanEqualsPath?: string;
  readonly NumericLessThan?: number;
  readonly NumericLessThanPath?: string;
  readonly NumericLessThanEquals?: number;
  readonly NumericLessThanEqualsPath?: string;
  readonly StringEquals?: string;
  readonly StringEqualsPath?: string;
  readonly StringGreaterThan?: string;
  readonly StringGreaterThanPath?: string;
  readonly StringGreaterThanEquals?: string;
  readonly StringGreaterThanEqualsPath?: string;
  readonly StringLessThan?: string;
  readonly StringLessThanPath?: string;
  readonly StringLessThanEquals?: string;
  readonly StringLessThanEqualsPath?: string;
  /** `*` matches any text, `\\*` a star. */
  readonly StringMatches?: string;
  readonly TimestampEquals?: string;
  readonly TimestampEqualsPath?: string;
  readonly TimestampGreaterThan?: string;
  readonly TimestampGreaterThanPath?: string;
  readonly TimestampGreaterThanEquals?: string;
  readonly TimestampGreaterThanEqualsPath?: string;
  readonly TimestampLessThan?: string;
  readonly TimestampLessThanPath?: string;
  readonly TimestampLessThanEquals?: string;
  readonly TimestampLessThanEqualsPath?: string;
}

/** Waits: exactly one of the four. */
export interface WaitState extends StateFields, Transition {
  readonly Type: 'Wait';
  /** Seconds, 0 to 99,999,999, or a JSONata expression. */
  readonly Seconds?: number | string;
  readonly SecondsPath?: string;
  /** RFC 3339, or a JSONata expression. */
  readonly Timestamp?: string;
  readonly TimestampPath?: string;
}

/** Ends its scope with success. */
export interface SucceedState extends StateFields {
  readonly Type: 'Succeed';
}

/** Fails its scope. */
export interface FailState {
  readonly Type: 'Fail';
  readonly Comment?: string;
  readonly QueryLanguage?: QueryLanguage;
  readonly Error?: string;
  /** JSONPath: a path or an intrinsic function. */
  readonly ErrorPath?: string;
  readonly Cause?: string;
  /** JSONPath: a path or an intrinsic function. */
  readonly CausePath?: string;
}

/** Runs its branches side by side. */
export interface ParallelState extends StateFields, ResultFields, Transition {
  readonly Type: 'Parallel';
  readonly Branches: readonly StateScope[];
  readonly Parameters?: Json;
  readonly Arguments?: Json;
  readonly ResultSelector?: Json;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

/** Runs its processor once for each item. */
export interface MapState extends StateFields, ResultFields, Transition {
  readonly Type: 'Map';
  readonly ItemProcessor?: ItemProcessor;
  /** The form of ItemProcessor before 2022; still accepted, inline only. */
  readonly Iterator?: StateScope;
  /** JSONPath: where the items lie. @default "$" */
  readonly ItemsPath?: string;
  /** JSONata: the items, an array or an expression that gives one. @default - the state's input */
  readonly Items?: Json;
  /** What the processor receives for one item. @default - the item */
  readonly ItemSelector?: Json;
  /** The form of ItemSelector before 2022. */
  readonly Parameters?: Json;
  readonly ItemReader?: ItemReader;
  readonly ItemBatcher?: ItemBatcher;
  readonly ResultWriter?: ResultWriter;
  readonly ResultSelector?: Json;
  /** 0 for no limit of its own (inline: 40). */
  readonly MaxConcurrency?: number | string;
  readonly MaxConcurrencyPath?: string;
  readonly ToleratedFailurePercentage?: number | string;
  readonly ToleratedFailurePercentagePath?: string;
  readonly ToleratedFailureCount?: number | string;
  readonly ToleratedFailureCountPath?: string;
  /** Part of the ARN of the child executions, at most 40 characters. */
  readonly Label?: string;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

/** What a Map runs for each item, and how. */
export interface ItemProcessor extends StateScope {
  readonly ProcessorConfig?: ProcessorConfig;
}

/** How a Map runs its processor. */
export interface ProcessorConfig {
  /** @default "INLINE" */
  readonly Mode?: 'INLINE' | 'DISTRIBUTED';
  /** The type of the child executions of a Distributed Map. */
  readonly ExecutionType?: WorkflowType;
}

/** Where a Distributed Map reads its items. */
export interface ItemReader {
  /** `arn:aws:states:::s3:getObject` or `arn:aws:states:::s3:listObjectsV2`. */
  readonly Resource: string;
  readonly Parameters?: Json;
  readonly Arguments?: Json;
  readonly ReaderConfig?: ReaderConfig;
}

/** How a Distributed Map reads its items. */
export interface ReaderConfig {
  readonly InputType?: 'CSV' | 'JSON' | 'JSONL' | 'PARQUET' | 'MANIFEST';
  /** @default "NONE" */
  readonly Transformation?: 'NONE' | 'LOAD_AND_FLATTEN';
  readonly ManifestType?: 'ATHENA_DATA' | 'S3_INVENTORY';
  readonly CSVHeaderLocation?: 'FIRST_ROW' | 'GIVEN';
  readonly CSVHeaders?: readonly string[];
  readonly CSVDelimiter?: 'COMMA' | 'PIPE' | 'SEMICOLON' | 'SPACE' | 'TAB';
  readonly ItemsPointer?: string;
  readonly MaxItems?: number | string;
  readonly MaxItemsPath?: string;
}

/** How a Distributed Map groups items for one child execution. */
export interface ItemBatcher {
  readonly MaxItemsPerBatch?: number | string;
  readonly MaxItemsPerBatchPath?: string;
  readonly MaxInputBytesPerBatch?: number | string;
  readonly MaxInputBytesPerBatchPath?: string;
  readonly BatchInput?: Json;
}

/** Where a Distributed Map writes its results. */
export interface ResultWriter {
  /** `arn:aws:states:::s3:putObject`. */
  readonly Resource?: string;
  readonly Parameters?: Json;
  readonly Arguments?: Json;
  readonly WriterConfig?: WriterConfig;
}

/** The form of written results. */
export interface WriterConfig {
  readonly Transformation?: 'NONE' | 'COMPACT' | 'FLATTEN';
  readonly OutputType?: 'JSON' | 'JSONL';
}

/** When and how often a failed Task, Parallel or Map is tried again. */
export interface Retrier {
  readonly Comment?: string;
  readonly ErrorEquals: readonly string[];
  /** Seconds to the first retry, 1 to 99,999,999. @default 1 */
  readonly IntervalSeconds?: number;
  /** 0 for never. @default 3 */
  readonly MaxAttempts?: number;
  /** At least 1. @default 2 */
  readonly BackoffRate?: number;
  /** The interval grows no further than this. */
  readonly MaxDelaySeconds?: number;
  /** @default "NONE" */
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

/** Where a failed Task, Parallel or Map goes. */
export interface Catcher {
  readonly Comment?: string;
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  /** JSONPath: where in the input the error output goes. @default "$" */
  readonly ResultPath?: string | null;
  /** JSONata. @default - the error output */
  readonly Output?: Json;
  readonly Assign?: JsonObject;
}
