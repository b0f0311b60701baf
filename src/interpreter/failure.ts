import { ERROR_NAMES, type JsonObject } from '../asl';

/** What went wrong in a state: an error name and a cause, as far as there are any. */
export interface Failure {
  readonly error: string | undefined;
  readonly cause: string | undefined;
  /** Other names under which a retrier or catcher finds it. */
  readonly alias?: string;
  /** The state cannot be retried or caught by wildcards: what is wrong is the definition or the size of the data. */
  readonly terminal?: boolean;
}

/** Error and cause as events hold them: what is missing is not there. */
export function namedFailure({ error, cause }: Pick<Failure, 'error' | 'cause'>): { error?: string; cause?: string } {
  return { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
}

const TERMINAL: ReadonlySet<string> = new Set([ERROR_NAMES.RUNTIME, ERROR_NAMES.DATA_LIMIT_EXCEEDED]);

/** A failure with a name and a cause. */
export function failure(error: string | undefined, cause?: string, alias?: string): Failure {
  return { error, cause, alias, terminal: error !== undefined && TERMINAL.has(error) };
}

/**
 * Whether the failure passes through the containers around it without events of theirs: nothing but the end of the execution tells of a mistake of
 * the definition. Measured and reported by others, as our recordings show it for the Map itself.
 */
export function isSilent({ error, terminal }: Failure): boolean {
  return terminal === true && error === ERROR_NAMES.RUNTIME;
}

/** Thrown inside a state; carries the failure to the retriers and catchers. */
export class StateFailure extends Error {
  readonly failure: Failure;

  constructor(reason: Failure) {
    super(`${reason.error}: ${reason.cause}`);
    this.failure = reason;
    this.name = 'StateFailure';
  }
}

/** The failure of a state whose result is too large. */
export function tooLarge(what: string): Failure {
  return failure(
    ERROR_NAMES.DATA_LIMIT_EXCEEDED,
    `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}

/** The error output that a catcher passes on. What is missing is null, but a time-out's cause is empty. */
export function errorOutput({ error, cause }: Failure): JsonObject {
  return { Error: error ?? null, Cause: cause ?? (error === ERROR_NAMES.TIMEOUT ? '' : null) };
}

/** Whether one of the names of a retrier or catcher stands for the failure. */
export function matches(names: readonly string[], { error, alias, terminal }: Failure): boolean {
  return names.some(name => {
    if (error !== undefined && (name === error || name === alias)) return true;
    if (terminal) return false;
    if (name === ERROR_NAMES.ALL) return true;
    return name === ERROR_NAMES.TASK_FAILED && error !== ERROR_NAMES.TIMEOUT;
  });
}
