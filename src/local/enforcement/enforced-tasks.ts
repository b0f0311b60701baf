import type { TaskAnswer, TaskCall } from '../../interpreter';
import type { TaskAnswers } from '../task-runner';
import type { Enforcement } from './enforcement';

/** Answers Tasks like `answers`, but refuses calls that the role does not allow, before anybody else is asked. */
export function enforced(answers: TaskAnswers, enforcement: Enforcement): TaskAnswers {
  let judged: { readonly call: TaskCall; readonly refusal: TaskAnswer | undefined } | undefined;
  /** A call is judged once, although two may ask. */
  const refusalOf = (call: TaskCall): TaskAnswer | undefined => {
    if (judged?.call !== call) judged = { call, refusal: enforcement.refusal(call) };
    return judged.refusal;
  };
  return {
    recorded: answers.recorded,
    warnings: answers.warnings,
    answersItself: call => answers.answersItself(call) || refusalOf(call) !== undefined,
    onTask: call => {
      const refusal = refusalOf(call);
      if (refusal === undefined) return answers.onTask(call);
      answers.answersItself(call); // it is recorded like every other
      return refusal;
    },
  };
}
