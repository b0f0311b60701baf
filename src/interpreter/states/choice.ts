import type { ChoiceRule, ChoiceState, DataTest, JsonataRule, JsonObject, QueryLanguage } from '../../asl';
import { compileExpression, isExpression } from '../../query/jsonata';
import {
  compileAssign,
  compileInput,
  compileOutput,
  compileResult,
  runtimeFailure,
  type ComputeAssigned,
  type ResultFlow,
} from '../data-flow';
import type { CompiledState, Frame } from '../frame';
import { compileTest, type Test } from './choice-test';

/** One rule, compiled. */
interface Rule {
  readonly holds: Test;
  readonly next: string;
  readonly assign: ComputeAssigned | undefined;
  readonly output: ResultFlow['output'] | undefined;
}

/**
 * AWS documents States.NoChoiceMatched for a Choice that leads nowhere. Three interpreters whose authors compared them with AWS agree on States.Runtime,
 * which no Catch takes by States.ALL, and on this text.
 */
const NOWHERE = 'Failed to transition out of the state. The state does not point to a next state.';

/**
 * Choice: goes on by the first rule that holds, else by `Default`. The state's own `Assign` and `Output` belong to `Default`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
export function compileChoice(state: ChoiceState, language: QueryLanguage): CompiledState['run'] {
  const rules = state.Choices.map((rule, i) =>
    language === 'JSONata' ? jsonataRule(rule as JsonataRule, i) : jsonPathRule(rule),
  );
  const input = language === 'JSONPath' ? compileInput(state.InputPath) : (frame: Frame) => frame.data;
  const otherwise = compileResult({ Output: state.Output, Assign: state.Assign }, language);
  const pick = language === 'JSONPath' ? compileOutput(state.OutputPath) : (_: Frame, value: typeof _.data) => value;
  return frame => {
    const data = input(frame);
    for (const { holds, next, assign, output } of rules) {
      if (holds(data, frame)) return leave(frame, next, data, assign, output ?? pick);
    }
    if (state.Default === undefined) throw runtimeFailure(NOWHERE);
    return leave(frame, state.Default, data, otherwise.assign, language === 'JSONata' ? otherwise.output : pick);
  };
}

function leave(
  frame: Frame,
  next: string,
  data: Frame['data'],
  assign: ComputeAssigned | undefined,
  output: ResultFlow['output'],
): ReturnType<CompiledState['run']> {
  const assigned: JsonObject | undefined = assign?.(frame, data);
  return frame.execution.leave(frame, output(frame, data), assigned, frame.scope.states.get(next));
}

function jsonataRule(rule: JsonataRule, index: number): Rule {
  const field = `Choices[${index}]`;
  const condition = rule.Condition;
  const compute =
    typeof condition === 'string' && isExpression(condition)
      ? compileExpression(condition, `${field}/Condition`, 'boolean')
      : () => condition === true;
  return {
    holds: (_, frame) => compute(frame) === true,
    next: rule.Next,
    assign: compileAssign(rule.Assign, 'JSONata', `${field}/Assign`),
    output:
      rule.Output === undefined
        ? undefined
        : compileResult({ Output: rule.Output }, 'JSONata', `${field}/Output`).output,
  };
}

function jsonPathRule(rule: ChoiceRule): Rule {
  return {
    holds: compileTest(rule as DataTest),
    next: rule.Next,
    assign: compileAssign(rule.Assign, 'JSONPath', 'Assign'),
    output: undefined,
  };
}
