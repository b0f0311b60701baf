import type { Choice } from '../chain';
import { codeOf, template } from './code';
import type { Expr } from './expression';
import { SCOPE, type Join, type ExpressionScope } from './expression-scope';
import { branchOf, type Branch, type Open, type Start } from './flow';

/** All cases of a Choice are covered. */
export class Decided<CO, CV, CC> {
  declare public readonly _types?: () => readonly [CO, CV, CC];

  constructor(public readonly choice: Choice) {}
}

/** The names of the fields that may be missing. */
type MayBeMissing<O> = { [K in keyof O]-?: undefined extends O[K] ? K : never }[keyof O] & string;

/** An object of which one field is there. */
type Having<O, K extends keyof O> = O & { readonly [F in K]-?: Exclude<O[F], undefined> };

/** The rules of a Choice, in their order; the first that holds decides. It ends with `otherwise` or `orContinue`. */
export class Rules<O, V, CO, CV, CC> {
  declare public readonly _types?: () => readonly [O, V, CO, CV, CC];

  constructor(public readonly choice: Choice) {}

  /** A rule and the branch that it leads to. */
  public when<BO, BV, BC>(
    condition: ($: ExpressionScope<O, V>) => Expr<boolean>,
    to: (branch: Open<Start<O, V>, O, V, {}>) => Branch<BO, BV, BC>,
  ): Rules<O, V, CO | BO, Join<CV, BV>, CC & BC> {
    return new Rules(this.choice.when(template(condition(SCOPE as never)), branchOf(this.choice._node.entry!, to)));
  }

  /** A rule that holds when a field of the input is there; in its branch the field is never missing. */
  public whenExists<const K extends MayBeMissing<O>, BO, BV, BC>(
    field: K,
    to: (branch: Open<Start<Having<O, K & keyof O>, V>, Having<O, K & keyof O>, V, {}>) => Branch<BO, BV, BC>,
  ): Rules<O, V, CO | BO, Join<CV, BV>, CC & BC> {
    const { text } = codeOf((SCOPE.input as unknown as Record<string, unknown>)[field]);
    return new Rules(this.choice.when(`{% $exists(${text}) %}`, branchOf(this.choice._node.entry!, to)));
  }

  /** The branch when no rule holds. */
  public otherwise<BO, BV, BC>(
    to: (branch: Open<Start<O, V>, O, V, {}>) => Branch<BO, BV, BC>,
  ): Decided<CO | BO, Join<CV, BV>, CC & BC> {
    return new Decided(this.choice.otherwise(branchOf(this.choice._node.entry!, to)));
  }

  /** If no rule matches, the flow continues after the Choice. */
  public orContinue(): Decided<CO | O, Join<CV, V>, CC> {
    return new Decided(this.choice);
  }
}
