/** What a computation gives; undefined where it fails. Only for looking something up among many: what cannot be resolved is not what is sought. */
export function quietly<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}
