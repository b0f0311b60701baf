/**
 * Whether two patterns with `*` and `?` can stand for the same text. Takes time in proportion to the product of their lengths at most.
 */
export function mayOverlap(a: string, b: string): boolean {
  // reached[j]: the part of `a` so far and the first j characters of `b` can stand for the same text
  let reached = Array.from({ length: b.length + 1 }, (_, j) => [...b.slice(0, j)].every(char => char === '*'));
  for (const char of a) {
    const next: boolean[] = [reached[0] && char === '*'];
    for (let j = 1; j <= b.length; j++) {
      const other = b[j - 1];
      next[j] =
        char === '*' || other === '*'
          ? (char === '*' && (reached[j] || next[j - 1])) ||
            (other === '*' && (next[j - 1] || reached[j])) ||
            reached[j - 1]
          : reached[j - 1] && (char === other || char === '?' || other === '?');
    }
    reached = next;
  }
  return reached[b.length];
}
