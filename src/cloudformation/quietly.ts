/**
 * Returns the result of a computation, or undefined if it fails. Use it only to search: a value that can't be resolved
 * isn't a match.
 */
export function quietly<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}
