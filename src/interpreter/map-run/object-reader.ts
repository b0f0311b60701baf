/** What S3 tells of an object in a list. */
export interface ObjectInfo {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** The entity tag, without quotes. */
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
}

/** The S3 objects that a run can read. Pure from the interpreter's view: the same question gives the same answer. */
export interface ObjectReader {
  /** The content of an object, or undefined if there is none. */
  get(bucket: string, key: string): Uint8Array | string | undefined;
  /** The objects whose keys start with the prefix, sorted by key. */
  list(bucket: string, prefix: string): readonly ObjectInfo[];
}
