import type { Json, JsonObject } from '../asl';
import type { JsonataScope } from '../query/jsonata';

/** A retrier with its defaults filled in. */
export interface CompiledRetrier {
  readonly names: readonly string[];
  readonly intervalMs: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelayMs: number;
  readonly fullJitter: boolean;
}

/** A catcher, compiled. */
export interface CompiledCatcher {
  readonly names: readonly string[];
  readonly next: string;
  /** What the next state receives. */
  readonly output: (scope: JsonataScope) => Json;
  /** What is assigned; undefined if nothing is. */
  readonly assign: ((scope: JsonataScope) => JsonObject) | undefined;
}
