import type { Limits, Regex } from '../../../generated/jsonata';
import type { Environment } from '../environment';
import { linearRegex } from './regex';

/** AWS nests evaluations at most this deep: a sum of 101 numbers fails. */
export const MAX_DEPTH = 100;
/** AWS's longest sequence. */
export const MAX_ITEMS = 873_782;
/** AWS's longest text is between this and twice as long. */
export const MAX_TEXT = 2 ** 22;
/** Units of work of one evaluation. Enough for any payload that AWS takes; used up within seconds. */
export const MAX_STEPS = 100_000_000;
/** Characters and cells that one evaluation allocates. */
export const MAX_MEMORY = 2 ** 27;

/** AWS's texts for an expression that uses up too much. */
const TEXTS = {
  depth: 'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.',
  steps: 'Expression evaluation timeout: Check for infinite loop',
  memory: 'Expression evaluation memory limit exceeded: Check for excessive memory usage',
};

/** An expression that uses up more depth, work or memory than one evaluation has. */
export class LimitExceeded extends Error {
  constructor(public readonly what: keyof typeof TEXTS) {
    super(TEXTS[what]);
    this.name = 'LimitExceeded';
  }
}

/** What JSONata's evaluator has no code for. */
export class InternalError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InternalError';
  }
}

/** What one evaluation may use up. The limits count work, not time: the same expression fails in the same way everywhere. */
export class EvaluationLimits implements Limits {
  steps = MAX_STEPS;
  memory = MAX_MEMORY;
  depth = 0;
  readonly maxDepth: number = MAX_DEPTH;
  readonly maxItems: number = MAX_ITEMS;
  readonly maxText: number = MAX_TEXT;

  constructor(private readonly env: Pick<Environment, 'random'>) {}

  exceeded(what: 'steps' | 'memory' | 'depth'): never {
    throw new LimitExceeded(what);
  }

  random(): number {
    return this.env.random();
  }

  regex(pattern: string, flags: string): Regex {
    return linearRegex(pattern, flags);
  }
}
