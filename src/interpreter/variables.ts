import type { Json, JsonObject } from '../asl';

/**
 * The variables of one scope, and those of the scopes around it. A scope sees the variables outside and assigns its own only.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export class Variables {
  private own: Map<string, Json> | undefined;

  constructor(private readonly outer: Variables | undefined) {}

  get(name: string): Json | undefined {
    for (let scope: Variables | undefined = this; scope; scope = scope.outer) {
      const value = scope.own?.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Assigns all at once, after all values are known. */
  assign(values: JsonObject): void {
    this.own ??= new Map();
    for (const name of Object.keys(values)) this.own.set(name, values[name]);
  }

  /** All that can be seen; the nearest scope wins. */
  all(): JsonObject {
    const scopes: Variables[] = [];
    for (let scope: Variables | undefined = this; scope; scope = scope.outer) scopes.push(scope);
    const seen = Object.create(null) as Record<string, Json>;
    for (const scope of scopes.reverse()) scope.own?.forEach((value, name) => { seen[name] = value; });
    return seen;
  }
}
