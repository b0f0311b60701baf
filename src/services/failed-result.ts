import { isJsonObject, type Json } from '../asl';
import { jobStatus } from './job-results';

/** How a Task calls an action. */
export interface CalledAction {
  /** As in a Resource: `dynamodb`, or `aws-sdk:dynamodb`. */
  readonly service: string;
  readonly action: string;
  readonly pattern: 'REQUEST_RESPONSE' | 'SYNC' | 'WAIT_FOR_TASK_TOKEN';
}

/** The error with which a Task fails. */
export interface TaskFailure {
  readonly error: string;
  readonly cause: string;
}

/** When a result of a call makes the Task fail, and with which error. */
interface FailingResult {
  readonly call: string;
  readonly patterns: ReadonlyArray<CalledAction['pattern']>;
  readonly failure: (result: { readonly [name: string]: Json }) => TaskFailure | undefined;
  /** The page or the recording that says so. */
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg/';
const ANY = ['REQUEST_RESPONSE', 'SYNC', 'WAIT_FOR_TASK_TOKEN'] as const;

/** Results that are failures on AWS. The SDK integration has none: it returns what the API returns. */
const FAILING_RESULTS: readonly FailingResult[] = [
  {
    call: 'events:putEvents',
    patterns: ANY,
    failure: result =>
      typeof result.FailedEntryCount === 'number' && result.FailedEntryCount > 0
        ? { error: 'EventBridge.FailedEntry', cause: JSON.stringify(result) }
        : undefined,
    source: `recorded; ${GUIDE}connect-eventbridge.html`,
  },
  {
    call: 'lambda:invoke',
    patterns: ['REQUEST_RESPONSE'],
    failure: result => (typeof result.FunctionError === 'string' ? functionFailure(result.Payload) : undefined),
    source: `${GUIDE}concepts-error-handling.html: the error is the errorType of the payload`,
  },
  {
    // Request Response returns the answer with its failures and succeeds
    call: 'ecs:runTask',
    patterns: ['SYNC', 'WAIT_FOR_TASK_TOKEN'],
    failure: result =>
      Array.isArray(result.Failures) && result.Failures.length > 0
        ? { error: 'AmazonECS.Unknown', cause: JSON.stringify(result) }
        : undefined,
    source: `${GUIDE}connect-ecs.html`,
  },
  {
    call: 'ecs:runTask',
    patterns: ['SYNC'],
    failure: result =>
      Array.isArray(result.Containers) && result.Containers.some(exitedWithFailure)
        ? { error: 'States.TaskFailed', cause: JSON.stringify(result) }
        : undefined,
    source:
      'reported by users: an essential container with an exit code other than 0 fails the Task with the description of the task',
  },
];

/** The failure that a result is on AWS; undefined if the Task succeeds with it. */
export function failedResult({ service, action, pattern }: CalledAction, result: Json): TaskFailure | undefined {
  if (!isJsonObject(result)) return undefined;
  const call = `${service}:${action}`;
  for (const failing of FAILING_RESULTS) {
    const failure = failing.call === call && failing.patterns.includes(pattern) ? failing.failure(result) : undefined;
    if (failure !== undefined) return failure;
  }
  return pattern === 'SYNC' ? failedJob(call, result) : undefined;
}

function failedJob(call: string, result: Json): TaskFailure | undefined {
  const job = jobStatus(call);
  const failed = job?.at.some(path => {
    const status = path.reduce<Json | undefined>((at, name) => (isJsonObject(at) ? at[name] : undefined), result);
    return typeof status === 'string' && job.failed.includes(status);
  });
  return failed ? { error: 'States.TaskFailed', cause: JSON.stringify(result) } : undefined;
}

function functionFailure(payload: Json | undefined): TaskFailure {
  const error = isJsonObject(payload) && typeof payload.errorType === 'string' ? payload.errorType : 'Lambda.Unknown';
  return { error, cause: JSON.stringify(payload ?? {}) };
}

function exitedWithFailure(container: Json): boolean {
  return isJsonObject(container) && typeof container.ExitCode === 'number' && container.ExitCode !== 0;
}
