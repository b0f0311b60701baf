import type { aws_stepfunctions as sfn, Duration } from 'aws-cdk-lib';
import type { ItemReader } from '../chain';
import { Expression } from '../integrations';
import { isExpression, template } from './code';
import type { Expr } from './expression';
import {
  SCOPE,
  type ErrorScope,
  type ItemScope,
  type Keep,
  type ResultScope,
  type ExpressionScope,
} from './expression-scope';

/** The props of a Task, besides its call. */
export interface TaskProps<I, V, R, A, T> {
  /** Variables to assign. */
  readonly assign?: ($: ResultScope<I, V, R>) => A & Keep<V, A>;
  /** The output. @default - the result */
  readonly output?: ($: ResultScope<I, V, R>) => T;
  /** How long it may take. */
  readonly timeout?: Duration | (($: ExpressionScope<I, V>) => Expr<number>);
  /** How long may pass between two heartbeats. */
  readonly heartbeat?: Duration | (($: ExpressionScope<I, V>) => Expr<number>);
  /** The role to call with. */
  readonly credentials?: sfn.Credentials;
  readonly comment?: string;
}

/** The props of an InlineMap: the processor receives what `items` and `itemSelector` give, so write it after them. */
export interface MapProps<I, V, E, T, P> {
  /** The items. */
  readonly items: ($: ExpressionScope<I, V>) => Expr<readonly E[]>;
  /** The input of the processor. @default - the item */
  readonly itemSelector?: ($: ItemScope<I, V, E>) => T;
  /** Number of items that run at the same time. @default - no limit */
  readonly maxConcurrency?: number;
  readonly comment?: string;
  /** The flow that runs for each item. */
  readonly processor: P;
}

/** The props of a DistributedMap: `items` or `itemReader`. The processor receives what they and `itemSelector` give, so write it after them. */
export interface DistributedMapProps<I, V, E, T, P, W> {
  /** The items. @default - itemReader */
  readonly items?: ($: ExpressionScope<I, V>) => Expr<readonly E[]>;
  /** Reads the items; `t.itemsOf<Item>(reader)` declares their type. @default - items */
  readonly itemReader?: ItemsRead<E>;
  /** The input of the processor. @default - the item */
  readonly itemSelector?: ($: ItemScope<I, V, E>) => T;
  /** Writes the results; the output then says where they are. @default - the results are the output */
  readonly resultWriter?: W;
  /** Number of items that run at the same time. @default - no limit */
  readonly maxConcurrency?: number;
  /** The execution type of the child executions. @default - STANDARD */
  readonly executionType?: sfn.StateMachineType;
  /** Percentage of the items that may fail. @default 0 */
  readonly toleratedFailurePercentage?: number;
  /** Number of items that may fail. @default 0 */
  readonly toleratedFailureCount?: number;
  /** Part of the ARN of the child executions. */
  readonly label?: string;
  readonly comment?: string;
  /** The flow that runs for each item. It sees no variable from outside. */
  readonly processor: P;
}

/** Items that a reader reads; their type is a declaration of yours. */
export interface ItemsRead<E> {
  readonly reader: ItemReader;
  readonly _item?: () => E;
}

/** Items of a Distributed Map from a file or a list of objects: `t.itemsOf<{ sku: string }>(ItemReader.csv(…))`. */
export function itemsOf<E>(reader: ItemReader): ItemsRead<E> {
  return { reader };
}

/** The result of a Distributed Map that writes its results. */
export interface WrittenResults {
  readonly MapRunArn: string;
  readonly ResultWriterDetails: { readonly Bucket: string; readonly Key: string };
}

/** The props of a catcher. */
export interface CatchProps {
  /** The names of the errors, compared exactly. @default - States.ALL */
  readonly errors?: string[];
  readonly comment?: string;
}

/** The props of a catcher that changes what the handler receives. */
export interface CatchWithProps<I, V, A, T> extends CatchProps {
  /** Variables to assign. */
  readonly assign?: ($: ErrorScope<I, V>) => A & Keep<V, A>;
  /** The input of the handler. @default - the error output, without the state's input */
  readonly output?: ($: ErrorScope<I, V>) => T;
}

/** A duration that is given, or computed. */
export function duration(time: Duration | ((scope: never) => unknown) | undefined): Duration | undefined {
  return typeof time === 'function' ? Expression.duration(template(time(SCOPE as never))) : time;
}

/** A text that is given, or computed. */
export function text(value: unknown): string | undefined {
  const given = typeof value === 'function' && !isExpression(value) ? (value(SCOPE) as unknown) : value;
  return given === undefined ? undefined : template(given);
}

/** An expression as it is in a definition, or undefined without one. */
export function evaluated(of: unknown): any {
  return typeof of === 'function' ? template((of as (scope: unknown) => unknown)(SCOPE)) : undefined;
}
