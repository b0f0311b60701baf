import { ERROR_NAMES, isJsonObject } from '../asl';
import type { TaskResource } from './resource';
import type { TaskAnswer } from './task-call';

/** An HTTP Task waits no longer than that. */
const LONGEST_MS = 60_000;

/**
 * What Step Functions makes of the answer to an HTTP Task: a status other than 2xx is a failure named after it, and so is none within 60
 * seconds. The answer to any other Task stays as it is.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html
 */
export function afterHttp({ service }: TaskResource, answer: TaskAnswer): TaskAnswer {
  if (service !== 'http' || 'refused' in answer) return answer;
  if ('pending' in answer || (answer.durationMs ?? 0) > LONGEST_MS) {
    return { error: ERROR_NAMES.HTTP_SOCKET, durationMs: LONGEST_MS };
  }
  const response = 'output' in answer && isJsonObject(answer.output) ? answer.output : {};
  const { StatusCode, StatusText } = response;
  if (typeof StatusCode !== 'number' || (StatusCode >= 200 && StatusCode < 300)) return answer;
  return {
    durationMs: answer.durationMs,
    error: `States.Http.StatusCode.${StatusCode}`,
    cause: typeof StatusText === 'string' ? StatusText : undefined,
  };
}
