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

/** What a task can have beside its call. */
export interface TaskOptions<I, V, R, A, T> {
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

/** What a Map works on, and how. */
export interface MapOptions<I, V, E, T> {
  /** The items. */
  readonly items: ($: ExpressionScope<I, V>) => Expr<readonly E[]>;
  /** What each item's flow receives. @default - the item */
  readonly select?: ($: ItemScope<I, V, E>) => T;
  /** How many items at the same time. */
  readonly maxConcurrency?: number;
  readonly comment?: string;
}

/** What a Distributed Map works on, and how. */
export interface DistributedMapOptions<I, V, E, T> {
  /** The items, or what reads them. */
  readonly items: (($: ExpressionScope<I, V>) => Expr<readonly E[]>) | ItemsRead<E>;
  /** What each item's flow receives. @default - the item */
  readonly select?: ($: ItemScope<I, V, E>) => T;
  /** How many items at the same time. */
  readonly maxConcurrency?: number;
  /** The execution type of the child executions. */
  readonly executionType?: sfn.StateMachineType;
  /** Up to this percentage of the items may fail. */
  readonly toleratedFailurePercentage?: number;
  /** Up to this number of items may fail. */
  readonly toleratedFailureCount?: number;
  /** Part of the ARN of the child executions. */
  readonly label?: string;
  readonly comment?: string;
}

/** Items that a reader reads; their type is your word. */
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

/** What a catcher can have beside its errors. */
export interface CatchOptions<I, V, A, T> {
  /** Variables to assign. */
  readonly assign?: ($: ErrorScope<I, V>) => A & Keep<V, A>;
  /** What the handler receives; the error output alone loses the input. @default - the error output */
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

/** The options of a Map with its `select` as the language has it. */
export function selecting<P extends { readonly select?: unknown }>({
  select,
  ...others
}: P): Omit<P, 'select'> & { itemSelector?: any } {
  return { ...others, itemSelector: typeof select === 'function' ? template(select(SCOPE)) : undefined };
}

/** Whether items are read. */
export function isRead(value: unknown): value is ItemsRead<unknown> {
  return typeof value === 'object' && value !== null && 'reader' in value;
}
