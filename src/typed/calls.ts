import type { aws_lambda as lambda, aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { Integration, type LambdaInvokeProps, type StateGrants } from '../integrations';
import { template } from './code';
import type { Arg, Scalar, Template } from './expression';

/** A call, with the types of what is sent and of its result. */
export interface Call<R, A = unknown> {
  readonly integration: Integration;
  /** Where the result lies, in JSONata. */
  readonly result: string;
  /** The types; never there at run time. */
  readonly _types?: (sent: A) => R;
}

/** A call of an integration; you declare the type of the result: `t.call<{ MessageId: string }>(Integration.snsPublish(…))`. */
export function call<R = unknown>(integration: Integration): Call<R> {
  const field = integration.resultField;
  return { integration, result: field === undefined ? '$states.result' : `$states.result.${field}` };
}

/** A template for the untyped integrations: `messageBody: t.asl({ order: $.input.id, token: $.context.Task.Token })`. */
export function asl(value: Template): any {
  return template(value);
}

/** A Lambda function with the types of its code. */
export interface LambdaFunction<F extends FunctionCode> {
  /**
   * Calls it with this event and gives its own answer.
   *
   * @param event the event
   * @param props the version, and more
   */
  invoke(
    event: Arg<Parameters<F>[0]>,
    props?: Omit<LambdaInvokeProps, 'payload'>,
  ): Call<Awaited<ReturnType<F>>, Parameters<F>[0]>;
}

/** The code of a Lambda function, or any function with the same types. */
export type FunctionCode = (event: any, ...more: any[]) => any;

/** A Lambda function with the types of its code: `t.lambda<typeof charge>(fn)`, with `import type { handler as charge } from './charge'`. */
export function lambdaFunction<F extends FunctionCode>(fn: lambda.IFunction): LambdaFunction<F> {
  return { invoke: (event, props = {}) => call(Integration.lambdaInvoke(fn, { ...props, payload: template(event) })) };
}

/** JSON as it crosses the wire of an AWS SDK call: members in Pascal case, dates and bytes as text. */
export type Wire<T> = T extends Date
  ? string
  : T extends Uint8Array | { transformToString(...encoding: any[]): any }
    ? string
    : T extends Scalar | undefined
      ? T
      : T extends readonly (infer E)[]
        ? Array<Wire<E>>
        : T extends object
          ? string extends keyof T
            ? WireMap<T>
            : Members<T>
          : T;

/** An object whose keys are data. */
type WireMap<T> = { [K in keyof T]: Wire<T[K]> };

/** The members of a request or a result, in Pascal case. */
export type Members<T> = {
  [K in keyof T as K extends '$metadata' | '$unknown' ? never : Capitalize<K & string>]: Wire<T[K]>;
};

/** The actions of an SDK client. */
export type SdkActions<C> = {
  readonly [K in keyof C]: C[K] extends {
    (args: infer I, options?: any): Promise<infer O>;
    (...withCallback: any[]): void;
    (...withCallback: any[]): void;
  }
    ? (args: Arg<Members<I>>, grants?: StateGrants) => Call<Members<O>, Members<I>>
    : never;
};

/**
 * The actions of an AWS service, typed by its client: `import type { DynamoDB } from '@aws-sdk/client-dynamodb'`, then
 * `t.sdk<DynamoDB>('dynamodb').getItem({ TableName: …, Key: … })`. The package is not needed at run time.
 *
 * @param service as in the Resource of a Task: lower case without hyphens
 */
export function sdk<C>(service: string): SdkActions<C> {
  return new Proxy(
    {},
    {
      get: (_, action) =>
        typeof action === 'string'
          ? (args: object, grants?: StateGrants) => call(Integration.awsSdk(service, action, template(args), grants))
          : undefined,
    },
  ) as SdkActions<C>;
}

/** Another workflow with the types of its flow. */
export interface NestedWorkflow<I, O> {
  /** Starts it and goes on. */
  start(input: Arg<I>, name?: Arg<string>): Call<{ ExecutionArn: string; StartDate: string }, I>;
  /** Starts it, waits for its end, and gives its output (`.sync:2`). */
  sync(input: Arg<I>, name?: Arg<string>): Call<O, I>;
}

/** Another workflow, typed by its flow: `t.workflow<typeof billing>(billingWorkflow).sync({ … })`. */
export function workflow<F extends { readonly _types?: (start: any) => readonly [any, any, any] }>(
  machine: sfn.IStateMachine,
): NestedWorkflow<InputOf<F>, OutputOf<F>> {
  const start = (input: unknown, name: unknown) =>
    Integration.stepFunctionsStartExecution(machine, {
      input: template(input),
      name: name === undefined ? undefined : template(name),
    });
  return {
    start: (input, name) => call(start(input, name)),
    sync: (input, name) => ({ integration: start(input, name).sync(), result: '$states.result.Output' }),
  };
}

/** A worker behind an activity, with the types that it was declared with. */
export interface TypedActivity<I, O> {
  /** Hands the work to a worker and waits for its answer. */
  run(input: Arg<I>): Call<O, I>;
}

/** An activity; you declare the types: `t.activity<Order, Receipt>(packing)`. */
export function activity<I, O>(of: sfn.IActivity): TypedActivity<I, O> {
  return { run: input => call(Integration.stepFunctionsInvokeActivity(of, template(input))) };
}

/** The input that a flow takes. */
export type InputOf<F> = F extends { readonly _types?: (start: infer S) => readonly unknown[] }
  ? S extends { readonly input: infer I }
    ? I
    : never
  : never;

/** The output that a flow gives, or with which it succeeds. */
export type OutputOf<F> = F extends { readonly _ends: () => infer E }
  ? E
  : F extends { readonly _types?: (start: any) => readonly [infer O, unknown, unknown] }
    ? O
    : never;

/** The calls of a flow, by the names of their states. */
export type CallsOf<F> = F extends { readonly _types?: (start: any) => readonly [unknown, unknown, infer C] }
  ? C
  : never;
