import type { Json } from '../../asl';
import { ADVICE_IN_CODE, type Advice } from '../advice';
import { ownValue } from '../own';
import type { ReadOptions } from '../read-options';
import type { AppTemplates, StackTemplate, Transform } from '../stack-template';
import { Memo } from './memo';
import { ResolvedStack } from './resolved-stack';
import type { AppScope, StackScope } from './template-scope';

/** Resolves all stacks of an app. */
export class ResolvedApp implements AppScope {
  public readonly options: ReadOptions;
  public readonly advice: Advice;
  /** The transform that templates go through first. */
  public readonly transform: Transform | undefined;
  public readonly definitionJson: AppTemplates['definitionJson'];
  /** The stacks, in the order of the templates. A nested stack follows its parent. */
  public readonly stacks: readonly StackScope[];
  public readonly memo = new Memo();
  /** The depth of the current value, across all stacks. */
  public depth = 0;
  private readonly byTemplate: ReadonlyMap<StackTemplate, StackScope>;

  constructor(app: AppTemplates) {
    this.options = app.options;
    this.advice = app.advice ?? ADVICE_IN_CODE;
    this.transform = app.transform;
    this.definitionJson = app.definitionJson;
    this.stacks = app.stacks.map(
      (stack, i) =>
        new ResolvedStack(
          stack,
          this,
          app.stacks.findIndex(other => other.name === stack.name) === i ? stack.name : `${stack.name}#${i}`,
        ),
    );
    this.byTemplate = new Map(this.stacks.map(scope => [scope.stack, scope]));
  }

  /** The scope of one of these stacks. */
  public scopeOf(stack: StackTemplate): StackScope {
    return this.byTemplate.get(stack)!;
  }

  /** Returns the entry of the `values` option for a resource: `STACK/LOGICALID…` first, `LOGICALID…` else. */
  public givenValue(stack: string, key: string): Json | undefined {
    const own = ownValue(this.options.values, `${stack}/${key}`);
    return own === undefined ? ownValue(this.options.values, key) : own;
  }
}
