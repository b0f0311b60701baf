import { StepwrightError } from '../../errors';

/** The longest chain of values. Longer ones would overflow the call stack. */
const LONGEST_CHAIN = 100;

/** Values that are computed on first use, with the assumptions behind each one. */
export class Memo {
  private readonly kept = new Map<string, { readonly value: unknown; readonly assumed: ReadonlySet<string> }>();
  private readonly running: string[] = [];
  private assumed = new Set<string>();

  /** Returns the value of a key, computed once. Rejects a value that depends on itself. */
  public once<T>(key: string, compute: () => T): T {
    const known = this.kept.get(key);
    if (known) {
      for (const text of known.assumed) this.assumed.add(text);
      return known.value as T;
    }
    if (this.running.includes(key)) {
      const cycle = [...this.running.slice(this.running.indexOf(key)), key];
      throw new StepwrightError('TEMPLATE_CYCLE', 'a value of the template depends on itself', {
        where: cycle.join(' → '),
        fix: 'Break the cycle. CloudFormation rejects it, too.',
      });
    }
    if (this.running.length >= LONGEST_CHAIN) {
      throw new StepwrightError(
        'INVALID_TEMPLATE',
        'the values of the template form too long a chain of dependencies',
        {
          where: `${this.running[0]} → … → ${key}`,
          allowed: `at most ${LONGEST_CHAIN}`,
        },
      );
    }
    this.running.push(key);
    try {
      const { value, assumed } = this.collecting(compute);
      this.kept.set(key, { value, assumed });
      return value;
    } finally {
      this.running.pop();
    }
  }

  /** Records that the current value is a placeholder. */
  public assume(what: string): void {
    this.assumed.add(what);
  }

  /** The result of a computation, and its assumptions. */
  public collecting<T>(compute: () => T): { readonly value: T; readonly assumed: Set<string> } {
    const outer = this.assumed;
    this.assumed = new Set();
    try {
      const value = compute();
      return { value, assumed: this.assumed };
    } finally {
      for (const text of this.assumed) outer.add(text);
      this.assumed = outer;
    }
  }
}
