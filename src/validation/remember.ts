/** So many texts are remembered at once. */
const MOST = 10_000;

/** A function of a text that is computed once for each text. */
export function remember<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    if (known.has(text)) return known.get(text)!;
    const value = compute(text);
    if (known.size >= MOST) known.clear();
    known.set(text, value);
    return value;
  };
}
