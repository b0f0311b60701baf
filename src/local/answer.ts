import type { Json, JsonObject } from '../asl';
import { StepwrightError } from '../errors';
import { owned, ownJson, type LimitName, type TaskAnswer, type TaskCall, type TaskTiming } from '../interpreter';
import { dataOf, type Mock, type MockOptions } from './mock';

/** The answer of a mock to a call. `place` is the path to it inside the mocks, and `calls` counts the calls of each place. */
export function answerOf(mock: Mock, call: TaskCall, place: string, calls: Map<string, number>): TaskAnswer {
  if ('sequence' in mock) {
    const index = calls.get(place) ?? 0;
    calls.set(place, index + 1);
    const { sequence } = mock;
    if (index >= sequence.length) {
      throw new StepwrightError('SEQUENCE_EXHAUSTED', `the sequence of '${place}' has no mock for call ${index + 1}`, {
        where: `state '${call.stateName}'`,
        received: `a sequence of length ${sequence.length}`,
        fix: 'Add a mock for each further call, or use a single mock instead of the sequence.',
      });
    }
    return answerOf(sequence[index], call, `${place}, sequence ${index + 1}`, calls);
  }
  const timing = timingOf(mock, call);
  if ('returns' in mock) return { output: dataOf(mock, mock.returns), ...timing };
  if ('returnsPayload' in mock) {
    return { output: payloadResult(dataOf(mock, mock.returnsPayload), call), ...timing };
  }
  if ('fails' in mock) return { ...mock.fails, ...timing };
  if ('throws' in mock) {
    return {
      error: mock.throws.name,
      cause: functionError(mock.throws.name, mock.throws.message),
      ...timing,
    };
  }
  return { pending: true, ...timing };
}

/** The run checks the numbers of the whole answer. */
const ANY_NUMBER: ReadonlySet<LimitName> = new Set(['exactNumbers']);

/** The cause of a Task whose Lambda function threw. */
export function functionError(errorType: string, errorMessage: string): string {
  return JSON.stringify({ errorType, errorMessage, trace: [] });
}

/**
 * The result of a Task whose Lambda function returned a payload.
 *
 * @throws StepwrightError PAYLOAD_WITHOUT_FUNCTION if the Task's result is not a function's payload, RESULT_NOT_JSON
 */
export function payloadResult(payload: Json, call: TaskCall): Json {
  if (call.kind === 'LambdaFunction') return payload;
  const where = `state '${call.stateName}'`;
  if (call.service !== 'lambda' || call.action !== 'invoke') {
    throw new StepwrightError(
      'PAYLOAD_WITHOUT_FUNCTION',
      `'${call.stateName}' calls ${call.resource}, which doesn't return a function's payload`,
      {
        where,
        fix: 'Use returns(…) with the raw result of the service.',
      },
    );
  }
  if (call.pattern === 'WAIT_FOR_TASK_TOKEN') {
    throw new StepwrightError(
      'PAYLOAD_WITHOUT_FUNCTION',
      `'${call.stateName}' waits for its task token: its result is what SendTaskSuccess sends, not the function's payload`,
      {
        where,
        fix: 'Use returns(…) with what SendTaskSuccess sends.',
      },
    );
  }
  const own = ownJson(
    payload,
    { where: `the mock of state '${call.stateName}'`, what: 'the payload is not JSON', code: 'RESULT_NOT_JSON' },
    ANY_NUMBER,
  );
  return own === payload ? envelopeOnce(own) : invokeEnvelope(own);
}

/** The results with a payload that a mock's creation copied, so that each is built once for all runs. */
const ENVELOPES = new WeakMap<object, JsonObject>();

function envelopeOnce(payload: Json): JsonObject {
  if (typeof payload !== 'object' || payload === null) return invokeEnvelope(payload);
  const before = ENVELOPES.get(payload);
  if (before) return before;
  const envelope = owned(invokeEnvelope(payload));
  ENVELOPES.set(payload, envelope);
  return envelope;
}

/** The result of `lambda:invoke`. @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html */
function invokeEnvelope(payload: Json): JsonObject {
  const length = String(Buffer.byteLength(JSON.stringify(payload)));
  const requestId = '00000000-0000-4000-8000-000000000000';
  return {
    ExecutedVersion: '$LATEST',
    Payload: payload,
    SdkHttpMetadata: {
      AllHttpHeaders: {
        'Content-Length': [length],
        'Content-Type': ['application/json'],
        'X-Amz-Executed-Version': ['$LATEST'],
        'x-amzn-RequestId': [requestId],
      },
      HttpHeaders: {
        'Content-Length': length,
        'Content-Type': 'application/json',
        'X-Amz-Executed-Version': '$LATEST',
        'x-amzn-RequestId': requestId,
      },
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
    StatusCode: 200,
  };
}

function timingOf(options: MockOptions, call: TaskCall): TaskTiming {
  const { durationSeconds, heartbeatsAtSeconds, submitted, workerName } = options;
  if (workerName !== undefined && call.kind !== 'Activity') {
    throw new StepwrightError(
      'WORKER_WITHOUT_ACTIVITY',
      `a mock of '${call.stateName}' names a worker, but the state doesn't call an activity`,
      {
        where: `state '${call.stateName}'`,
        received: `a call of ${call.resource}`,
        fix: 'Remove workerName.',
      },
    );
  }
  if (submitted !== undefined && (call.kind !== 'Task' || call.pattern === 'REQUEST_RESPONSE')) {
    throw new StepwrightError(
      'SUBMITTED_WITHOUT_PATTERN',
      `a mock of '${call.stateName}' has a response for the submission, but the state doesn't wait after it`,
      {
        where: `state '${call.stateName}'`,
        received: `a call of ${call.resource}`,
        allowed: 'with .sync, .sync:2, and .waitForTaskToken',
        fix: 'Remove submitted.',
      },
    );
  }
  return {
    ...(durationSeconds === undefined ? {} : { durationMs: durationSeconds * 1000 }),
    ...(heartbeatsAtSeconds === undefined ? {} : { heartbeatsMs: heartbeatsAtSeconds.map(seconds => seconds * 1000) }),
    ...(submitted === undefined ? {} : { submitted }),
    ...(workerName === undefined ? {} : { workerName }),
  };
}
