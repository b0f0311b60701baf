import type { ErrorCode } from './error-codes';

export type { ErrorCode };

/** Details of a StepwrightError. Each one is a line of its message. */
export interface ErrorDetails {
  /** The place: a state, a JSON pointer, or a file and line. */
  readonly where?: string;
  /** The value that was received there. */
  readonly received?: string;
  /** The values that are allowed there. */
  readonly allowed?: string;
  /** How to fix it. */
  readonly fix?: string;
  /** The error that caused this one. */
  readonly cause?: unknown;
}

/**
 * The only error class of the library. Its message contains every detail, because users of other languages see only
 * the message: the code, the problem, the place, the received value, the allowed values, and the fix.
 */
export class StepwrightError extends Error {
  /**
   * The stable code of the error, for programs. docs/error-codes.md lists them all.
   */
  public readonly code: ErrorCode;
  /** The problem in one sentence, without the code, the place, and the fix. */
  public readonly summary: string;
  /** The place: a state, a JSON pointer, or a file and line. */
  public readonly where?: string;
  /** How to fix it. */
  public readonly fix?: string;

  constructor(code: ErrorCode, summary: string, details: ErrorDetails = {}) {
    super(lines(code, summary, details), details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'StepwrightError';
    this.code = code;
    this.summary = summary;
    this.where = details.where;
    this.fix = details.fix;
  }
}

function lines(code: ErrorCode, summary: string, details: ErrorDetails): string {
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
 * The candidate closest to a misspelled name, or undefined if none is close. At most a third of the letters may differ.
 * Swapping two neighboring letters counts as one difference. Case is ignored.
 *
 * @param most the greatest number of differences
 */
export function nearest(
  name: string,
  candidates: Iterable<string>,
  most = Math.max(1, Math.floor(name.length / 3)),
): string | undefined {
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** `'; did you mean "x"?'`, or an empty string if no candidate is close. */
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
