/** Where a value differs from its shape. */
export type MismatchKind = 'unknown' | 'case' | 'type' | 'missing' | 'value' | 'length' | 'range' | 'pattern';

/** One place where a value doesn't fit its shape. */
export interface Mismatch {
  readonly kind: MismatchKind;
  /** Member names and list indexes. */
  readonly path: ReadonlyArray<string | number>;
  /** The name of the member, or of the member that the item is in. */
  readonly name: string;
  /** What would fit: a type, a list of values, a range, or the right name. */
  readonly allowed: string;
}
