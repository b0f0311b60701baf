/** Computes a value when it is first asked for, and keeps it; what fails is tried again. */
export function kept<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
