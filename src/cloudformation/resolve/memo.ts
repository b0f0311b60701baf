import { StepwrightError } from '../../errors';

/** Longer chains of values are refused, before the call stack overflows. */
const LONGEST_CHAIN = 100;

/** Values that are computed when they are first asked for, and what was assumed on the way to each. */
export class Memo {
  private readonly kept = new Map<string, { readonly value: unknown; readonly assumed: ReadonlySet<string> }>();
  private readonly running: string[] = [];
  private assumed = new Set<string>();

  /** The value of a key, computed once. A value that needs itself is refused. */
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
        fix: 'Break the circle; CloudFormation refuses it as well.',
      });
    }
    if (this.running.length >= LONGEST_CHAIN) {
      throw new StepwrightError(
        'INVALID_TEMPLATE',
        'too many values of the template depend on each other, one after another',
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

  /** Notes that the value at hand is made up. */
  public assume(what: string): void {
    this.assumed.add(what);
  }

  /** What a computation gives, and what it assumed. */
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
