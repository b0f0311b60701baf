import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../../asl';
import { notRedrivable, type Run } from '../../interpreter';
import { attemptsOf, type RunAttempt } from '../run-attempts';

/** An event as EventBridge delivers it. */
export interface BusEvent {
  readonly 'version': string;
  readonly 'id': string;
  readonly 'detail-type': string;
  readonly 'source': string;
  readonly 'account': string;
  /** In whole seconds. */
  readonly 'time': string;
  readonly 'region': string;
  readonly 'resources': readonly string[];
  readonly 'detail': JsonObject;
}

/** The type of the events. */
export const STATUS_CHANGE = 'Step Functions Execution Status Change';

/** A longer text of input and output is left out of the event, a longer output by itself too. */
const LONGEST_ESCAPED = 248 * 1024;

/**
 * The status changes that an execution tells EventBridge, in order: Standard executions only. The executions that its Tasks have started tell their
 * own; whether child executions of a Distributed Map do is not documented, so they do not here.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export function statusEvents(run: Run): BusEvent[] {
  const own =
    run.type === 'EXPRESS'
      ? []
      : attemptsOf(run).flatMap(attempt => [eventOf(run, attempt, 'RUNNING'), eventOf(run, attempt, attempt.status)]);
  return [...own, ...run.nested.flatMap(statusEvents)].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

function eventOf(run: Run, attempt: RunAttempt, status: string): BusEvent {
  const { start, stop, redriveCount } = attempt;
  const time = status === 'RUNNING' ? start : stop;
  const [, , , region, account] = run.executionArn.split(':');
  return {
    'version': '0',
    'id': idOf(`${run.executionArn} ${status}${redriveCount === 0 ? '' : ` ${redriveCount}`}`),
    'detail-type': STATUS_CHANGE,
    'source': 'aws.states',
    account,
    'time': `${new Date(time).toISOString().slice(0, 19)}Z`,
    region,
    'resources': [run.executionArn],
    'detail': detailOf(run, attempt, status),
  };
}

function detailOf(
  run: Run,
  { start, stop, error, cause, events, redriveCount }: RunAttempt,
  status: string,
): JsonObject {
  const running = status === 'RUNNING';
  const input = run.history[0].executionStartedEventDetails?.input ?? '{}';
  const output = status === 'SUCCEEDED' ? JSON.stringify(run.output) : null;
  const inputFits = escapedBytes(input) + (output === null ? 0 : escapedBytes(output)) <= LONGEST_ESCAPED;
  const outputFits = output !== null && escapedBytes(output) <= LONGEST_ESCAPED;
  const refusal = notRedrivable({ type: run.type, status, startTime: run.startTime, stopTime: stop, events }, stop);
  return {
    executionArn: run.executionArn,
    stateMachineArn: run.stateMachineArn,
    name: run.executionArn.split(':').pop()!,
    status,
    startDate: run.startTime,
    stopDate: running ? null : stop,
    input: inputFits ? input : null,
    output: outputFits ? output : null,
    stateMachineVersionArn: null,
    stateMachineAliasArn: null,
    redriveCount,
    redriveDate: redriveCount === 0 ? null : start,
    redriveStatus: refusal === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    redriveStatusReason: refusal ?? null,
    inputDetails: { included: inputFits },
    outputDetails: output === null ? null : { included: outputFits },
    error: (running ? undefined : error) ?? null,
    cause: (running ? undefined : cause) ?? null,
  } satisfies Record<string, Json>;
}

/** The bytes of a text as it stands inside of JSON. */
function escapedBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}

/** An identifier that is the same for the same text. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
