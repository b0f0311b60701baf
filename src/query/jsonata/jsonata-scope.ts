import type { Json, JsonObject } from '../../asl';
import type { Environment } from '../environment';

/** What an expression sees: the environment, and the data of its state. */
export interface JsonataScope extends Environment {
  /** `$states.input`. */
  input(): Json;
  /** `$states.result`, or undefined where there is none. */
  result(): Json | undefined;
  /** `$states.errorOutput`, or undefined where there is none. */
  errorOutput(): JsonObject | undefined;
}
