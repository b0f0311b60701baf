import { StepwrightError } from '../errors';
import type { ExecutionSettings } from './execution-settings';
import { describe, ownJson } from './own-json';
import type { TaskAnswer, TaskCall } from './task-call';

/**
 * Checks the answer to a Task and copies its data. An answer that is malformed, or data that isn't JSON, would end in a
 * result that is silently wrong.
 */
export function checkedAnswer(call: TaskCall, answer: TaskAnswer, settings: ExecutionSettings): TaskAnswer {
  const where = `the mock of state '${call.stateName}'`;
  if (typeof answer !== 'object' || answer === null) throw notAnAnswer(where, answer);
  if ('output' in answer) {
    const output = ownJson(
      answer.output,
      { where, what: 'the result is not JSON', code: 'RESULT_NOT_JSON' },
      settings.withoutLimits,
    );
    if (answer.submitted === undefined) return output === answer.output ? answer : { ...answer, output };
    return { ...answer, output, submitted: submittedOf(where, answer, settings) };
  }
  if (!('error' in answer || 'pending' in answer || 'refused' in answer)) throw notAnAnswer(where, answer);
  if (!('submitted' in answer) || answer.submitted === undefined) return answer;
  return { ...answer, submitted: submittedOf(where, answer, settings) };
}

function submittedOf(where: string, { submitted }: { readonly submitted?: unknown }, settings: ExecutionSettings) {
  const given = { where, what: 'the response to the submission is not JSON', code: 'RESULT_NOT_JSON' } as const;
  return ownJson(submitted, given, settings.withoutLimits);
}

function notAnAnswer(where: string, answer: unknown): StepwrightError {
  return new StepwrightError('NOT_AN_ANSWER', 'the answer to a Task is invalid', {
    where,
    received: describe(answer),
    allowed: '{ output }, { error, cause }, { pending: true }, or { refused }',
  });
}
