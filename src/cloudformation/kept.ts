/** Computes a value on first use and caches it. A failed computation is retried on the next use. */
export function kept<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
