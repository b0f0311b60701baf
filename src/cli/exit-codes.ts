/** What the command's exit code says. */
export const EXIT = {
  /** The run succeeded; nothing was found. */
  OK: 0,
  /** The run failed, timed out or was aborted; errors were found. */
  FAILED: 1,
  /** An option, a file, the input, or a mock is invalid. */
  USAGE: 2,
  /** The definition is wrong. */
  DEFINITION: 3,
} as const;

/** The part of `--help` that documents them. */
export const EXIT_CODES_HELP = `
Exit codes:
  0  succeeded
  1  the run failed, timed out or was aborted
  2  bad usage: an option, a file, the input, or a Task without a mock
  3  bad definition`;
