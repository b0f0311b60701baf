import type { HistoryEvent, HistoryEventType } from './history-event';
import { jsonBytes } from './payload';
import type { Run } from './run';

/** How much an execution logs. There is no level between ERROR and ALL. */
export type LogLevel = 'OFF' | 'FATAL' | 'ERROR' | 'ALL';

/** What is logged. */
export interface LogOptions {
  readonly level: LogLevel;
  /** Whether inputs, outputs and parameters are logged. Error and cause always are. @default false */
  readonly includeExecutionData?: boolean;
}

/** One record, as it appears in CloudWatch Logs: all values of the envelope are texts. */
export interface LogRecord {
  readonly id: string;
  readonly type: HistoryEventType;
  readonly details: object;
  readonly previous_event_id: string;
  /** Milliseconds since 1970. */
  readonly event_timestamp: string;
  readonly execution_arn: string;
  readonly redrive_count: string;
}

const FATAL: ReadonlySet<HistoryEventType> = new Set(['ExecutionAborted', 'ExecutionFailed', 'ExecutionTimedOut']);

/** The events that AWS's table marks at ERROR; events that the table does not name are logged at ALL only. */
const ERROR: ReadonlySet<HistoryEventType> = new Set([
  ...FATAL,
  'FailStateEntered',
  'LambdaFunctionFailed',
  'LambdaFunctionScheduleFailed',
  'LambdaFunctionStartFailed',
  'LambdaFunctionTimedOut',
  'MapIterationAborted',
  'MapIterationFailed',
  'MapRunAborted',
  'MapRunFailed',
  'MapStateAborted',
  'MapStateFailed',
  'ParallelStateAborted',
  'ParallelStateFailed',
  'TaskFailed',
  'TaskStartFailed',
  'TaskStateAborted',
  'TaskSubmitFailed',
  'TaskTimedOut',
  'WaitStateAborted',
] as const);

const LOGGED: Readonly<Record<LogLevel, (type: HistoryEventType) => boolean>> = {
  OFF: () => false,
  FATAL: type => FATAL.has(type),
  ERROR: type => ERROR.has(type),
  ALL: () => true,
};

const DATA = new Set([
  'input',
  'inputDetails',
  'output',
  'outputDetails',
  'parameters',
  'assignedVariables',
  'assignedVariablesDetails',
]);

/** Longer texts of inputs and outputs are cut off in logs. */
const LONGEST_TEXT = 248 * 1024;

/**
 * The records that an execution writes, Standard and Express alike. An Express execution has no other history.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
export function logRecords(run: Pick<Run, 'history' | 'executionArn'>, options: LogOptions): LogRecord[] {
  const logged = LOGGED[options.level];
  let redrives = 0;
  // each event, the redrive's own included, tells of how many redrives it is
  const counted = run.history.map(event => ({
    event,
    count: String(event.type === 'ExecutionRedriven' ? ++redrives : redrives),
  }));
  return counted
    .filter(({ event }) => logged(event.type))
    .map(({ event, count }) => ({
      id: String(event.id),
      type: event.type,
      details: detailsOf(event, options.includeExecutionData ?? false),
      previous_event_id: String(event.previousEventId),
      event_timestamp: String(event.timestamp.getTime()),
      execution_arn: run.executionArn,
      redrive_count: count,
    }));
}

function detailsOf(event: HistoryEvent, withData: boolean): object {
  const found = Object.entries(event).find(([member]) => member.endsWith('EventDetails'));
  const details = Object.entries((found?.[1] ?? {}) as Record<string, unknown>).filter(
    ([member, value]) => value !== undefined && (withData || !DATA.has(member)),
  );
  const cut = new Set(
    details
      .filter(([member, value]) => (member === 'input' || member === 'output') && isTooLong(value))
      .map(([member]) => member),
  );
  return Object.fromEntries(
    details.map(([member, value]) => {
      if (cut.has(member)) return [member, String(value).slice(0, LONGEST_TEXT)];
      if (cut.has(member.replace(/Details$/, ''))) return [member, { truncated: true }];
      return [member, value];
    }),
  );
}

function isTooLong(value: unknown): boolean {
  return typeof value === 'string' && value.length > LONGEST_TEXT / 2 && jsonBytes(value) > LONGEST_TEXT;
}
