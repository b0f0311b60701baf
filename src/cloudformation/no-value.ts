import type { Json } from '../asl';

/** What `{"Ref": "AWS::NoValue"}` gives: the property or item around it is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

/** A resolved value. */
export type Resolved = Json | typeof NO_VALUE;

/** The value, or undefined in place of what is left out. */
export function given(value: Resolved | undefined): Json | undefined {
  return value === NO_VALUE ? undefined : value;
}
