import type { Json } from '../../asl';
import type { ReadOptions } from '../read-options';
import type { AppTemplates, StackTemplate } from '../stack-template';
import { Memo } from './memo';
import { StackScope } from './stack-scope';

/** All stacks that are resolved together, and what they share. */
export class AppScope {
  public readonly options: ReadOptions;
  /** In the order of the templates; a nested stack follows the stack around it. */
  public readonly stacks: readonly StackScope[];
  public readonly memo = new Memo();
  /** How deep the value at hand lies, over all stacks. */
  public depth = 0;
  private readonly byTemplate: ReadonlyMap<StackTemplate, StackScope>;

  constructor(app: AppTemplates) {
    this.options = app.options;
    this.stacks = app.stacks.map(
      (stack, i) =>
        new StackScope(
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

  /** What `values` of the options says about a resource: `STACK/LOGICALID…` first, `LOGICALID…` else. */
  public givenValue(stack: string, key: string): Json | undefined {
    const own = ownValue(this.options.values, `${stack}/${key}`);
    return own === undefined ? ownValue(this.options.values, key) : own;
  }
}

/** An own entry of a record of the options. */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
