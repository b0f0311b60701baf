import type { Attempt, ExecutionCase, Mock } from './case';
import { isJsonObject } from '../src/asl';
import type { MapIteration, TaskAnswer, TaskRunner } from '../src/interpreter';

/** Answers Tasks as the recorded services did: each state, and each item of an inline Map around it, has its own list. */
export function mockedTasks({ mocks = [] }: ExecutionCase): TaskRunner {
  const lists = new Map(mocks.map(mock => [keyOf(mock.state, mock.iteration ?? []), { mock, next: 0 }]));
  return call => {
    const list = lists.get(keyOf(call.stateName, call.iterations)) ?? lists.get(keyOf(call.stateName, []));
    const attempt = list?.mock.attempts[list.next++];
    if (attempt) return answerOf(attempt, list!.mock, call.pattern !== 'REQUEST_RESPONSE');
    // a Task that AWS never started: the activity is gone
    if (call.kind === 'Activity' && list === undefined) {
      return { refused: `The activity ${call.resource} does not exist.` };
    }
    return {
      error: 'Conformance.NoAnswer',
      cause: `The case has no answer for this call of '${call.stateName}': ${JSON.stringify(call.input)}`,
    };
  };
}

function answerOf(attempt: Attempt, mock: Mock, hasJob: boolean): TaskAnswer {
  const { submitted, workerName } = attempt;
  const timing = {
    ...(submitted === undefined ? {} : { submitted }),
    ...(workerName === undefined ? {} : { workerName }),
  };
  if (attempt.output !== undefined) return { ...timing, output: attempt.output };
  if (attempt.error !== undefined || attempt.failed) {
    return { ...timing, error: attempt.error, cause: attempt.cause, submitFailed: hasJob && submitted === undefined };
  }
  if (attempt.timeout || attempt.pending) return { ...timing, pending: true };
  throw new Error(
    `An attempt of '${mock.state}' is neither output, error, failed, timeout nor pending: ${JSON.stringify(attempt)}`,
  );
}

function keyOf(state: string, iterations: readonly MapIteration[]): string {
  return JSON.stringify([state, ...iterations.map(({ map, index }) => [map, index])]);
}

/** The S3 objects of a case. */
export function recordedFiles(
  files: { readonly [uri: string]: string } = {},
): Array<{ bucket: string; key: string; text: string }> {
  return isJsonObject(files)
    ? Object.entries(files).map(([uri, text]) => {
        const [, bucket, key] = /^s3:\/\/([^/]+)\/(.*)$/s.exec(uri) ?? [];
        return { bucket, key, text: String(text) };
      })
    : [];
}
