import type { Json, JsonObject } from '../asl';

/** What an expression can see beside its own data. One environment belongs to one state of one execution. */
export interface Environment {
  /** The Context Object (`$$`, `$states.context`); built when it is first asked for. */
  context(): JsonObject;
  /** The value of a variable in the scopes around the state, or undefined if it was never assigned. */
  variable(name: string): Json | undefined;
  /** All variables that can be seen, for engines that want them at once. The nearest scope wins. */
  variables(): JsonObject;
  /** Milliseconds since 1970, of the execution's virtual clock. */
  now(): number;
  /** The next random number of the execution's seed, 0 ≤ n < 1. */
  random(): number;
  /** The largest number that is taken from a text; larger ones JavaScript has rounded. @default - the largest that is exact, 2⁵³ − 1 */
  mostExact?(): number;
}

/** A failed evaluation, as AWS names it. The interpreter puts the state's name in front of the cause. */
export class QueryFailure extends Error {
  /** @param error the error name, such as `States.Runtime`. @param causeText AWS's text, without the state's prefix. */
  constructor(
    public readonly error: string,
    public readonly causeText: string,
    public readonly location?: string,
  ) {
    super(`${error}: ${causeText}`);
    this.name = 'QueryFailure';
  }
}
