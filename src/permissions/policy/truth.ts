/** True, false, or not known, with the keys that it depends on. */
export type Truth = boolean | { readonly unknown: readonly string[] };

/** All must hold. */
export function and(truths: readonly Truth[]): Truth {
  return combine(truths, false);
}

/** One must hold. */
export function or(truths: readonly Truth[]): Truth {
  return combine(truths, true);
}

/** The opposite. */
export function not(truth: Truth): Truth {
  return typeof truth === 'boolean' ? !truth : truth;
}

function combine(truths: readonly Truth[], decisive: boolean): Truth {
  if (truths.includes(decisive)) return decisive;
  const unknown = truths.flatMap(truth => (typeof truth === 'boolean' ? [] : truth.unknown));
  return unknown.length ? { unknown: [...new Set(unknown)] } : !decisive;
}
