/** A syntax tree, as the parser returns it. */
export interface Expression {
  readonly type: string;
  readonly value?: unknown;
  readonly position?: number;
  readonly [member: string]: unknown;
}

/** Names and their values; an inner frame hides those of the outer one. */
export interface Frame {
  bind(name: string, value: unknown): void;
  lookup(name: string): unknown;
}

/** A regular expression; the same members as JavaScript's, as far as they are used. */
export interface Regex {
  readonly source: string;
  lastIndex: number;
  /** @param spend is told the units of work that the search takes */
  exec(text: string, spend?: (units: number) => void): (Array<string | undefined> & { index: number }) | null;
}

/** What an evaluation may use up, and what it takes from outside. */
export interface Limits {
  /** Units of work that are left: one for each pass of a loop and each call of a function of the evaluator. */
  steps: number;
  /** Characters and cells that may still be allocated. */
  memory: number;
  /** How deep evaluations are nested at the moment. */
  depth: number;
  readonly maxDepth: number;
  /** The most items of a sequence. */
  readonly maxItems: number;
  /** The most characters of a text. */
  readonly maxText: number;
  /** Throws. */
  exceeded(what: 'steps' | 'memory' | 'depth'): never;
  /** The next random number, 0 ≤ n < 1. */
  random(): number;
  /** Makes a regular expression for the pictures of dates; patterns of expressions come from `parse`. */
  regex(pattern: string, flags: string): Regex;
}

/** What the parser and the evaluator throw, beside errors of the host. */
export interface JsonataError {
  readonly code: string;
  readonly position?: number;
  readonly token?: string;
  readonly value?: unknown;
  readonly message: string;
}

/** Parses an expression. @param regex makes regular expressions @throws JsonataError */
export declare function parse(text: string, regex: (pattern: string, flags: string, position: number) => Regex): Expression;
/** The functions that JSONata has. */
export declare const functions: Frame;
/** A frame inside another one. */
export declare function createFrame(outer: Frame): Frame;
/** Makes a function that expressions can call. @param signature such as `<n-s?:s>` */
export declare function defineFunction(implementation: (...args: never[]) => unknown, signature?: string): unknown;
/** Evaluates an expression. @throws JsonataError */
export declare function evaluate(expression: Expression, input: unknown, frame: Frame, now: number, limits: Limits): unknown;
/** A sequence, as evaluations build them. */
export declare function createSequence(...item: unknown[]): unknown[];
/** JSONata's own implementations, by name. */
export declare const implementations: {
  readonly fromMillis: (this: unknown, millis: number, picture?: string, timezone?: string) => string;
  readonly string: (value: unknown, prettify?: boolean) => string | undefined;
  readonly boolean: (value: unknown) => boolean | undefined;
  readonly lookup: (this: unknown, input: unknown, key: string) => unknown;
  readonly isDeepEqual: (a: unknown, b: unknown) => boolean;
};
