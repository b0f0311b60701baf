import type { Json, JsonObject } from '../asl';
import { StepwrightError } from '../errors';
import { jsonProblem, type LimitName, type TaskAnswer, type TaskCall, type TaskTiming } from '../interpreter';
import type { Behaviour, Timing } from './behaviour';

/** What a behaviour answers to a call. `place` is the way to it inside the handlers, `calls` counts the calls of each place. */
export function answerOf(behaviour: Behaviour, call: TaskCall, place: string, calls: Map<string, number>): TaskAnswer {
  if ('sequence' in behaviour) {
    const index = calls.get(place) ?? 0;
    calls.set(place, index + 1);
    const { sequence } = behaviour;
    if (index >= sequence.length) {
      throw new StepwrightError(
        'SEQUENCE_EXHAUSTED',
        `the sequence of '${place}' has ${sequence.length} behaviours, and this is call ${index + 1}`,
        {
          where: `state '${call.stateName}'`,
          fix: 'Add a behaviour for each further call, or give one behaviour in place of the sequence.',
        },
      );
    }
    return answerOf(sequence[index], call, `${place}, sequence ${index + 1}`, calls);
  }
  const timing = timingOf(behaviour, call);
  if ('returns' in behaviour) return { output: behaviour.returns, ...timing };
  if ('returnsPayload' in behaviour) return { output: payloadResult(behaviour.returnsPayload, call), ...timing };
  if ('fails' in behaviour) return { ...behaviour.fails, ...timing };
  if ('throws' in behaviour) {
    return {
      error: behaviour.throws.name,
      cause: functionError(behaviour.throws.name, behaviour.throws.message),
      ...timing,
    };
  }
  return { pending: true, ...timing };
}

/** The run looks at the numbers of the whole answer. */
const ANY_NUMBER: ReadonlySet<LimitName> = new Set(['exactNumbers']);

/** The cause of a Task whose Lambda function has thrown. */
export function functionError(errorType: string, errorMessage: string): string {
  return JSON.stringify({ errorType, errorMessage, trace: [] });
}

/**
 * The result of a Task whose Lambda function has answered with a payload.
 *
 * @throws StepwrightError PAYLOAD_WITHOUT_FUNCTION where the payload of a function is not what comes back, ANSWER_NOT_JSON
 */
export function payloadResult(payload: Json, call: TaskCall): Json {
  if (call.kind === 'LambdaFunction') return payload;
  const where = `state '${call.stateName}'`;
  if (call.service !== 'lambda' || call.action !== 'invoke') {
    throw new StepwrightError(
      'PAYLOAD_WITHOUT_FUNCTION',
      `'${call.stateName}' calls ${call.resource}, which gives no payload of a function`,
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
        fix: 'Use returns(…) with what is sent.',
      },
    );
  }
  const problem = jsonProblem(
    payload,
    {
      where: `the handler of state '${call.stateName}'`,
      what: 'a task was answered with a payload that is no JSON',
      code: 'ANSWER_NOT_JSON',
    },
    ANY_NUMBER,
  );
  if (problem) throw problem;
  return invokeEnvelope(payload);
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

function timingOf(timing: Timing, call: TaskCall): TaskTiming {
  const { durationSeconds, heartbeatSeconds, submitted, workerName } = timing;
  if (workerName !== undefined && call.kind !== 'Activity') {
    throw new StepwrightError(
      'WORKER_WITHOUT_ACTIVITY',
      `a behaviour of '${call.stateName}' names a worker, but the state calls no activity`,
      {
        where: `state '${call.stateName}'`,
        received: `a call of ${call.resource}`,
        fix: 'Leave workerName out.',
      },
    );
  }
  if (submitted !== undefined && (call.kind !== 'Task' || call.pattern === 'REQUEST_RESPONSE')) {
    throw new StepwrightError(
      'SUBMITTED_WITHOUT_PATTERN',
      `a behaviour of '${call.stateName}' says what was submitted, but the state waits for nothing after that`,
      {
        where: `state '${call.stateName}'`,
        received: `a call of ${call.resource}`,
        allowed: 'with .sync, .sync:2 and .waitForTaskToken',
        fix: 'Leave submitted out.',
      },
    );
  }
  return {
    ...(durationSeconds === undefined ? {} : { durationMs: durationSeconds * 1000 }),
    ...(heartbeatSeconds === undefined ? {} : { heartbeatsMs: heartbeatSeconds.map(seconds => seconds * 1000) }),
    ...(submitted === undefined ? {} : { submitted }),
    ...(workerName === undefined ? {} : { workerName }),
  };
}
