import type { Json, JsonObject } from '../../src/asl';
import type { JsonataScope } from '../../src/query/jsonata';

/** What a test sets of an environment. */
export interface FixedEnvironment {
  input?: Json;
  result?: Json;
  errorOutput?: JsonObject;
  context?: JsonObject;
  variables?: JsonObject;
  now?: number;
  /** The random numbers, again from the start when they are used up. */
  random?: readonly number[];
}

/** A state's environment that always answers the same. */
export function fixedEnvironment({
  input = {},
  result,
  errorOutput,
  context = {},
  variables = {},
  now = 0,
  random = [0.5],
}: FixedEnvironment = {}): JsonataScope {
  let next = 0;
  return {
    input: () => input,
    result: () => result,
    errorOutput: () => errorOutput,
    context: () => context,
    variable: name => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    variables: () => variables,
    now: () => now,
    random: () => random[next++ % random.length],
  };
}
