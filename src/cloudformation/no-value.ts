import type { Json } from '../asl';

/** The value of `{"Ref": "AWS::NoValue"}`. The property or item that has it is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

/** A resolved value. */
export type Resolved = Json | typeof NO_VALUE;

/** The value, or undefined if it is left out. */
export function given(value: Resolved | undefined): Json | undefined {
  return value === NO_VALUE ? undefined : value;
}
