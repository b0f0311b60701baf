import type { Filter } from './filter';

/** One step of a path. */
export type Token =
  | { readonly kind: 'property'; readonly names: readonly string[] }
  | { readonly kind: 'index'; readonly indexes: readonly number[] }
  | { readonly kind: 'fromEnd'; readonly back: number }
  | {
      readonly kind: 'slice';
      readonly from: number | undefined;
      readonly to: number | undefined;
      readonly text: string;
    }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'scan' }
  | { readonly kind: 'filter'; readonly accepts: Filter };

/** Whether a step leads to one place at most. */
export function isDefinite(token: Token): boolean {
  switch (token.kind) {
    case 'property':
    case 'fromEnd':
      return true;
    case 'index':
      return token.indexes.length === 1;
    default:
      return false;
  }
}

/** A path finds nothing: what the engine behind AWS says of it. */
export class PathNotFound extends Error {}

/** A path cannot be applied to the data at all: what the engine behind AWS says of it. */
export class PathInapplicable extends Error {}

/** A path that does not parse. */
export class PathSyntaxError extends Error {
  /** @param column from 1 */
  constructor(
    public readonly path: string,
    public readonly column: number,
    public readonly problem: string,
  ) {
    super(`${JSON.stringify(path)} is no JSONPath: ${problem} at column ${column}`);
    this.name = 'PathSyntaxError';
  }
}
