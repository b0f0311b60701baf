/** Where a read starts. */
export type Root = 'input' | 'result' | 'errorOutput' | 'context' | 'variable' | 'states';

/** One place that an expression reads. */
export interface Read {
  readonly root: Root;
  /** The variable's name. */
  readonly name?: string;
  /** Whether JSONata has a function of that name: it is the variable only where there is one. */
  readonly builtIn?: true;
  /** The names that follow, as far as the path consists of plain names. */
  readonly steps: readonly string[];
  /** Whether nothing that is not a plain name follows: indexes, filters, wildcards. */
  readonly exact: boolean;
}
