import { evaluator } from './evaluator';
import { ENVIRONMENT, stepFunctions } from './functions';
import type { JsonataScope } from './jsonata-scope';
import type { Frame } from '../../../generated/jsonata';
import type { JsonObject } from '../../asl';

/**
 * The names that an expression of a state can use: `$states`, the variables, the functions. Each is looked up when it is used; what the
 * expression itself assigns lies in frames of its own.
 */
export function scopeFrame(scope: JsonataScope): Frame {
  const { createFrame, functions } = evaluator();
  const added = stepFunctions();
  let states: Record<string, unknown> | undefined;
  return {
    ...(empty ??= createFrame(createFrame(functions))),
    lookup(name) {
      if (typeof name !== 'string') return (name as unknown) === ENVIRONMENT ? scope : undefined;
      if (name === 'states') return (states ??= statesObject(scope));
      const variable = scope.variable(name);
      if (variable !== undefined) return variable;
      return Object.hasOwn(added, name) ? added[name] : functions.lookup(name);
    },
  };
}

/** A frame without names; it has the members that the evaluator hands from frame to frame. */
let empty: Frame | undefined;

/** `$states`: what a state has; members that it has not are not there. Without a prototype, so that a result of it is copied. */
function statesObject(scope: JsonataScope): Record<string, unknown> {
  const states = Object.create(null) as Record<string, unknown>;
  states.input = scope.input();
  let context: JsonObject | undefined;
  Object.defineProperty(states, 'context', { enumerable: true, get: () => (context ??= scope.context()) });
  const [result, errorOutput] = [scope.result(), scope.errorOutput()];
  if (result !== undefined) states.result = result;
  if (errorOutput !== undefined) states.errorOutput = errorOutput;
  return states;
}
