/**
 * Reports whether an error comes from a failed `expect` of jest or vitest. Such an error is the test's result, so no
 * Catch of the workflow may handle it.
 */
export function isAssertionError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  // jest's errors have matcherResult; chai's, which vitest uses, have showDiff
  return 'matcherResult' in error || ('showDiff' in error && (error as Partial<Error>).name === 'AssertionError');
}
