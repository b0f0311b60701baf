/** What an error of ours says beside its message. */
export interface ErrorDetails {
  /** The place: a state, a JSON pointer, a file and line. */
  readonly where?: string;
  /** What was received there. */
  readonly received?: string;
  /** What is allowed there. */
  readonly allowed?: string;
  /** The change to make. */
  readonly fix?: string;
  /** The error that led to this one. */
  readonly cause?: unknown;
}

/**
 * The one error class of the library. Its text carries all of it, since users of other languages see the text only:
 * the code, what is wrong, the place, what was received, what is allowed, and the change to make.
 */
export class StepwrightError extends Error {
  /** Stable, for programs: upper case with underscores, such as `UNKNOWN_STATE`. */
  public readonly code: string;
  /** What is wrong, in one sentence, without code, place and mend. */
  public readonly summary: string;
  /** The place: a state, a JSON pointer, a file and line. */
  public readonly where?: string;
  /** The change to make. */
  public readonly fix?: string;

  constructor(code: string, summary: string, details: ErrorDetails = {}) {
    super(lines(code, summary, details), details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'StepwrightError';
    this.code = code;
    this.summary = summary;
    this.where = details.where;
    this.fix = details.fix;
  }
}

function lines(code: string, summary: string, details: ErrorDetails): string {
  const rows: Array<[string, string | undefined]> = [
    ['at', details.where],
    ['received', details.received],
    ['allowed', details.allowed],
    ['fix', details.fix],
  ];
  return [
    `${code}: ${summary}`,
    ...rows.filter(([, text]) => text !== undefined && text !== '').map(([label, text]) => `  ${label}: ${text}`),
  ].join('\n');
}

/**
 * The candidate nearest to a misspelt name, or undefined if none is near: at most a third of its letters differ.
 * A swap of two neighbouring letters counts once; upper and lower case count as equal.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** `'; did you mean "x"?'`, or nothing when no candidate is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const near = nearest(name, candidates);
  return near === undefined ? '' : `; did you mean ${JSON.stringify(near)}?`;
}

function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length];
}
