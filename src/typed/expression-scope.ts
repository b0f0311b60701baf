import { expression } from './code';
import type { Expr, Operand, Ref, Template, Value } from './expression';

/** What a handler receives when nothing else is asked for. */
export interface ErrorOutput {
  /** The error's name. */
  readonly Error: string;
  /** What happened; empty where the error has no cause. */
  readonly Cause: string;
}

/**
 * The Context Object.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 */
export interface Context {
  readonly Execution: {
    readonly Id: string;
    readonly Name: string;
    readonly RoleArn: string;
    readonly StartTime: string;
    readonly RedriveCount?: number;
  };
  readonly State: { readonly Name: string; readonly EnteredTime: string; readonly RetryCount: number };
  readonly StateMachine: { readonly Id: string; readonly Name: string };
  /** In a call that waits for its task token. */
  readonly Task: { readonly Token: string };
}

/** The variables that were assigned on every way to here. */
export type Variables<V> = { readonly [K in keyof V & string]: Ref<V[K]> };

/** The data that an expression of a state can use. */
export interface ExpressionScope<I, V> {
  /** The state's input: `$states.input`. */
  readonly input: Ref<I>;
  /** The variables: `$name`. */
  readonly vars: Variables<V>;
  /** The Context Object: `$states.context`. */
  readonly context: Ref<Context>;
}

/** The same where the state's result is known. */
export interface ResultScope<I, V, R> extends ExpressionScope<I, V> {
  /** The result: `$states.result`, for a Lambda function its own answer. */
  readonly result: Ref<R>;
}

/** The same where an error was caught. */
export interface ErrorScope<I, V> extends ExpressionScope<I, V> {
  /** The error: `$states.errorOutput`. */
  readonly error: Ref<ErrorOutput>;
}

/** The same where an item of a Map is chosen. */
export interface ItemScope<I, V, E> extends ExpressionScope<I, V> {
  /** The item: `$states.context.Map.Item.Value`. */
  readonly item: Ref<E>;
  /** Its number, from 0: `$states.context.Map.Item.Index`. */
  readonly index: Expr<number>;
}

/** Variables to assign. */
export interface Assignments {
  readonly [name: string]: Template;
}

/** The variables after an assignment. An intersection: mapped types over a long chain are too deep for the compiler. */
export type Assigned<V, A> = {} extends A ? V : V & Value<A>;

/** A variable keeps its type. */
export type Keep<V, A> = { readonly [K in keyof A & keyof V]: Operand<V[K]> };

/** The variables that are there on every way in. */
type Common<V> = { readonly [K in keyof V & string]: V[K] };

/** The variables where two ways join. A way that ends is none. */
export type Join<V, W> = [W] extends [never] ? V : [V] extends [never] ? W : Common<V | W>;

/** What the expressions of a state see, at run time. */
export const SCOPE: ExpressionScope<never, never> & {
  readonly error: unknown;
  readonly item: unknown;
  readonly index: unknown;
} = {
  input: expression('$states.input'),
  context: expression('$states.context'),
  error: expression('$states.errorOutput'),
  item: expression('$states.context.Map.Item.Value'),
  index: expression('$states.context.Map.Item.Index'),
  vars: new Proxy({}, { get: (_, name) => (typeof name === 'string' ? expression(`$${name}`) : undefined) }) as never,
};

/** The same with a result. */
export function resultScope(result: string): typeof SCOPE & { readonly result: unknown } {
  return { ...SCOPE, result: expression(result) };
}
