import type { Json, JsonObject } from '../asl';
import { jsonBytes } from './payload';

/**
 * The variables of one scope, and those of the scopes around it. A scope sees the variables outside and assigns its own only.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export class Variables {
  private own: Map<string, Json> | undefined;
  private sizes: Map<string, number> | undefined;

  constructor(private readonly outer: Variables | undefined) {}

  get(name: string): Json | undefined {
    for (let scope: Variables | undefined = this; scope; scope = scope.outer) {
      const value = scope.own?.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /**
   * Notes the sizes of values that are about to be assigned.
   *
   * @returns the bytes of the values, by how many bytes the variables grow, and the size of each
   */
  measure(values: JsonObject): {
    readonly bytes: number;
    readonly growth: number;
    readonly sizes: ReadonlyMap<string, number>;
  } {
    const sizes = new Map<string, number>();
    let [bytes, growth] = [0, 0];
    for (const name of Object.keys(values)) {
      const size = jsonBytes(values[name]);
      bytes += size;
      growth += size - (this.sizes?.get(name) ?? 0);
      sizes.set(name, size);
    }
    return { bytes, growth, sizes };
  }

  /** Keeps the sizes of values that are assigned. */
  keepSizes(sizes: ReadonlyMap<string, number>): void {
    this.sizes ??= new Map();
    for (const [name, size] of sizes) this.sizes.set(name, size);
  }

  /** The bytes of the variables of this scope. */
  bytes(): number {
    let sum = 0;
    this.sizes?.forEach(size => {
      sum += size;
    });
    return sum;
  }

  /** Assigns all at once, after all values are known. */
  assign(values: JsonObject): void {
    this.own ??= new Map();
    for (const name of Object.keys(values)) this.own.set(name, values[name]);
  }

  /** Holds what the variables of another scope hold now. */
  goOnFrom(before: Variables): void {
    this.own = before.own && new Map(before.own);
    this.sizes = before.sizes && new Map(before.sizes);
  }

  /** All that can be seen; the nearest scope wins. */
  all(): JsonObject {
    const scopes: Variables[] = [];
    for (let scope: Variables | undefined = this; scope; scope = scope.outer) scopes.push(scope);
    const seen = Object.create(null) as Record<string, Json>;
    for (const scope of scopes.reverse()) {
      scope.own?.forEach((value, name) => {
        seen[name] = value;
      });
    }
    return seen;
  }
}
