/** Values of a condition key. An empty list says that the key is certainly not there. */
export type ContextValue = string | number | boolean | readonly string[];

/** What is asked of a policy. */
export interface PolicyRequest {
  /** Such as `dynamodb:GetItem`. */
  readonly action: string;
  /** An ARN; `*` for an action that has no resource type. A star in an ARN is held against patterns as it stands. */
  readonly resource: string;
  /** Condition keys with their values; the case of keys does not count. @default - none */
  readonly context?: Readonly<Record<string, ContextValue>>;
  /**
   * What a key that the context does not name is: not there, as IAM sees it, or not known.
   *
   * @default "absent"
   */
  readonly missingKeys?: 'absent' | 'unknown';
}

/**
 * What a policy says: `allowed`, `denied` by a statement, `notAllowed` by any, or `unknown` where it depends on condition keys that are not known.
 */
export type Effect = 'allowed' | 'denied' | 'notAllowed' | 'unknown';

/** The answer to a request. */
export interface Decision {
  readonly effect: Effect;
  /** The index of the statement that decided: the first that allows or denies; for `unknown` the first that might. */
  readonly statement?: number;
  /** The keys that it depends on, for `unknown`. */
  readonly unknownKeys?: readonly string[];
}

/** The context of a request as conditions read it. */
export interface Context {
  /** The values of a key; undefined where it is not there. */
  values(key: string): readonly string[] | undefined;
  /** Whether nothing is known of the key. */
  isUnknown(key: string): boolean;
}

/** Reads a request's context: keys without regard to case. */
export function contextOf({ context = {}, missingKeys = 'absent' }: PolicyRequest): Context {
  const known = new Map(
    Object.entries(context).map(([key, value]): [string, readonly string[]] => [
      key.toLowerCase(),
      typeof value === 'object' ? value : [String(value)],
    ]),
  );
  return {
    values: key => {
      const values = known.get(key.toLowerCase());
      return values?.length ? values : undefined;
    },
    isUnknown: key => missingKeys === 'unknown' && !known.has(key.toLowerCase()),
  };
}
