const UNITS: ReadonlyArray<[name: string, ms: number]> = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/** A duration as `4h`, `1d 2h 3s` or `250ms`: parts that are zero are left out. */
export function durationText(ms: number): string {
  const parts: string[] = [];
  let rest = Math.round(ms);
  for (const [name, size] of UNITS) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) parts.push(`${amount}${name}`);
  }
  return parts.length === 0 ? '0s' : parts.join(' ');
}
