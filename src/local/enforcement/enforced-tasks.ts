import type { TaskAnswer, TaskCall } from '../../interpreter';
import type { TaskAnswers } from '../task-runner';
import type { Enforcement } from './enforcement';

/** Answers Tasks like `answers`, but refuses calls that the role does not allow, before anybody else is asked. */
export function enforced(answers: TaskAnswers, enforcement: Enforcement): TaskAnswers {
  let refused: { readonly call: TaskCall; readonly answer: TaskAnswer } | undefined;
  return {
    recorded: answers.recorded,
    answersItself: call => {
      const own = answers.answersItself(call);
      const answer = enforcement.refusal(call);
      refused = answer && { call, answer };
      return own || answer !== undefined;
    },
    onTask: call => (refused?.call === call ? refused.answer : answers.onTask(call)),
  };
}
